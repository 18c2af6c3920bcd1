"""The words and patterns of ``rules/layout`` in the form the passes use."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.base import Rule, RuleBook, RuleError

_SEPARATOR = re.compile(r"\s*[|»>›·•→]\s*|\s/\s|\t+|\s{2,}")
_BRACKET = re.compile(r"\([^()]*\)")
_VERB = re.compile(
    r"\b(?:\w{2,}(?:ali|yli|ili|eli|ały|iły|yły|ało|iło|yło|ano|ono|yto|uto|ała|iła|yła|ął|ął|ęli|ęła|ęto|kło|śmy|ują|uje)|był[aoy]?|byli|są|jest|otrzymują|"
    r"wystąpi(?:ą|li|ł|ła)?|zapraszamy|dziękujemy|gratulujemy|\w*będzie|\w*będą|rozpocznie|potrwa|zostal[iy]|został[aoy]?|mógł|mogli)\b"
)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Cues:
    """What the rules of the layout stage say."""

    menu: frozenset[str]
    menu_first: frozenset[str]
    """The first words of its entries."""
    menu_alone: frozenset[str]
    menu_home: frozenset[str]
    menu_home_words: tuple[str, ...]
    columns: frozenset[str]
    sections: frozenset[str]
    containers: frozenset[str]
    programmes: frozenset[str]
    roles: frozenset[str]
    roles_event: frozenset[str]
    """Roles at the whole event, which no item of a programme has."""
    roles_alone: frozenset[str]
    """Roles that are labels even without a colon."""
    mastheads: frozenset[str]
    offices: frozenset[str]
    """First words of the name of an office in a masthead."""
    date_words: frozenset[str]
    speech: frozenset[str]
    furniture: tuple[tuple[re.Pattern[str], str], ...]
    """Patterns for the start of a line, with the rule's id."""
    top_furniture: tuple[tuple[re.Pattern[str], str], ...]
    """The same for lines above the first paragraph only."""
    any_furniture: re.Pattern[str]
    """All of them in one, to ask once whether any fits."""
    edge_furniture: tuple[tuple[re.Pattern[str], str], ...]
    """The same for lines above the first or below the last paragraph."""
    cookies: re.Pattern[str]
    places: re.Pattern[str]
    closings: re.Pattern[str]
    kind: re.Pattern[str]
    published: re.Pattern[str]
    reference: re.Pattern[str]
    credit: re.Pattern[str]
    caption_share: float
    caption_words: int
    headline_longest: int
    above_longest: int
    item_longest: int
    label_words: int


def read_cues(rules: RuleBook) -> Cues:
    """Compile the rules of ``layout/``.

    Raises:
        RuleError: a pattern is no regular expression.
    """
    return Cues(
        menu=_words(rules, "layout.furniture.menu", "phrases"),
        menu_first=frozenset(entry.split()[0] for entry in _words(rules, "layout.furniture.menu", "phrases")),
        menu_alone=_words(rules, "layout.furniture.menu", "alone"),
        menu_home=_words(rules, "layout.furniture.menu", "home"),
        menu_home_words=rules["layout.furniture.menu"].words("home"),
        columns=_words(rules, "layout.row.cells", "columns"),
        sections=_words(rules, "layout.heading.section"),
        programmes=_words(rules, "layout.heading.section", "programmes"),
        containers=_words(rules, "layout.heading.section", "containers"),
        roles=_words(rules, "layout.label.role"),
        roles_alone=_words(rules, "layout.label.role", "alone"),
        roles_event=_words(rules, "layout.label.role", "event"),
        mastheads=_words(rules, "layout.furniture.masthead"),
        offices=_words(rules, "layout.furniture.masthead", "offices"),
        date_words=_words(rules, "layout.dateline.date"),
        speech=_words(rules, "layout.speech"),
        furniture=_furniture(rules, "any"),
        top_furniture=_furniture(rules, "top"),
        any_furniture=_union(rules),
        edge_furniture=_furniture(rules, "edge"),
        cookies=_compile(rules["layout.furniture.cookies"], ignore_case=True),
        places=_compile(rules["layout.item.place"], ignore_case=True),
        closings=_compile(rules["layout.signature"], ignore_case=True),
        kind=_compile(rules["layout.dateline.kind"], ignore_case=True),
        published=_compile(rules["layout.dateline.published"], ignore_case=True),
        reference=_compile(rules["layout.dateline.reference"]),
        credit=_compile(rules["layout.furniture.credit-glued"]),
        caption_share=float(rules["layout.furniture.caption"]["share"]),
        caption_words=int(rules["layout.furniture.caption"]["words"]),
        headline_longest=int(rules["layout.headline.first"]["longest"]),
        above_longest=int(rules["layout.heading.above"]["longest"]),
        item_longest=int(rules["layout.item.unmarked"]["longest"]),
        label_words=int(rules["layout.label.value"]["words"]),
    )


def parts(line: str) -> list[str]:
    """The cells of a menu line: what stands between bars, arrows, tabs and wide gaps."""
    return [part for part in (p.strip(" \t\xa0«»<>|/-–•") for p in _SEPARATOR.split(line)) if part]


def first_word(line: str) -> str:
    """The first word in lower case, without what stands before it; ``""`` without one."""
    found = _WORD.search(line)
    return found[0].lower() if found else ""


def capitals(line: str) -> bool:
    """Whether the line is in capitals: a word of three letters at least, no small letters but in a bracket."""
    head = line.split("(", 1)[0]
    return head.isupper() and any(len(word) >= 3 for word in _WORD.findall(head))


def menu_front(text: str, cues: Cues) -> tuple[int, int]:
    """How many characters at the front of ``text`` are menu entries one behind the other, and how many entries."""
    words = text[:200].lower().split(" ")
    at = entries = 0
    while at < len(words):
        size = next((n for n in (3, 2, 1) if " ".join(words[at : at + n]) in cues.menu), 0)
        if not size:
            break
        at, entries = at + size, entries + 1
    return len(" ".join(words[:at])), entries


def has_verb(text: str) -> bool:
    """Whether a finite verb stands outside brackets, by the commonest endings of the past and a few forms."""
    return _VERB.search(_BRACKET.sub("", text.lower())) is not None


def _furniture(rules: RuleBook, where: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (_compile(rule, ignore_case=True), rule.id)
        for rule in rules.of("layout/furniture.toml")
        if "pattern" in rule.data and rule.data.get("where") == where
    )


def _union(rules: RuleBook) -> re.Pattern[str]:
    found = (pattern for where in ("any", "edge", "top") for pattern, _ in _furniture(rules, where))
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern in found), re.IGNORECASE)


def _compile(rule: Rule, *, ignore_case: bool = False) -> re.Pattern[str]:
    try:
        return re.compile(rule["pattern"], re.IGNORECASE if ignore_case else 0)
    except re.error as error:
        raise RuleError(f"rules/{rule.file}:{rule.line}: rule {rule.id!r}: bad pattern: {error}") from None


def _words(rules: RuleBook, rule: str, key: str = "words") -> frozenset[str]:
    return frozenset(rules[rule].words(key))

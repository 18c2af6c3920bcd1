"""The words of ``rules/frames/sessions*.toml``, ``verbs*.toml`` and ``roles*.toml``, ready for look-up by lemma."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from extract.base import Rule, RuleBook

Lemmas = Sequence[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Cue:
    """A noun (or nouns) that names a kind of session, or something that is none."""

    lemmas: tuple[str, ...]
    kind: str
    """lecture | panel | workshop | presentation | ceremony | other, or ``none``, ``work``, ``event``, ``room``,
    ``agenda``."""
    role: str
    prose: str
    group: bool
    title: str | None
    rule: str

    @property
    def is_session(self) -> bool:
        """Whether the noun names a session."""
        return self.kind not in ("none", "work", "event", "room", "agenda")


@dataclass(frozen=True, slots=True)
class Frame:
    """What one verb says of a person in one case."""

    rule: str
    with_: frozenset[str]
    without: frozenset[str]
    slot: str
    prep: str | None
    role: str
    target: str
    creates: str | None

    def fits(self, lemmas: frozenset[str]) -> bool:
        """Whether the other words of the clause allow this reading of the verb."""
        return (not self.with_ or bool(self.with_ & lemmas)) and not self.without & lemmas


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun that names the role of the person beside it."""

    lemmas: tuple[str, ...]
    role: str
    target: str
    items: bool
    rule: str
    context: frozenset[str] = frozenset()
    """Lemmas of which one must stand in the same sentence."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A fixed phrase before persons: "z udziałem", "wśród nich"."""

    words: tuple[str, ...]
    role: str
    rule: str
    case: str = "gen"
    """Case of the persons after it."""


E = TypeVar("E", Cue, RoleNoun)


class Lexicon:
    """Look-up of cues, verbs, role nouns and phrases."""

    def __init__(self, rules: RuleBook) -> None:
        folder = [r for r in rules if r.file.startswith("frames/")]
        sessions = [r for r in folder if r.file.startswith("frames/sessions")]
        roles = [r for r in folder if r.file.startswith("frames/roles")]
        verbs = [r for r in folder if r.file.startswith("frames/verbs")]
        self._cues = _by_first(_cue(r, lemma) for r in sessions for lemma in r.words("lemmas"))
        self._roles = _by_first(_role(r, noun) for r in roles for noun in r.words("nouns"))
        self.openers = self._cues.keys() | self._roles.keys()
        """First words of all cues and role nouns."""
        self._verbs: dict[str, tuple[Frame, ...]] = {}
        for rule in verbs:
            frame = _frame(rule)
            for verb in rule.words("verbs"):
                self._verbs[verb] = (*self._verbs.get(verb, ()), frame)
        self.phrases = tuple(_phrases(roles))
        self.phrase_starts = frozenset(p.words[0] for p in self.phrases)
        self.phrases_by_first = {
            first: tuple((n, p) for n, p in enumerate(self.phrases) if p.words[0] == first)
            for first in sorted(self.phrase_starts)
        }
        """Phrases and their ranks in the rules, by first word."""
        absent = next((r for r in roles if r.data.get("role") == "none"), None)
        self.absent_rule = absent.id if absent else ""
        self.absent_verbs = frozenset(absent.words("verbs")) if absent else frozenset()
        self.cancel = frozenset(absent.words("cancel")) if absent else frozenset()
        self.quote_verbs = frozenset(v for r in verbs if r["role"] == "quoted" for v in r.words("verbs"))
        self.located = next((r.id for r in verbs if r.data.get("located")), "")
        self.discussion = next((r.id for r in verbs if r.data.get("discussion")), "")
        self.biography = next((r.id for r in verbs if r.data.get("biography")), "")
        self.possessive = next((r.id for r in verbs if r.data.get("possessive")), "")
        self.kinds = {r["kind"]: _cue(r, r.words("lemmas")[0]) for r in reversed(sessions) if r.words("lemmas")}

    def cue(self, lemmas: Lemmas, at: int) -> Cue | None:
        """The longest cue whose first word is at ``at``."""
        return _longest(self._cues, lemmas, at)

    def role(self, lemmas: Lemmas, at: int) -> RoleNoun | None:
        """The longest role noun whose first word is at ``at``."""
        return _longest(self._roles, lemmas, at)

    def frames(self, lemmas: frozenset[str]) -> Iterator[Frame]:
        """Frames of a verb form with these lemmas."""
        for lemma in sorted(lemmas):
            yield from self._verbs.get(lemma, ())


def _by_first(entries: Iterable[E]) -> dict[str, tuple[E, ...]]:
    table: dict[str, list[E]] = {}
    for entry in entries:
        table.setdefault(entry.lemmas[0], []).append(entry)
    return {first: tuple(sorted(found, key=_length, reverse=True)) for first, found in table.items()}


def _length(entry: Cue | RoleNoun) -> int:
    return len(entry.lemmas)


def _longest(table: dict[str, tuple[E, ...]], lemmas: Lemmas, at: int) -> E | None:
    best: E | None = None
    known = [lemma for lemma in lemmas[at] if lemma in table]
    for lemma in sorted(known) if len(known) > 1 else known:
        for entry in table[lemma]:
            if best is not None and len(entry.lemmas) <= len(best.lemmas):
                break
            end = at + len(entry.lemmas)
            if end <= len(lemmas) and all(w in lemmas[at + k] for k, w in enumerate(entry.lemmas)):
                best = entry
                break
    return best


def _cue(rule: Rule, lemma: str) -> Cue:
    return Cue(
        tuple(lemma.split()),
        rule["kind"],
        rule["role"],
        rule["prose"],
        bool(rule.data.get("group")),
        rule.data.get("fixed_title"),
        rule.id,
    )


def _role(rule: Rule, noun: str) -> RoleNoun:
    context = frozenset(rule.words("context"))
    return RoleNoun(tuple(noun.split()), rule["role"], rule["target"], bool(rule.data.get("items")), rule.id, context)


def _frame(rule: Rule) -> Frame:
    return Frame(
        rule.id,
        frozenset(rule.words("with")),
        frozenset(rule.words("without")),
        rule["slot"],
        rule.data.get("prep"),
        rule["role"],
        rule["target"],
        rule.data.get("creates"),
    )


def _phrases(rules: Iterable[Rule]) -> Iterator[Phrase]:
    for rule in rules:
        for words, role in rule.data.get("phrases", {}).items():
            yield Phrase(tuple(words.split()), role, rule.id)
        for words, role in rule.data.get("lists", {}).items():
            yield Phrase(tuple(words.split()), role, rule.id, "nom")

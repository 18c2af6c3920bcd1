"""Known acronyms of institutions: reading their inflected forms and expanding them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import regex

from extract.base import RuleBook, RuleError
from extract.s6_names.words import SMALL_WORDS, is_roman

_FORM: Final = regex.compile(
    r"(?P<base>\p{Lu}\p{L}*+(?<=\p{Lu}))"
    r"(?:(?P<mark>[-'’])(?P<ending>\p{Ll}{1,4}))?"
    r"(?![\p{L}\p{N}])(?![-'’]\p{L})"
)
_BARE: Final = regex.compile(
    r"(?P<base>\p{Lu}[\p{L}]*?\p{Lu})(?:u|em|owi|ie|ach|om|ami|y|ze|a|ów)(?![-'’]?[\p{L}\p{N}])"
)
_TWO_WORDS: Final = regex.compile(r"(?:K[WMP] PSP|SP ZOZ|M-G?OPS|M-GOK)\b")
_PLACE_OR_NUMBER: Final = regex.compile(
    r"\s+(?:(?:w|we|z|ze)\s+\p{Lu}|(?:nr\s*)?\d|im\.|\p{Lu}\p{Ll}+(?:[- ]\p{Lu}\p{Ll}+)*$)"
)
_ANY_REST: Final = regex.compile(
    r"\s*(?:$|[„\"«(–,-]|(?:w|we|z|ze|na|przy|im\.|nr|k/|k\.|dla|ds\.|sp\.|\d)(?:\s|\p{L}|$))"
)
_WORD: Final = regex.compile(r"\p{L}+")
_OWN_PLACE: Final = regex.compile(r" (?:w|we) \p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)?$")
_BARE_NUMBER: Final = regex.compile(r"^\s+(\d+)\b(?!\.)")
_PLACE_FIRST: Final = regex.compile(r"\s+(?:w|we) \p{Lu}")


@dataclass(frozen=True, slots=True)
class Acronym:
    """One known acronym."""

    short: str
    name: str
    """Full name in the nominative."""
    needs: str
    """``-``: always this name; ``place``: only with a place or a number after it; ``never``: several names in use."""
    rule: str
    is_type: bool
    """Whether it names a type that many institutions share, not one institution."""

    def stands(self, rest: str) -> bool:
        """Whether the acronym stands for its name before the text ``rest``."""
        if self.needs == "never":
            return False
        return self.needs != "place" or _PLACE_OR_NUMBER.match(rest) is not None

    def expanded(self, rest: str) -> str:
        """The full name before ``rest``; a place in ``rest`` takes the room of the name's own."""
        name = _OWN_PLACE.sub("", self.name) if _PLACE_FIRST.match(rest) else self.name
        return name + str(_BARE_NUMBER.sub(r" nr \1", rest))


class Acronyms:
    """The acronyms of ``rules/names/acronyms.toml``."""

    def __init__(self, rules: RuleBook) -> None:
        self._known: dict[str, Acronym] = {}
        self._types: set[str] = set()
        self._unique: set[str] = set()
        for rule in rules.of("names/acronyms.toml"):
            for line in rule.words("entries"):
                short, separator, name = (p.strip() for p in line.partition("|"))
                if not separator or not short or not name:
                    raise RuleError(f"rules/{rule.file}:{rule.line}: {line!r} is not 'ACRONYM | full name'")
                if rule["needs"] != "never" and rule.data.get("town") != "kept":
                    self._types.add(name)
                if rule.id == "names.acronym.unique":
                    self._unique.add(name)
                self._known[short] = Acronym(
                    short, name, str(rule["needs"]), rule.id, rule.id != "names.acronym.unique"
                )

    def read(self, text: str, start: int = 0) -> tuple[str, int] | None:
        """The acronym at ``start`` of ``text`` without its case ending, and where it ends; known or not."""
        for pattern in (_TWO_WORDS, _FORM, _BARE):
            match = pattern.match(text, start)
            if match is None:
                continue
            base = match.groupdict().get("base") or match.group()
            if is_roman(base) or len(base) < 2:
                return None
            return base, match.end()
        return None

    def type_and_rest(self, name: str) -> tuple[str, str] | None:
        """A name cut after the longest full name of a known acronym that it begins with; ``None`` if there is none."""
        words = name.split(" ")
        for size in range(len(words) - 1, 1, -1):
            head = " ".join(words[:size])
            if head in self._types:
                return head, " ".join(words[size:])
        return None

    def national(self, name: str) -> str | None:
        """The national institution whose name ``name`` begins with: a branch's town is not the whole's."""
        cut = self.type_and_rest(name)
        return cut[0] if cut and cut[0] in self._unique else None

    def known(self, short: str) -> Acronym | None:
        """The entry of an acronym; ``None`` for unknown ones."""
        return self._known.get(short)

    def spelled(self, short: str, names: tuple[str, ...]) -> str | None:
        """The first of ``names`` that begins with words whose initials are the acronym ("ABC" – "Alfa Beta Ceta")."""
        return next((n for n in names if _initials_fit(short, n)), None)


def plain_rest(rest: str) -> bool:
    """Whether what follows an acronym is a description in Polish rather than the next word of a foreign name."""
    return _ANY_REST.match(rest) is not None


def _initials_fit(short: str, name: str) -> bool:
    words = _WORD.findall(name)
    capital = [w[0] for w in words if w[0].isupper() and w.lower() not in SMALL_WORDS]
    letters = [c for c in short if c.isupper()]
    return len(letters) >= 2 and len(words) >= 2 and capital[: len(letters)] == letters and not name.startswith(short)

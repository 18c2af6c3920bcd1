"""The words of titles and posts, read from ``rules/frames/designations.toml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from extract.base import RuleBook
from extract.s3_morphology import Morphology, Token

# Prefixes that make a deputy or a former holder out of a post; the rest of the word is the post ("wicedyrektor").
# fmt: off
_PREFIXES = (
    "wice", "współ", "eks", "pod", "nad", "radio", "tele", "neuro", "psycho", "fizjo", "etno", "mikro", "bio", "archi",
    "arcy",
)
# fmt: on
# Feminine endings with the masculine ones they replace: "dyrektorka" - "dyrektor", "psycholożka" - "psycholog",
# "prezeska" - "prezes", "mistrzyni" - "mistrz" (Łaziński, "O panach i paniach", 2006, on feminatives).
_FEMININES = (
    ("niczka", ("nik",)),
    ("czyni", ("ca",)),
    ("kini", ("ek",)),
    ("żka", ("g",)),
    ("czka", ("k", "cz", "c")),
    ("arka", ("arz", "ar")),
    ("erka", ("er", "erz")),
    ("tka", ("ta", "t")),
    ("yni", ("a", "")),
    ("ini", ("", "a", "ek")),
    ("anka", ("an", "anin")),
    ("ka", ("", "a", "ec", "o")),
    ("ica", ("ik",)),
)
_NAMES = frozenset({"imię", "nazwisko", "nazwa_geograficzna", "nazwa_organizacji"})


class Lexicon:
    """Word lists of the designation grammar, lower case, with the questions that the grammar asks of a token."""

    def __init__(self, rules: RuleBook, morphology: Morphology) -> None:
        title = rules["designation.title"]
        self._parts: Mapping[tuple[str, ...], str] = {
            tuple(p.lower().replace(".", " ").split()): p for p in title.words("parts")
        }
        self._part_words = frozenset(w for part in self._parts for w in part)
        self._title_words: Mapping[str, str] = dict(title["words"])
        self._title_forms: Mapping[str, str] = dict(title["forms"])
        self.after_titles = frozenset(rules["designation.title_after"].words("after"))
        self._nouns = frozenset(rules["designation.position"].words("nouns"))
        self._not_nouns = frozenset(rules["designation.position"].words("not_nouns"))
        self._now = _phrases(rules["designation.position"].words("now"))
        self._former = _phrases(rules["designation.position"].words("former"))
        self._institution_heads = frozenset(rules["names.head.institution"].words("words"))
        self._offices = frozenset(rules["designation.office"].words("heads"))
        self._bodies = frozenset(rules["designation.office"].words("bodies"))
        self._unit_heads = frozenset(rules["designation.unit"].words("heads"))
        self.lead_verbs = frozenset(rules["designation.verb"].words("lead"))
        self._morphology = morphology
        self._feminative = lru_cache(maxsize=8192)(self._has_masculine)

    def title(self, tokens: Sequence[Token]) -> tuple[str, int]:
        """Canonical title that *ends* the token sequence, and how many tokens it takes.

        ``["wygłosił", "prof", ".", "dr", "hab", "."]`` -> ``("prof. dr hab.", 5)``; ``("", 0)`` where there is none.
        """
        first = len(tokens)
        while first > 0 and (tokens[first - 1].text == "." or self.in_title(tokens[first - 1])):
            first -= 1
        names: list[str] = []
        start = index = first
        while index < len(tokens):
            name, used = self._part(tokens, index)
            if used:
                names.append(name)
                index += used
            else:
                names = []
                index += 1
                start = index
        return (" ".join(names), len(tokens) - start) if names else ("", 0)

    def person_noun(self, token: Token) -> bool:
        """Whether the token can be the head of a post: a noun for a person that is no honorific, event role or kin."""
        text = token.lower
        if len(text) < 3 or not text.isalpha() or text in self._not_nouns:
            return False
        lemmas = token.lemmas
        if not lemmas.isdisjoint(self._not_nouns):
            return False
        if text in self._nouns or not lemmas.isdisjoint(self._nouns):
            return True
        # Of adjectives used as nouns only those listed are posts ("radny", not "ostatni"); a given name is none.
        if token.pos_is("praet", "fin", "imps", "impt", "adj") or (token.capital and token.name_class_is("imię")):
            return False
        for reading in token.readings:
            if reading.pos not in {"subst", "ign"} or _NAMES & set(reading.name_class):
                continue
            if "m1" in reading.gender or (not token.capital and self._feminative(reading.lemma.lower())):
                return True
        return token.capital and self._feminative(text)

    def feminative(self, token: Token) -> bool:
        """Whether the token is a woman's post with a masculine counterpart ("policjantka" - "policjant")."""
        return any(self._feminative(lemma) for lemma in token.lemmas)

    def institution_head(self, token: Token) -> bool:
        """Whether the token is a common noun for an institution or a part of one."""
        return not token.lemmas.isdisjoint(self._institution_heads) or self.unit_head(token)

    def office(self, token: Token) -> bool:
        """Whether the token is an office of government."""
        return token.lower in self._offices or any(lemma in self._offices for lemma in token.lemmas)

    def office_body(self, token: Token) -> bool:
        """Whether the token names a chamber whose officer is affiliated to it."""
        return any(lemma in self._bodies for lemma in token.lemmas)

    def unit_head(self, token: Token) -> bool:
        """Whether the token is the head noun of a part of an institution."""
        return any(r.lemma.lower() in self._unit_heads for r in token.readings if r.pos in {"subst", "ign"})

    def skip_now(self, tokens: Sequence[Token], index: int, limit: int) -> int:
        """Index after words like "dziś", "na co dzień" at ``index``."""
        while True:
            end = _after_phrase(self._now, tokens, index, limit)
            if end == index:
                return index
            index = end

    def former(self, tokens: Sequence[Token], index: int, limit: int) -> bool:
        """Whether words like "była", "kiedyś" stand at ``index``."""
        return _after_phrase(self._former, tokens, index, limit) > index

    def in_title(self, token: Token) -> bool:
        """Whether the token can be part of a title."""
        word = self._title_forms.get(token.lower, token.lower)
        return word in self._part_words or any(
            r.pos == "subst" and r.lemma in self._title_words for r in token.readings
        )

    def _part(self, tokens: Sequence[Token], index: int) -> tuple[str, int]:
        """Canonical part at ``index`` and the tokens it takes, full stop included; ``("", 0)`` for none."""
        best, used = "", 0
        for words, canonical in self._parts.items():
            end = self._match(words, tokens, index)
            if end - index > used:
                best, used = canonical, end - index
        if used == 1 and len(best) <= 3 and best.endswith("."):
            return "", 0  # "o" and "s" are titles only with their full stop
        if used:
            return best, used
        for reading in tokens[index].readings:
            if reading.pos == "subst" and reading.lemma in self._title_words:
                return self._title_words[reading.lemma], 1
        return "", 0

    def _match(self, words: tuple[str, ...], tokens: Sequence[Token], index: int) -> int:
        """Index after the part ``words`` at ``index``; ``index`` where it does not match."""
        end = index
        for word in words:
            if end >= len(tokens) or self._title_forms.get(tokens[end].lower, tokens[end].lower) != word:
                return index
            end += 1
            if end < len(tokens) and tokens[end].text == ".":
                end += 1
        return end

    def _has_masculine(self, lemma: str) -> bool:
        """Whether a feminine noun has a masculine personal counterpart in the dictionary (or the list of posts)."""
        bare = [lemma.removeprefix(p) for p in _PREFIXES if lemma.startswith(p) and len(lemma) > len(p) + 3]
        guesses = list(bare)
        for word in (lemma, *bare):
            guesses += [word[: -len(e)] + s for e, stems in _FEMININES if word.endswith(e) for s in stems]
        return any(g in self._nouns or self._personal(g) for g in guesses if len(g) > 2)

    def _personal(self, lemma: str) -> bool:
        return any(
            r.pos == "subst" and "m1" in r.gender and "nom" in r.case and not _NAMES & set(r.name_class)
            for r in self._morphology.readings(lemma)
        )


def _phrases(words: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Phrases as tuples of words, the longest first."""
    return tuple(sorted((tuple(w.split()) for w in words), key=len, reverse=True))


def _after_phrase(phrases: Sequence[tuple[str, ...]], tokens: Sequence[Token], index: int, limit: int) -> int:
    for phrase in phrases:
        end = index + len(phrase)
        if end <= limit and all(tokens[index + i].lower == word for i, word in enumerate(phrase)):
            return end
    return index

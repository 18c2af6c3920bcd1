"""Clauses of a sentence, and the case in which a person stands in one.

No tree is built. Finite verbs are found, and the sentence is cut between two of them at the likeliest joint: a relative
or subordinating word after a comma, a semicolon, a conjunction, a comma. A relative clause that interrupts another is
taken out, so that the words before and after it stay together. Tagset: Przepiórkowski et al., "Narodowy Korpus Języka
Polskiego" (2012), ch. 6; order of joints: Saloni and Świdziński, "Składnia współczesnego języka polskiego" (2001).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extract.base import Span
from extract.s3_morphology import Token, Tokens

_FINITE = frozenset({"praet", "fin", "imps", "bedzie", "winien"})
_NOMINAL = frozenset(
    {"subst", "adj", "ger", "prep", "conj", "comp", "qub", "part", "adv", "depr", "num", "interj", "ppron3", "ppron12"}
)
_PROPER = frozenset({"imię", "nazwisko", "nazwa_geograficzna"})
_COMMON_VERBS = frozenset({"być", "mieć", "móc", "dać", "iść", "zostać", "stać", "przybyć"})
"""Verbs so common that a homonymous noun ("miał", "ma") hardly ever counts."""
_RELATIVE = frozenset({"który", "jaki", "czyj"})
_SUBORDINATE = frozenset(
    {
        "że",
        "by",
        "aby",
        "żeby",
        "gdy",
        "kiedy",
        "gdzie",
        "bo",
        "bowiem",
        "choć",
        "ponieważ",
        "jak",
        "skąd",
        "aż",
        "jeśli",
    }
)
_CONTRAST = frozenset({"a", "ale", "lecz", "natomiast", "zaś"})
_ORDINALS = ("pierwszy", "drugi", "trzeci", "czwarty", "kolejny", "ostatni")
_JOIN = frozenset({"i", "oraz", "lub"})
_BREAKS = frozenset({";", ":", "–", "—", "-"})
_JOINTS = _CONTRAST | _JOIN | _BREAKS | {","}
_BREAK = re.compile(r"[-¬\u00ad]\s*\n\s*")
"""A word parted at the end of a line."""
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens around one finite verb, perhaps with a gap where another clause interrupts them."""

    tokens: tuple[int, ...]
    """Indices into the tokens of the text, in order."""
    verbs: tuple[int, ...] = ()
    """The finite verb, and those coordinated with it; empty in a clause without one."""
    relative: int | None = None
    """Index of the relative pronoun that opens the clause."""
    gapped: bool = False
    """The verb stands in the clause before and is understood here ("… poprowadził X, a drugi – Y")."""

    @property
    def first(self) -> int:
        """Index of the first token."""
        return self.tokens[0]

    @property
    def last(self) -> int:
        """Index of the last token."""
        return self.tokens[-1]


def is_finite(token: Token) -> bool:
    """Whether the token is surely a finite verb: "wręczył", "wita"; not "gości", "je", "udział", often nouns."""
    if _FINITE.isdisjoint(token.word.pos):
        return False
    if token.capital and token.name_class_is("imię", "nazwisko", "nazwa_geograficzna"):
        return False
    finite = [r for r in token.readings if r.pos in _FINITE]
    if any(r.lemma in _COMMON_VERBS for r in finite):
        return True
    others = {r.pos for r in token.readings if r.pos in _NOMINAL and not set(r.name_class) & _PROPER}
    if any(r.pos in ("praet", "imps", "bedzie") for r in finite):
        return "subst" not in others
    return not others


def negated(tokens: Tokens, verb: int) -> bool:
    """Whether "nie" stands right before the verb ("nie dojechał", "nie mógł przybyć", "się nie odbył")."""
    return any(
        tokens[i].lower == "nie" for i in range(max(0, verb - 2), verb) if i == verb - 1 or _is_clitic(tokens[verb - 1])
    )


def _is_clitic(token: Token) -> bool:
    return token.lower in ("się", "go", "jej", "mu", "ich")


def split_clauses(
    tokens: Tokens, first: int, last: int, opaque: Callable[[int], bool], opens: Callable[[int], bool]
) -> tuple[Clause, ...]:
    """Clauses of the tokens ``first`` (inclusive) to ``last`` (exclusive).

    Args:
        opaque: whether a token lies in a name, quotation or bracket, where verbs and joints do not count.
        opens: whether a token begins something that may stand for a whole clause after a conjunction: a quoted title, a
            session noun, an ordinal.
    """
    verbs = [i for i in range(first, last) if is_finite(tokens[i]) and not opaque(i)]
    cuts: list[tuple[int, int]] = []  # where a clause begins, index of its verb in ``verbs``
    pieces: list[tuple[int, int, int | None]] = []
    start = first
    for left, right in itertools.pairwise(verbs):
        cut = _joint(tokens, left, right, opaque)
        cuts.append((cut, right))
        pieces.append((start, cut, left))
        start = cut
    pieces.append((start, last, verbs[-1] if verbs else None))
    clauses = [c for piece in pieces for c in _with_gaps(tokens, piece, opaque, opens)]
    return tuple(_with_tails(tokens, _rejoined(tokens, clauses), opaque))


def _joint(tokens: Tokens, left: int, right: int, opaque: Callable[[int], bool]) -> int:
    """Index of the first token of the clause of ``right``."""
    best, best_score = right, 0
    for i in range(left + 1, right):
        word = tokens[i]
        if (word.lower not in _JOINTS and word.text not in ".!?") or opaque(i):
            continue
        score = _joint_score(tokens, i, right)
        if score and score >= best_score:
            best, best_score = i, score
    return best


def _joint_score(tokens: Tokens, i: int, right: int) -> int:
    word = tokens[i]
    after = tokens[i + 1] if i + 1 < len(tokens) else word
    if word.text == ";":
        return 6
    if word.text == ",":
        if _opens_subordinate(tokens, i + 1):
            return 6
        if after.lower in _CONTRAST or after.lower in _JOIN:
            return 5
        return 2
    if (
        word.text in ".!?"
        and after.capital
        and i > 0
        and tokens[i - 1].end == word.start
        and len(tokens[i - 1].text) > 3
    ):
        return 5 if not tokens[i - 1].pos_is("brev") else 0
    if word.lower in _CONTRAST:
        return 4
    if word.lower in _JOIN:
        near = right - i <= 3 and not any(tokens[k].text == "," or tokens[k].capital for k in range(i + 1, right))
        return 4 if near else 1
    if word.text in _BREAKS:
        return 3 if word.text == ":" else 2
    return 0


def _opens_subordinate(tokens: Tokens, i: int) -> bool:
    for j in range(i, min(i + 4, len(tokens))):
        token = tokens[j]
        if token.lemma_is(*_RELATIVE):
            return True
        if token.lower in _SUBORDINATE:
            return j == i
        if not (token.pos_is("prep", "subst", "part", "qub") and not token.capital):
            return False
    return False


def _with_gaps(
    tokens: Tokens, piece: tuple[int, int, int | None], opaque: Callable[[int], bool], opens: Callable[[int], bool]
) -> list[Clause]:
    """The piece as one clause, or cut before ", a <session>" and ", drugą <title>" where the verb is understood."""
    start, end, verb = piece
    found: list[Clause] = []
    begin = start
    if verb is not None:
        for i in range(verb + 1, end - 1):
            if tokens[i].text not in (",", ";") or opaque(i):
                continue
            j = i + 1
            while j < end - 1 and (tokens[j].lower in _CONTRAST or tokens[j].pos_is("prep")):
                j += 1
            if opens(j) and (
                tokens[i + 1].lower in _CONTRAST or tokens[j].lemma_is(*_ORDINALS) or tokens[i].text == ";"
            ):
                found.append(
                    _clause(
                        tokens,
                        begin,
                        i,
                        verb if begin <= verb < i else None,
                        gap=begin != start,
                        of=verb,
                        opaque=opaque,
                    )
                )
                begin = i
    found.append(_clause(tokens, begin, end, verb, gap=begin != start, of=verb, opaque=opaque))
    return found


def _clause(
    tokens: Tokens, start: int, end: int, verb: int | None, *, gap: bool, of: int | None, opaque: Callable[[int], bool]
) -> Clause:
    relative = None
    for i in range(start, end if verb is None else verb):
        if not _RELATIVE.isdisjoint(tokens[i].lemmas) and not opaque(i):
            relative = i
            break
    verbs = () if of is None else (of,)
    return Clause(tuple(range(start, end)), verbs, None if gap else relative, gap)


def _rejoined(tokens: Tokens, clauses: Sequence[Clause]) -> list[Clause]:
    """Give the words before an interrupting relative clause back to the clause that goes on after it."""
    result: list[Clause] = []
    for clause in clauses:
        previous = result[-1] if result else None
        if previous is None or previous.relative is None or clause.relative is not None or clause.gapped:
            result.append(clause)
            continue
        head = [i for i in previous.tokens if i < previous.relative]
        comma = next((i for i in reversed(head) if tokens[i].text == ","), None)
        before = [i for i in head if comma is not None and i < comma]
        if before and tokens[clause.first].text == "," and not _opens_subordinate(tokens, clause.first + 1):
            result[-1] = Clause(
                tuple(i for i in previous.tokens if i >= (comma or 0)), previous.verbs, previous.relative
            )
            result.append(Clause((*before, *clause.tokens), clause.verbs))
        else:
            result.append(clause)
    return result


def _with_tails(tokens: Tokens, clauses: Sequence[Clause], opaque: Callable[[int], bool]) -> list[Clause]:
    """Give what a conjunction adds after a relative clause back to the clause that the relative clause interrupts."""
    result: list[Clause] = []
    for clause in clauses:
        cut = _tail(tokens, clause, opaque) if clause.relative is not None and clause.verbs and result else None
        if cut is None:
            result.append(clause)
            continue
        before = result[-1]
        tail = tuple(i for i in clause.tokens if i >= cut)
        result[-1] = Clause((*before.tokens, *tail), before.verbs, before.relative, before.gapped)
        result.append(Clause(tuple(i for i in clause.tokens if i < cut), clause.verbs, clause.relative))
    return result


def _tail(tokens: Tokens, clause: Clause, opaque: Callable[[int], bool]) -> int | None:
    """Where ", oraz …" or ", i …" begins after the verb of a relative clause."""
    pronoun = clause.relative
    if pronoun is None or "nom" not in tokens[pronoun].cases() or tokens[pronoun - 1].pos_is("prep"):
        return None
    for i in clause.tokens:
        if i > clause.verbs[0] and tokens[i].text == "," and not opaque(i) and i < clause.last:
            following = tokens[i + 1].lower
            if following in _JOIN or (following == "a" and tokens[i + 2].lower == "także"):
                return i
    return None


def cases_of(tokens: Tokens, span: Span, nominative: Sequence[str]) -> frozenset[str]:
    """Cases in which the person named in ``span`` may stand there.

    Args:
        nominative: the words of the person's name in the nominative; a word of the mention that differs from all
            of them is surely inflected.
    """
    words = tokens.within(span)
    base = {_plain(w) for w in nominative}
    written = _BREAK.sub("", span.of(tokens.text))
    if all(_plain(w) in base for w in _WORDS.findall(written)):
        return frozenset({"nom"}) | (_indeclinable(words) if len(words) == len(written.split()) else frozenset())
    inflected = [t for t in words if t.text[:1].isalpha() and len(t.text) > 1 and _plain(t.text) not in base]
    if inflected:
        cases = frozenset.intersection(*(_name_cases(t) for t in inflected))
        return (cases or _name_cases(inflected[0])) - {"nom", "voc"} or frozenset({"gen", "acc", "dat", "inst", "loc"})
    given = words[0] if words else None
    if given is None or not given.known:
        return frozenset({"nom", "gen", "acc", "dat", "inst", "loc"})
    return _name_cases(given) | {"nom"} if len(words) == 1 else frozenset({"nom"}) | _indeclinable(words)


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _indeclinable(words: Sequence[Token]) -> frozenset[str]:
    """Every case where no word of the name shows one ("Greta Lind"): the dictionary has none of them."""
    if any(t.known for t in words if t.text[:1].isalpha()):
        return frozenset()
    return frozenset({"gen", "acc", "dat", "inst", "loc"})


def _name_cases(token: Token) -> frozenset[str]:
    named = frozenset(c for r in token.readings if set(r.name_class) & {"imię", "nazwisko"} for c in r.case)
    return named or token.cases() or frozenset({"gen", "acc", "dat", "inst", "loc"})

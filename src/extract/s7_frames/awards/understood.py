"""Prizes that a sentence of results leaves unnamed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.s3_morphology import Token
from extract.s7_frames.awards.contests import Contests
from extract.s7_frames.awards.lexicon import AwardLexicon, VerbRule
from extract.s7_frames.awards.prizes import Prize, rank_label
from extract.s7_frames.awards.statement import Scope
from extract.s7_frames.events.lexicon import has_lemma
from extract.s7_frames.events.view import stems

_PRONOUNS = frozenset({"je", "ją", "go"})
_GETTING = frozenset({"award.verb.get", "award.verb.give", "award.verb.go-to"})


def understood(
    lexicon: AwardLexicon,
    contests: Contests,
    words: Sequence[Token],
    verbs: Mapping[int, VerbRule],
    prizes: Sequence[Prize],
    scope: Scope,
) -> list[Prize]:
    """The prize that a sentence means without its name, at most one.

    Reads "laureatami zostali …", "wśród wyróżnionych znaleźli się …", "otrzymali je …", "najlepsza okazała się …",
    and the contest's own name for its prize ("Złotą Ważkę odebrał …").
    """
    view = contests.view
    for place, token in enumerate(words):
        if view.free(token.index):
            prize = _winner(lexicon, place, token, verbs) or _best(place, token, verbs, scope)
            if prize is not None:
                return [prize]
        if token.lower in _PRONOUNS and scope.contest is not None and place - 1 in verbs:
            return [Prize(verbs[place - 1].id, "prize", place, place + 1, token.span, None)]
    return [] if prizes else _namesake(contests, words, verbs, scope)


def _winner(lexicon: AwardLexicon, place: int, token: Token, verbs: Mapping[int, VerbRule]) -> Prize | None:
    rule = lexicon.results
    cases = {"inst" if v.title else "gen" for v in verbs.values() if v.title or v.id == "award.verb.among"}
    if not has_lemma(token, rule.lemmas) or not cases & token.cases():
        return None
    label = "wyróżnienie" if token.lemma_is("wyróżniony", "wyróżnić") else None
    return Prize(rule.id, "prize", place, place + 1, token.span, label)


def _best(place: int, token: Token, verbs: Mapping[int, VerbRule], scope: Scope) -> Prize | None:
    """ "najlepsza okazała się …" is the first place."""
    beside = next((v for p, v in verbs.items() if v.title and 0 < abs(p - place) <= 2), None)
    if beside is None or not token.lower.startswith("najlep") or "nom" not in token.cases():
        return None
    label = None if scope.category else rank_label(1, "miejsce")
    return Prize(beside.id, "rank", place, place + 1, token.span, label, 1)


def _namesake(contests: Contests, words: Sequence[Token], verbs: Mapping[int, VerbRule], scope: Scope) -> list[Prize]:
    """A word of the contest's name as the object of a verb of getting: the statuette has the contest's name."""
    view = contests.view
    rule = next((v for v in verbs.values() if v.id in _GETTING), None)
    names = [m.title.of(view.text) for m in contests.mentions if m.title is not None]
    if rule is None or not (names or scope.contest):
        return []
    known = {s for n in (*names, *((scope.contest.name,) if scope.contest else ())) for s in stems(n) if len(s) > 3}
    for place, token in enumerate(words):
        taken = token.index in view.person or token.index in view.institution
        case = "acc" if rule.id == "award.verb.get" else "nom"
        if token.capital and not taken and set(stems(token.text)) & known and case in token.cases():
            return [Prize(rule.id, "prize", place, place + 1, token.span, None)]
    return []

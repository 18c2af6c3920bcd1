"""What the verbs of a sentence say of its prizes: passives, bare honouring, other clauses, prizes left unsaid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.base import Span
from extract.s3_morphology import Token
from extract.s7_frames.awards.lexicon import VerbRule
from extract.s7_frames.awards.prizes import Prize, rank_label
from extract.s7_frames.awards.recipients import Recipient
from extract.s7_frames.awards.statement import Scope, Statement
from extract.s7_frames.events.view import View, finite


def honours(words: Sequence[Token], verbs: Mapping[int, VerbRule]) -> bool:
    """Whether all verbs of a sentence are of honouring, told as done: "nagrodzono", "jury doceniło"."""
    return bool(verbs) and all(
        v.id == "award.verb.honour" and (words[p].pos_is("praet", "imps") or passive(words, p))
        for p, v in verbs.items()
    )


def other_clause(view: View, words: Sequence[Token], place: int) -> bool:
    """Whether a verb of something else opens a clause of its own behind "a", "i", "oraz", "natomiast"."""
    token = words[place]
    if not token.pos_is("praet", "imps", "fin") or not finite(token) or not view.free(token.index):
        return False
    if token.lemma_is("być", "zostać", "mieć") or token.pos_is("subst", "adj"):
        return False
    for before in reversed(words[max(0, place - 8) : place]):
        if before.lemma_is("który", "jaki", "co", "gdzie") or before.lower in ("bo", "gdyż", "ponieważ"):
            return False
        if before.text in ",;:–—" or before.lower in ("a", "natomiast", "zaś"):
            return before.lower in ("a", "natomiast", "zaś")
    return False


def passive(words: Sequence[Token], place: int) -> bool:
    """Whether a participle stands beside its auxiliary: "wyróżnieni zostali", "zostały nagrodzone"."""
    beside = words[max(0, place - 2) : place] + words[place + 1 : place + 3]  # type: ignore[operator]
    return "nom" in words[place].cases() and any(t.lemma_is("zostać", "być") and finite(t) for t in beside)


def fits(frame: VerbRule | None, recipient: Recipient) -> bool:
    """Whether a name stands in the case of the recipient, or nothing says which that is."""
    if frame is None:
        return True
    wanted = {frame.case} | ({"inst"} if frame.case == "gen" else set())
    return bool(wanted & recipient.cases)


def implied(frame: VerbRule, span: Span, scope: Scope) -> Prize | None:
    """The prize that the verb means: "zwyciężyła" the first place, "wyróżniono" a distinction."""
    if frame.default is not None:
        return Prize(frame.id, "mention", 0, 0, span, frame.default)
    if frame.place is not None and scope.category is None:
        return Prize(frame.id, "rank", 0, 0, span, rank_label(frame.place, "miejsce"), frame.place)
    return None


def announcing(scope: Scope, prizes: Sequence[Prize]) -> Scope:
    """The scope of the lines below "Statuetki otrzymali:"."""
    prize = next((p for p in reversed(prizes) if p.label is not None), None)
    return Scope(scope.contest, scope.category if scope.strong else None, prize, True, scope.strong)


def ungrouped(statement: Statement) -> Statement:
    """A prize with a name of its own stands outside the groups that sentences before named."""
    prize = statement.prize
    if prize is None or prize.type == "rank" or prize.label is None:
        return statement
    return replace(statement, scope=statement.scope.under(category=None))

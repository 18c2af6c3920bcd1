"""What a word form says to the session mechanisms, worked out once a form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.s3_morphology import Token
from extract.s3_morphology.token import Word
from extract.s7_frames.clauses import is_finite
from extract.s7_frames.sessions.lexicon import Lexicon

_VERBAL_NOUN = re.compile(r"(.+[nc]i)(?:e|a|u|em)")
_CAPACITY = 50_000


@dataclass(frozen=True, slots=True)
class Form:
    """Facts of one form that hold wherever it stands."""

    word: Word
    lemmas: frozenset[str]
    """Lemmas, the form itself, and for a verbal noun its nominative ("wręczenia" -> "wręczenie")."""
    opens: bool
    """A cue or role noun may begin with it."""
    finite: bool
    """Surely a finite verb."""
    says: bool
    """A verb of saying, in the past or present."""
    passive: frozenset[str]
    """Lemmas as a passive participle."""
    phrase: bool
    """A phrase that gives roles may begin with it."""


class Forms:
    """Facts by form; those of the commonest forms are kept."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: dict[str, Form] = {}

    def of(self, token: Token) -> Form:
        """The facts of a token's form."""
        form = self._known.get(token.text)
        if form is None or form.word is not token.word:
            form = self._form(token)
            if len(self._known) < _CAPACITY:
                self._known[token.text] = form
        return form

    def _form(self, token: Token) -> Form:
        lexicon = self._lexicon
        lemmas = _lemmas(token)
        return Form(
            token.word,
            lemmas,
            not lemmas.isdisjoint(lexicon.openers),
            is_finite(token),
            bool(lemmas & lexicon.quote_verbs) and token.pos_is("praet", "fin"),
            frozenset(r.lemma for r in token.readings if r.pos == "ppas"),
            token.lower in lexicon.phrase_starts,
        )


def _lemmas(token: Token) -> frozenset[str]:
    lemmas = token.lemmas if token.lower in token.lemmas else token.lemmas | {token.lower}
    if token.pos_is("ger") and (match := _VERBAL_NOUN.fullmatch(token.lower)):
        lemmas |= {match[1] + "e"}
    return lemmas

"""Titles of sessions: which quotation belongs to which noun, and how a title is written in the record."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from extract.base import Span
from extract.s7_frames.sessions.lexicon import Cue
from extract.s7_frames.sessions.view import Mark, Quote, View, Who

_DASH = re.compile(r"\s+[-‐‑‒–—−]+\s+")
_EDGE = ' \t\n„”“"«»‟,;:–—-|•'
_HYPHEN_BREAK = re.compile(r"(?<=[a-ząćęłńóśźż])[-¬\u00ad]\s*\n\s*(?=[a-ząćęłńóśźż])")
_INTRODUCES = frozenset(
    {
        "pt",
        "pn",
        "nt",
        "zatytułowany",
        "nazwany",
        "temat",
        "tytuł",
        "hasło",
        "nazwać",
        "zwać",
        "zatytułować",
        ":",
        "nazwa",
    }
)
_BETWEEN = frozenset({",", "–", "—", "-", ".", "(", "to", "tytuł", "temat", "jest", "był", "była", "było", "|", "taki"})
_SPEECH_DASHES = frozenset("–—-")


def clean(text: str) -> str:
    """A title without quotation marks at the edges, with single spaces and en dashes between clauses."""
    title = _DASH.sub(" – ", " ".join(_HYPHEN_BREAK.sub("", text).split())).strip(_EDGE)
    if title.endswith(".") and not title.endswith(("...", "cz.")):
        title = title[:-1]
    if title.count("(") < title.count(")"):
        title = title.rstrip(") ")
    return title.strip(_EDGE)


@dataclass(frozen=True, slots=True)
class Titled:
    """A quotation that may be a title, and the noun that bears it."""

    quote: Quote
    title: str
    bearer: Mark | None
    elliptical: bool
    """No noun bears it: what it is follows from what was said before."""


def titled_quotes(view: View, first: int, last: int, marks: list[Mark]) -> list[Titled]:
    """The quotations of a sentence that may be titles, from left to right."""
    found = []
    quotes = list(view.quotes_in(first, last))
    for quote in quotes:
        title = clean(quote.span.of(view.text))
        if not _may_be_title(view, quote, title):
            continue
        if view.tokens[quote.first - 1].text == "(":
            alone = len(quotes) == 1 and view.tokens[quote.last].index + 1 < last
            talk = _only_session(view, quote, marks, last) if alone else None
            if talk is not None and talk.cue is not None and talk.cue.kind in ("lecture", "presentation"):
                found.append(Titled(quote, title, talk, False))
            continue
        bearer = _bearer(view, quote, marks, first, last)
        if bearer is None and len(quotes) == 1 and not _works_before(quote, marks):
            bearer = _only_session(view, quote, marks, last)
        if bearer is None and _is_speech(view, quote, last):
            continue
        found.append(Titled(quote, title, bearer, bearer is None))
    return found


def _may_be_title(view: View, quote: Quote, title: str) -> bool:
    if len(title) < 2 or not (title[0].isupper() or title[0].isdigit() or title[0] in "(…#"):
        return False
    return not view.in_institution(quote.first)


def _bearer(view: View, quote: Quote, marks: list[Mark], first: int, last: int) -> Mark | None:
    """The nearest cue before the quotation that is near enough, else a cue right after it."""
    before = [m for m in marks if m.cue is not None and m.last < quote.first]
    for mark in reversed(before):
        if _reaches(view, mark, quote, first):
            return mark
        if mark.last + 1 >= quote.first - 3:
            break
    after = [m for m in marks if m.cue is not None and m.first > quote.last]
    if after and all(_passes(view, i) for i in range(quote.last + 1, after[0].first)):
        return after[0]
    return None


def _works_before(quote: Quote, marks: list[Mark]) -> bool:
    return any(m.cue is not None and m.cue.kind in ("work", "agenda") and 0 < quote.first - m.last <= 4 for m in marks)


def _only_session(view: View, quote: Quote, marks: list[Mark], last: int) -> Mark | None:
    """The one singular session noun of a sentence with one quotation: "O tym, że „X”, mówił w kolejnym wykładzie …"."""
    if _is_speech(view, quote, last):
        return None
    sessions = [m for m in marks if m.cue is not None and m.cue.is_session and m.cue.prose == "people"]
    near = view.tokens[quote.first - 1]
    if len(sessions) != 1 or near.pos_is("subst", "prep"):
        return None
    return sessions[0] if abs(sessions[0].first - quote.last) <= 20 else None


def _passes(view: View, i: int) -> bool:
    return view.tokens[i].lower in _BETWEEN or view.tokens[i].pos_is("adj")


def _reaches(view: View, mark: Mark, quote: Quote, first: int) -> bool:
    gap = range(mark.last + 1, quote.first)
    if any(view.quote_at(i) for i in gap):
        return _listed(view, mark, quote) or (_plural(view, mark) and not _verbs(view, gap))
    if any(view.tokens[i].text == ";" for i in gap):
        return False
    if introduced(view, quote):
        return True
    words = [i for i in gap if view.tokens[i].text[0].isalpha()]
    if len(words) <= 3:
        return True
    nearest = quote.first - 1
    return view.tokens[nearest].text in (",", ":", "–", "-") and len(words) <= 25 and not _verbs(view, gap)


def _plural(view: View, mark: Mark) -> bool:
    readings = [r for r in view.tokens[mark.first].readings if r.pos == "subst" and r.number]
    return bool(readings) and all("sg" not in r.number for r in readings)


def _listed(view: View, mark: Mark, quote: Quote) -> bool:
    """Whether only quotations and joints stand between: "warsztaty „A” i „B”"."""
    return all(
        view.quote_at(i) or view.tokens[i].lower in (",", "i", "oraz", "a", "także", ":", "–", "-")
        for i in range(mark.last + 1, quote.first)
    )


def _verbs(view: View, gap: range) -> bool:
    return any(not view.opaque(i) and view.finite[i] for i in gap)


def introduced(view: View, quote: Quote) -> bool:
    """Whether a word like "pt." or "zatytułowany" stands right before the quotation."""
    i = quote.first - 1
    while i >= 0 and view.tokens[i].text in ".–-":
        i -= 1
    return i >= 0 and bool(view.lemmas[i] & _INTRODUCES)


def _is_speech(view: View, quote: Quote, last: int) -> bool:
    """Whether somebody's words are quoted: a verb of saying stands beside."""
    for i in range(quote.last + 1, min(quote.last + 4, last)):
        if view.lemmas[i] & view.lexicon.quote_verbs:
            return True
        if view.tokens[i].text not in _SPEECH_DASHES and view.tokens[i].text != ",":
            break
    for i in range(max(0, quote.first - 4), quote.first):
        if view.finite[i] and view.lemmas[i] & view.lexicon.quote_verbs:
            return True
    return False


def unquoted_title(view: View, mark: Mark, last: int, *, people: bool = True) -> tuple[str, Span] | None:
    """The title after "pt." or "nt." without quotation marks, to the end of the clause or the first person."""
    i = mark.last + 1
    while i < last and i <= mark.last + 3:
        if view.lemmas[i] & frozenset({"pt", "pn", "nt"}) and i + 1 < last:
            start = i + 2 if view.tokens[i + 1].text == "." else i + 1
            if start >= last or view.quote_at(start):
                return None
            end = start
            while end < last and not _ends_title(view, end, people):
                end += 1
            if end == start:
                return None
            span = Span(view.tokens[start].start, view.tokens[end - 1].end)
            return clean(span.of(view.text)), span
        i += 1
    return None


def _ends_title(view: View, i: int, people: bool) -> bool:
    if people and view.person_at(i) is not None:
        return True
    token = view.tokens[i]
    return token.text in ";(" or (
        token.text == "," and i + 1 < len(view.tokens) and view.tokens[i + 1].lemma_is("który")
    )


def bearing(cue: Cue | None) -> bool:
    """Whether the noun makes the quotation after it a session's title."""
    return cue is not None and cue.is_session


def pairs(view: View, first: int, last: int, *, least: int = 2) -> list[tuple[list[Who], Quote]]:
    """Talks listed in a sentence, persons and titles by turns: "X („Sól”), Y („Woda”)", "X – „Sól”, Y – „Woda”".

    Empty unless every title has its persons, on the same side, and there are ``least`` titles or more.
    """
    people = [w for w in view.people_in(first, last) if "nom" in w.cases and view.quote_at(w.first) is None]
    quotes = [q for q in view.quotes_in(first, last) if clean(q.span.of(view.text))[:1].isupper()]
    quotes = [q for q in quotes if not view.in_institution(q.first)]
    if len(quotes) < least or not people:
        return []
    before = people[0].first < quotes[0].first
    rows: list[tuple[list[Who], Quote]] = []
    for n, quote in enumerate(quotes):
        start = (quotes[n - 1].last if n else first - 1) if before else quote.last
        end = quote.first if before else (quotes[n + 1].first if n + 1 < len(quotes) else last)
        own = (
            [w for w in people if start < w.first < end]
            if before or n
            else [w for w in people if quote.last < w.first < end]
        )
        if not own or not _adjoins(
            view, own[-1].last if before else quote.last, quote.first if before else own[0].head
        ):
            return []
        rows.append((own[-1:] if before and n == 0 and not _joined(view, own) else own, quote))
    return rows


def _adjoins(view: View, left: int, right: int) -> bool:
    """Whether only a designation and a dash, bracket or colon stand between a person and a title, and no verb."""
    gap = [i for i in range(left + 1, right) if not view.opaque(i)]
    return len(gap) <= 20 and not any(view.finite[i] for i in gap)


def _joined(view: View, people: list[Who]) -> bool:
    """Whether persons are coordinated with nothing between but a joint."""
    return all(
        {view.tokens[i].lower for i in range(a.last + 1, b.head)} <= {",", "i", "oraz"}
        for a, b in itertools.pairwise(people)
    )

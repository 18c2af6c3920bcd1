"""Items of programmes and lists: what in a line is the title, what the people."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from extract.base import Span
from extract.s4_dates import DateMention, Precision
from extract.s7_frames.sessions.lexicon import Cue
from extract.s7_frames.sessions.titles import clean
from extract.s7_frames.sessions.view import Quote, View, Who

_LETTER = re.compile(r"\s*(?:[A-Z]{1,2}\d{0,2}[.)]|[a-z]\)|\d{1,2}[.)]|[•▪◦►*]|[-–—](?=\s))\s*")
_NUMBERED = re.compile(r"\s*(?:\d{1,2}|[IVX]{1,4}|[A-H])\b[.:)]?\s*")
_ROOM = re.compile(r"\s*\((?:[^()]{0,60})\)\s*$")
_DESIGNATED = re.compile(r"(?:\s*\([^()\n]{1,120}\))?\s*\)?(?:\s*[,–—|]|\s-|\t)\s*")
_DASHED = re.compile(r"(?:\s*\([^()\n]{1,20}\))?\s*[–—:|,-]\s*")
_EMPTY = re.compile(r"[\s|:;,.–—−-]*")


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a programme, taken apart."""

    cue: Cue | None
    title: str | None
    title_span: Span | None
    rest: Span | None
    """Where its people stand."""
    plural: bool = False
    """The cue is a plural without people: it announces several sessions."""


def leading_day(view: View, span: Span) -> DateMention | None:
    """The date with which a line begins."""
    mentions = view.context.dates.mentions
    first = bisect_left(mentions, span.start, key=lambda m: m.span.start)
    for mention in takewhile(lambda m: m.span.start <= span.start + 3, islice(mentions, first, None)):
        if mention.precision is Precision.DAY:
            return mention if mention.span.end < span.end else None
    return None


def after_date(view: View, span: Span) -> Span:
    """The line without the date with which it begins, and the separator after it."""
    mention = leading_day(view, span)
    match = _DASHED.match(view.text, mention.span.end, span.end) if mention is not None else None
    return Span(match.end(), span.end) if match is not None and match.end() < span.end else span


def is_room(view: View, span: Span) -> bool:
    """Whether a short line is no more than the name of a room: "sala 116", "s. Chopin", "Aula im. …"."""
    first, last = view.range(span)
    if first == last or last - first > 9 or any(t.text in ':–„"' for t in view.tokens[first : min(last, first + 4)]):
        return False
    if view.tokens[first].text == "s" and last - first > 4:
        return False
    return view.room_at(first)


def top_people(view: View, span: Span) -> list[Who]:
    """Persons of a line who are not part of a title: in the nominative, outside quotations."""
    first, last = view.range(span)
    everyone = view.people_in(first, last)
    return [w for w in everyone if w.nominative and view.quote_at(w.first) is None and not view.in_room(w)]


def parse(view: View, span: Span, scope: Cue | None = None) -> Item:
    """Take one line apart, without its hours.

    Args:
        scope: kind that a heading above has given.
    """
    marker = _LETTER.match(view.text, span.start, span.end)
    if marker and marker.end() < span.end:
        span = Span(marker.end(), span.end)
    span = after_date(view, span)
    first, last = view.range(span)
    if first == last:
        return Item(scope, None, None, None)
    marks = [
        m
        for m in view.marks(first, last)
        if m.cue is not None and m.cue.kind not in ("event", "work", "room", "agenda")
    ]
    head = marks[0] if marks and marks[0].first <= first + 2 and _leads(view, first, marks[0].first) else None
    people = top_people(view, span)
    phrase = None if people else _phrase_at(view, first, last)
    quote = _title_quote(view, first, last, people)
    if quote is not None:
        near = [m for m in marks if m.cue is not None and m.cue.is_session and not view.quote_at(m.first)]
        cue = near[0].cue if near else _cue_at(view, quote) or scope
        if head is not None and head.cue is not None and not head.cue.is_session and head.cue.kind == "none":
            cue = head.cue
        before = Span(span.start, view.tokens[quote.first].start)
        after = Span(view.tokens[quote.last].end, span.end)
        anyone = view.people_in(*view.range(before)) if before.end > before.start else ()
        rest = span if any(w.prep is None for w in anyone) else after
        if cue is not None and cue.kind == "ceremony" and head is not None:
            title_span = Span(span.start, _boundary(view, first, people, last) if people else span.end)
            return Item(cue, clean(_unroomed(title_span.of(view.text))), title_span, rest)
        return Item(cue, clean(quote.span.of(view.text)), quote.span, rest)
    if phrase is not None:
        titled = parse(view, Span(span.start, view.tokens[phrase].start), scope)
        return Item(titled.cue, titled.title, titled.title_span, Span(view.tokens[phrase].start, span.end))
    if head is not None:
        return _with_cue(view, span, head.last, head.cue, people, _plural(view, head.first))
    return _unquoted(view, span, people, scope)


def _phrase_at(view: View, first: int, last: int) -> int | None:
    """Index of a phrase that names participants ("z udziałem"), where persons follow it."""
    i = min((i for i, _ in view.phrases(first + 1, last)), default=None)
    return i if i is not None and view.people_in(i, last) and not view.opaque(i) else None


def _cue_at(view: View, quote: Quote) -> Cue | None:
    """The cue with which a quotation begins: „Otwarcie konferencji”."""
    cue = view.lexicon.cue(view.lemmas, quote.first + 1)
    return cue if cue is not None and (cue.kind == "none" or (cue.is_session and not cue.group)) else None


def _leads(view: View, first: int, cue: int) -> bool:
    """Whether only adjectives, numbers and letters stand before the cue."""
    return all(
        view.tokens[i].pos_is("adj", "num", "ign") or not view.tokens[i].text.isalpha() for i in range(first, cue)
    )


def _plural(view: View, at: int) -> bool:
    readings = [r for r in view.tokens[at].readings if r.pos in ("subst", "ger") and r.number]
    return bool(readings) and not any("sg" in r.number for r in readings)


def _title_quote(view: View, first: int, last: int, people: Sequence[Who]) -> Quote | None:
    for quote in view.quotes_in(first, last):
        inner = clean(quote.span.of(view.text))
        if len(inner) < 2 or not (inner[0].isupper() or inner[0].isdigit()) or view.in_institution(quote.first):
            continue
        if view.in_bracket(quote.first):
            continue
        work = view.lexicon.cue(view.lemmas, quote.first - 1) if quote.first > first else None
        if work is not None and work.kind in ("work", "agenda"):
            continue
        if people and quote.first > people[0].first and not _closes_item(view, quote.first, quote.last, last):
            continue
        return quote
    return None


def _closes_item(view: View, first: int, quote_last: int, last: int) -> bool:
    """A title after the person ends the line, or follows a colon or a dash."""
    before = view.tokens[first - 1].text
    return before in ":–—-." or all(not t.text[0].isalpha() for t in view.tokens[quote_last + 1 : last])


def _boundary(view: View, first: int, people: Sequence[Who], last: int) -> int:
    """Offset at which the phrase of the first person begins: after the separator before it."""
    i = people[0].first - 1
    while i >= first:
        token = view.tokens[i]
        if _cell_end(view, i):
            return token.end
        if token.text in "–—|;:,(" or (token.text == "-" and view.text[token.start - 1 : token.start].isspace()):
            return token.start
        if token.text in "?!…" or (token.text == "." and not _abbreviation(view, i)):
            return token.end
        i -= 1
    return view.tokens[first].start


def _cell_end(view: View, i: int) -> bool:
    """Whether a tab or several spaces part the token from the next: the end of a table's cell."""
    gap = view.text[view.tokens[i].end : view.tokens[i + 1].start] if i + 1 < len(view.tokens) else ""
    return "\t" in gap or gap.count(" ") >= 3


def _abbreviation(view: View, stop: int) -> bool:
    before = view.tokens[stop - 1]
    return before.pos_is("brev") or len(before.text) <= 2 or (len(before.text) <= 5 and not before.known)


def _with_cue(view: View, span: Span, cue_last: int, cue: Cue | None, people: list[Who], plural: bool) -> Item:
    """ "Wykład: …", "Otwarcie konferencji – X", "PANEL: tytuł (aula 1)", "Warsztaty z lutowania – X"."""
    assert cue is not None
    first, last = view.range(span)
    end = _boundary(view, first, people, last) if people else span.end
    after = view.tokens[cue_last].end
    rest = Span(end, span.end) if people else None
    colon = _colon_after(view, cue_last, last)
    solemn = cue.kind == "ceremony" and cue.role != "host"
    if solemn or cue.kind == "none" or cue.rule.endswith("summary"):
        stop = view.tokens[colon].start if colon is not None else end
        body = Span(span.start, max(stop, after))
        return Item(cue, _trimmed(view, body)[0], body, rest, False)
    if end <= after:
        named = cue.kind in ("other", "ceremony") and not cue.group and not people
        title = clean(span.of(view.text)) if named else None
        return Item(cue, title, span if named else None, Span(after, span.end), plural and not people and not named)
    if colon is not None and view.tokens[colon].start < end:
        body = Span(view.tokens[colon].end, end)
        return _titled_item(view, cue, body, rest)
    numbered = _NUMBERED.match(view.text, after, end)
    tail = Span(numbered.end() if numbered else after, end)
    if _says_nothing(view, tail):
        return Item(cue, None, None, rest or Span(after, span.end), plural and not people)
    separator = _EMPTY.match(view.text, tail.start, tail.end)
    apart = numbered is not None or (separator is not None and separator.end() > tail.start + 1)
    body = tail if apart else Span(view.tokens[first].start, end)
    return _titled_item(view, cue, body, rest)


def _titled_item(view: View, cue: Cue | None, body: Span, rest: Span | None) -> Item:
    """A title and what follows it: the role words that the title sheds belong to the people."""
    title, end = _trimmed(view, body)
    return Item(cue, title, body, Span(end, rest.end) if rest is not None else None)


def _colon_after(view: View, cue: int, last: int) -> int | None:
    """Index of the colon after a cue and what qualifies it: "Wykład inauguracyjny:", "Panel 1:"; none in a title."""
    for i in range(cue + 1, min(last, cue + 6)):
        if view.tokens[i].text == ":":
            return i
        if view.tokens[i].text in "|–—" or view.tokens[i].text == "." or view.quote_at(i):
            return None
    return None


def _says_nothing(view: View, span: Span) -> bool:
    """Whether a stretch after a cue holds no title: adjectives, "równoległe", numbers, brackets."""
    first, last = view.range(span)
    words = [t for t in view.tokens[first:last] if t.text[0].isalpha() and not view.in_bracket(t.index)]
    return all(t.pos_is("adj", "ppas", "adv") and not t.pos_is("prep") for t in words)


def _unquoted(view: View, span: Span, people: list[Who], scope: Cue | None) -> Item:
    first, last = view.range(span)
    if not people:
        title, _ = _trimmed(view, span)
        return Item(_trailing_cue(view, span) or scope, title, span, None)
    end = _boundary(view, first, people, last)
    body = Span(span.start, end)
    title, kept = _trimmed(view, body)
    if title:
        return Item(
            _trailing_cue(view, body) or _cue_in(view, Span(end, span.end)) or scope, title, body, Span(kept, span.end)
        )
    return _name_first(view, span, people, scope)


def _name_first(view: View, span: Span, people: list[Who], scope: Cue | None) -> Item:
    """ "X – post: tytuł", "X. Tytuł"."""
    _first, last = view.range(span)
    names = _leading_names(view, people)
    at = names[-1].last + 1
    if at < last and view.tokens[at].text == "." and at + 1 < last and _title_like(view, at + 1):
        body = Span(view.tokens[at].end, span.end)
        inner = parse(view, body) if not top_people(view, body) else None
        if inner is not None and inner.cue is not None and inner.cue.is_session and inner.title:
            return Item(inner.cue, inner.title, inner.title_span, Span(span.start, view.tokens[at].start))
        return Item(scope, _trimmed(view, body)[0], body, Span(span.start, view.tokens[at].start))
    colon = next((i for i in range(at, last) if view.tokens[i].text == ":"), None)
    if colon is not None and colon + 1 < last and not view.people_in(colon, last):
        body = Span(view.tokens[colon].end, span.end)
        return Item(scope, _trimmed(view, body)[0], body, Span(span.start, view.tokens[colon].start))
    after = _after_designation(view, names[-1], span)
    if after is not None:
        return Item(scope, _trimmed(view, after)[0], after, Span(span.start, after.start))
    return Item(scope, None, None, span)


def _title_like(view: View, at: int) -> bool:
    token = view.tokens[at]
    return token.capital or token.text.isdecimal() or token.text in '„"('


def _after_designation(view: View, who: Who, span: Span) -> Span | None:
    """What is left of the line after the person's designation, where it can be a title: a capital, no name in it."""
    end = view.designation_end(who)
    match = _DESIGNATED.match(view.text, end, span.end)
    if match is None or match.end() >= span.end:
        return None
    left = Span(match.end(), span.end)
    first, last = view.range(left)
    words = [i for i in range(first, last) if view.tokens[i].text[0].isalpha()]
    if len(words) < 2 or not view.tokens[first].capital or view.people_in(first, last):
        return None
    return None if any(view.in_institution(i) for i in words) else left


def _leading_names(view: View, people: list[Who]) -> list[Who]:
    names = people[:1]
    for who in people[1:]:
        between = {view.tokens[i].lower for i in range(names[-1].last + 1, who.first)}
        if not between <= {",", "i", "oraz", "/", "dr", "prof", ".", "mgr", "hab", "inż"}:
            break
        names.append(who)
    return names


def _chunks(view: View, span: Span) -> list[tuple[int, int]]:
    """Token ranges between spaced dashes, bars and commas."""
    first, last = view.range(span)
    chunks, begin = [], first
    for i in range(first, last):
        token = view.tokens[i]
        if token.text in "–—|," or (token.text == "-" and view.text[token.start - 1 : token.start].isspace()):
            chunks.append((begin, i))
            begin = i + 1
        elif _cell_end(view, i) and i + 1 < last:
            chunks.append((begin, i + 1))
            begin = i + 1
    chunks.append((begin, last))
    return chunks


def _trailing_cue(view: View, span: Span) -> Cue | None:
    """The cue that the last chunks are: "Chleb na zakwasie – warsztaty"."""
    for begin, end in reversed(_chunks(view, span)[1:]):
        for mark in view.marks(begin, end):
            if mark.cue is not None and mark.cue.is_session and mark.first == begin:
                return mark.cue
    return None


def _cue_in(view: View, span: Span) -> Cue | None:
    """A cue beside the people: "prezentacja, X", "warsztat prowadzi X"."""
    first, last = view.range(span)
    people = view.people_in(first, last)
    stop = people[0].first if people else last
    for mark in view.marks(first, stop):
        if mark.cue is not None and mark.cue.is_session:
            return mark.cue
    return None


def _trimmed(view: View, span: Span) -> tuple[str | None, int]:
    """The title in a span, without trailing cues and roles, rooms in brackets, cells after a bar; where it ends."""
    first, last = view.range(span)
    if first == last:
        return None, span.end
    end = view.tokens[last - 1].end
    chunks = _chunks(view, span)
    while len(chunks) > 1 and (_only_role(view, *chunks[-1]) or _only_institution(view, *chunks[-1])):
        joint = view.tokens[chunks[-1][0] - 1]
        end = joint.end if _cell_end(view, joint.index) else joint.start
        chunks.pop()
    text = view.text[span.start : end]
    bar = re.search(r"\s\|\s|\t", text.strip(" |\t"))
    if bar:
        text = text.strip(" |\t")[: bar.start()]
    title = clean(_unroomed(text))
    return (title if any(c.isalpha() for c in title) else None), end


def _unroomed(text: str) -> str:
    return _ROOM.sub("", text)


def _only_institution(view: View, begin: int, end: int) -> bool:
    """Whether a chunk is the name of an institution."""
    words = [i for i in range(begin, end) if view.tokens[i].text[0].isalpha()]
    return bool(words) and all(view.in_institution(i) for i in words)


def _only_role(view: View, begin: int, end: int) -> bool:
    """Whether a chunk is no more than a cue, a role noun or a verb of leading."""
    words = [i for i in range(begin, end) if view.tokens[i].text[0].isalpha()]
    if not words:
        return True
    if len(words) > 4:
        return False
    marks = list(view.marks(begin, end))
    return any(((m.cue is not None and m.cue.is_session) or m.role is not None) and m.first == words[0] for m in marks)

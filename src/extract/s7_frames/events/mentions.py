"""Mentions of events: a noun of the kind, the edition and the name around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.base import Span
from extract.s2_layout import Block, BlockKind
from extract.s3_morphology import Token
from extract.s7_frames.events.lexicon import EventLexicon, KindRule, has_lemma, phrase_at
from extract.s7_frames.events.numbers import ordinal_before, ordinal_word
from extract.s7_frames.events.titles import title_before, title_below
from extract.s7_frames.events.view import Sentence, View, finite

_DASHES = frozenset("-–—")
_LINKS = frozenset(
    {"i", "oraz", "w", "we", "na", "dla", "z", "ze", "o", "do", "ds", "im", "przy", "nad", "pod", "a", "po", "ku"}
)
_LECIE = re.compile(r"\w*leci(?:e|a|u|em)")


@dataclass(frozen=True, slots=True)
class EventMention:
    """One place where the text names an event."""

    kind: KindRule
    head: int
    """Index of the noun's (or verb's) token."""
    sentence: Sentence
    span: Span
    """Edition, adjectives, noun and name."""
    title: Span | None = None
    """What stands in quotation marks or after "pn.", without the marks."""
    proper: Span | None = None
    """A name written with capitals, edition left out."""
    edition: int | None = None
    other: bool = False
    """An edition past or to come, or some other event of the kind."""
    plural: bool = False
    happens: bool = False
    """Its sentence says that it takes place."""
    cues: tuple[str, ...] = ()
    """Ids of the rules whose words stand around it."""

    @property
    def named(self) -> bool:
        """Whether a title or a proper name goes with the noun."""
        return self.title is not None or self.proper is not None


def event_mentions(view: View, lexicon: EventLexicon) -> tuple[EventMention, ...]:
    """All mentions in order."""
    return tuple(m for s in view.sentences for m in _of_sentence(view, lexicon, s))


def _of_sentence(view: View, lexicon: EventLexicon, sentence: Sentence) -> Iterator[EventMention]:
    words = view.words(sentence)
    if not any(lexicon.kind_of(t) or lexicon.opened(t) for t in words):
        return
    lower = tuple(t.lower for t in words)
    told = any((finite(t) or t.pos_is("ppas", "inf")) and has_lemma(t, lexicon.happens.lemmas) for t in words)
    starts = (i for i, word in enumerate(lower) if word in lexicon.behind.phrases)
    behind = any(phrase_at(lower, i, lexicon.behind) for i in starts)
    happens = told or behind
    cues = ((lexicon.happens.id,) if told else ()) + ((lexicon.behind.id,) if behind else ())
    for place, token in enumerate(words):
        kind = lexicon.kind_of(token)
        if kind is not None and view.free(token.index):
            mention = _mention(view, lexicon, sentence, words, lower, place, kind, happens)
            if mention is not None:
                yield replace(mention, cues=(*cues, *mention.cues))
            continue
        opened = lexicon.opened(token)
        if opened is not None:
            name = _object_after(view, words, place)
            if name is not None:
                yield EventMention(
                    opened, token.index, sentence, Span(token.start, name.end), proper=name, happens=True
                )


def _mention(
    view: View, lexicon: EventLexicon, sentence: Sentence, words: Sequence[Token], lower: tuple[str, ...], place: int,
    kind: KindRule, happens: bool,
) -> EventMention | None:  # fmt: skip
    token = words[place]
    left, edition = _left(words, place)
    title, end = _title(view, lexicon, words, lower, place)
    taken_up = title_before(view, lexicon, words, lower, place) if title is None else None
    title = title or taken_up
    if title is None and is_heading(sentence.block) and not kind.object:
        title = title_below(view, sentence, left, place + 1 + _adjectives(words, place + 1))
    proper = None if kind.object else _proper(view, words, left, place, edition is not None)
    if kind.object:
        proper = _object_of(view, words, left, place)
        if proper is None:
            return None
    if kind.capital and (not token.capital or not _plural(token)):
        return None
    if (
        edition is not None
        and kind.part
        and ordinal_word(words[left])
        and not any(t.lower == "już" for t in words[left:place])
    ):
        edition = None  # "pierwsza debata": one of several, not an edition
    if (
        kind.proper
        and title is None
        and (proper is None or not (edition or proper.start < token.start or token.capital))
    ):
        return None
    if kind.anniversary and edition is None and not _anniversary(words, place):
        return None
    before = words[max(0, left - 2) : place]
    other = any(has_lemma(t, lexicon.other.lemmas) for t in before)
    introduced = title is not None and any(
        phrase_at(lower, i, lexicon.intro) for i in range(place, min(len(lower), place + 12))
    )
    return EventMention(
        kind,
        token.index,
        sentence,
        Span(words[left].start, max(end, proper.end if proper else 0, token.end)),
        title,
        proper,
        edition,
        other,
        not kind.plural and (_plural(token) or _accusative_plural(words, left, token)),
        happens,
        ((lexicon.other.id,) if other else ())
        + ((lexicon.intro.id,) if introduced else ())
        + ((lexicon.outro.id,) if taken_up else ()),
    )


def _adjectives(words: Sequence[Token], start: int) -> int:
    """How many adjectives follow the noun ("Konferencja Naukowa")."""
    end = start
    while end < len(words) and words[end].pos_is("adj") and not words[end].pos_is("subst", "prep"):
        end += 1
    return end - start


def _plural(token: Token) -> bool:
    nouns = [r for r in token.readings if r.pos == "subst"]
    return bool(nouns) and all("sg" not in r.number for r in nouns)


def _accusative_plural(words: Sequence[Token], left: int, token: Token) -> bool:
    """ "na spotkania": what may be a genitive singular elsewhere is a plural after "na"."""
    after = left > 0 and words[left - 1].lower == "na"
    return after and not any("acc" in r.case and "sg" in r.number for r in token.readings if r.pos == "subst")


def _left(words: Sequence[Token], place: int) -> tuple[int, int | None]:
    """First token of the adjectives and the edition before a noun, and the edition."""
    left = place
    while left > 0:
        token = words[left - 1]
        found = ordinal_before(words, left)
        if found is not None and not (len(token.text) == 1 and token.lower == "i"):
            return found[1], found[0]
        if token.lemma_is("edycja"):
            ordinal = ordinal_before(words, left - 1)
            return (ordinal[1], ordinal[0]) if ordinal else (left - 1, None)
        if token.lower in ("już", "to") and left - 2 >= 0:
            left -= 1
        elif token.text in _DASHES and left - 2 >= 0 and words[left - 2].capital and words[left].capital:
            left -= 2  # both halves of "Kujawsko-Pomorskie"
        elif token.pos_is("adj", "adja", "ppas", "pact") and not finite(token) and not _is_clause_word(token):
            left -= 1
        else:
            break
    while left < place and words[left].text in ("już", "to", "-", "–", "—"):
        left += 1
    return left, None


def _is_clause_word(token: Token) -> bool:
    return token.lemma_is("który", "ten", "jaki", "ów", "nasz", "swój", "mój")


def _title(
    view: View, lexicon: EventLexicon, words: Sequence[Token], lower: tuple[str, ...], place: int
) -> tuple[Span | None, int]:
    """The title that follows a noun, with the end of the whole."""
    after = place + 1
    limit = min(len(words), place + 14)
    while after < limit:
        token = words[after]
        quote = next((q for q in view.quotes if q.span.start == token.start and q.depth == 0), None)
        if quote is not None and not _of_institution(view, token.index):
            return _trim(view.text, quote.inner), quote.span.end
        size = phrase_at(lower, after, lexicon.intro)
        if size:
            following = after + size
            while following < len(words) and words[following].text in ".:":
                following += 1
            if following < len(words):
                start = words[following]
                quote = next((q for q in view.quotes if q.span.start == start.start), None)
                if quote is not None:
                    return _trim(view.text, quote.inner), quote.span.end
                if start.capital:
                    end = _unquoted_end(words, following)
                    return Span(start.start, end), end
            return None, words[place].end
        if after == place + 1 and _foreign(view, words, after):
            end = after + 1
            while end < len(words) and words[end].capital and view.free(words[end].index):
                end += 1
            return Span(token.start, words[end - 1].end), words[end - 1].end
        if not _continues_name(view, token) or (view.free(token.index) and has_lemma(token, lexicon.foreign.lemmas)):
            break
        after += 1
    return None, words[place].end


def _foreign(view: View, words: Sequence[Token], place: int) -> bool:
    """ "konferencja Silva Nova": two words with capitals, no Polish ones, right behind the noun."""
    pair = words[place : place + 2]
    return (
        len(pair) == 2
        and all(t.capital and t.text.isalpha() and not t.text.isupper() and view.free(t.index) for t in pair)
        and not any(t.known for t in pair)
        and not any(p.span.start == pair[0].start for p in view.context.entities.places)
    )


def _of_institution(view: View, mark: int) -> bool:
    """Whether the quotation that opens at the token is part of an institution's name."""
    return mark in view.institution and view.institution.get(mark - 1) == view.institution[mark]


def _continues_name(view: View, token: Token) -> bool:
    """Whether a token can stand between the noun and its title ("konferencja naukowa dla bibliotekarzy „…”")."""
    if token.text in _DASHES or token.lower in _LINKS or token.index in view.institution:
        return True
    return token.text.isalnum() and not finite(token) and not token.pos_is("pred", "conj", "comp")


def _unquoted_end(words: Sequence[Token], start: int) -> int:
    end = start
    while end < len(words) and words[end].text not in '.,;:„"()' and not (end > start + 2 and finite(words[end])):
        end += 1
    return words[max(start, end - 1)].end


def _proper(view: View, words: Sequence[Token], left: int, place: int, numbered: bool) -> Span | None:
    """A name by capitals: "Kaliskie Forum Młodych", "Gala Sportu Powiatu Kolskiego"; the edition stays outside."""
    start = next((i for i in range(left, place + 1) if words[i].capital and not _is_number(words, i)), None)
    shout = words[place].text.isupper() and len(words[place].text) > 2
    end = _proper_end(view, words, place, shout)
    if start is None:
        return None
    first_in_sentence = start == 0 or words[start - 1].text in '.!?–—:„"'
    if shout and not numbered and view.text[: words[start].start].rstrip()[-1:] not in ("", "\n"):
        return None
    anniversary = end > place + 3 and _LECIE.fullmatch(words[place + 3].lower) is not None
    if anniversary:
        return Span(words[start].start, words[end - 1].end)
    if first_in_sentence and not numbered and end == place + 1 and not any(w.capital for w in words[start + 1 : end]):
        return None
    if end == place + 1 and start == place and not numbered:
        return None
    if (
        first_in_sentence
        and not numbered
        and start < place
        and not any(w.capital for w in words[start + 1 : place + 1])
    ):
        return None  # "Wtorkowe spotkanie Klubu …": a capital that the beginning of the sentence asks for
    if end - 2 > place and words[end - 2].lower in ("w", "we") and words[end - 1].index not in view.institution:
        end -= 2  # "Forum Bibliotek w Kole": where it was, not its name
    return Span(words[start].start, words[end - 1].end)


def _is_number(words: Sequence[Token], place: int) -> bool:
    return ordinal_before(words, place + 1) is not None


def _proper_end(view: View, words: Sequence[Token], place: int, shout: bool) -> int:
    end = place + 1
    while end < len(words):
        token = words[end]
        if token.text[0].isupper() and not (token.pos_is("praet") and finite(token)) and token.index not in view.person:
            end += 1
        elif token.index in view.institution and token.text not in '„”"':
            end += 1
        elif (
            token.text.isdecimal()
            and end + 2 < len(words)
            and words[end + 1].text in _DASHES
            and _LECIE.fullmatch(words[end + 2].lower)
        ):
            end += 3
        elif (token.lower in _LINKS or token.text in _DASHES) and end + 1 < len(words):
            following = words[end + 1]
            if not (following.capital or following.index in view.institution) or _roman_date(words, end + 1):
                break
            end += 1
        else:
            break
    return end


def _roman_date(words: Sequence[Token], place: int) -> bool:
    return words[place].text.isdecimal()


def _object_of(view: View, words: Sequence[Token], left: int, place: int) -> Span | None:
    """ "uroczyste otwarcie Biblioteki Miejskiej": the noun with what it governs, if that has a name."""
    end = place + 1
    while end < len(words) and words[end].pos_is("adj", "ppas") and not words[end].capital and end - place < 4:
        end += 1
    if end >= len(words) or not (words[end].index in view.institution or words[end].capital):
        return None
    if words[end].index in view.person:
        return None
    last = _proper_end(view, words, end, False)
    return Span(words[left].start, words[last - 1].end)


def _object_after(view: View, words: Sequence[Token], place: int) -> Span | None:
    """ "otwarto Klub Rodzica „Huśtawka”": the object of an impersonal verb, if it has a name."""
    start = place + 1
    if start >= len(words) or not words[start].capital or words[start].index in view.person:
        return None
    last = _proper_end(view, words, start, False)
    end = words[last - 1].end
    if last < len(words):
        quote = next((q for q in view.quotes if q.span.start == words[last].start), None)
        if quote is not None:
            end = quote.span.end
    return Span(words[start].start, end)


def _anniversary(words: Sequence[Token], place: int) -> bool:
    near = words[max(0, place - 3) : place + 8]
    return any(_LECIE.fullmatch(t.lower) or t.lemma_is("setny", "jubileusz", "rocznica") for t in near)


def _trim(text: str, span: Span) -> Span:
    raw = span.of(text)
    start = span.start + len(raw) - len(raw.lstrip(" –—-"))
    end = span.end - (len(raw) - len(raw.rstrip(" .,;")))
    return Span(start, max(start, end))


def is_headline(mention: EventMention) -> bool:
    """Whether the mention stands in the article's title or a heading."""
    return is_heading(mention.sentence.block)


def is_heading(block: Block) -> bool:
    """Whether a block is the article's title or a heading."""
    return block.kind in (BlockKind.HEADLINE, BlockKind.HEADING)

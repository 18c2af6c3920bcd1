"""Prizes in a line or sentence: places, distinctions, named prizes, medals and titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.base import Span
from extract.s3_morphology import Token
from extract.s6_names import NameNormaliser
from extract.s7_frames.awards.lexicon import AwardLexicon, PrizeRule
from extract.s7_frames.events.lexicon import Gate, has_lemma, phrase_at
from extract.s7_frames.events.naming import clean
from extract.s7_frames.events.numbers import ordinal_before, ordinal_word, roman
from extract.s7_frames.events.view import View, finite

_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_HIGHEST = 10
_RANKED_METALS = frozenset({"złoty", "srebrny", "brązowy"})
_METALS = frozenset({"złoty", "srebrny", "brązowy", "honorowy", "specjalny", "główny", "kryształowy"})


@dataclass(frozen=True, slots=True)
class Prize:
    """One prize as the text words it."""

    rule: str
    type: str
    first: int
    """Place of its first word in the line."""
    last: int
    """Place after its last word."""
    span: Span
    label: str | None
    """The category in the nominative: "II miejsce", "Nagroda Publiczności"; ``None`` for a bare "nagroda"."""
    place: int | None = None
    own: str | None = None
    """The contest that the prize is by itself: a medal, badge or named statuette."""
    noun: str = ""
    """Lemma of the noun, which later ordinals in the text inherit."""
    plural: bool = False
    title: str | None = None
    """What a medal or statuette is of, without its noun: "Liderzy Wody" of "statuetki Liderów Wody"."""
    quoted: bool = False
    """The prize has a name in quotation marks."""


def rank_label(place: int, noun: str) -> str:
    """ "II miejsce", "III nagroda"."""
    return f"{_ROMAN[place]} {noun}"


class PrizeFinder:
    """Finds prizes in a sequence of words."""

    def __init__(self, lexicon: AwardLexicon, normaliser: NameNormaliser) -> None:
        self._rules = {r.type: r for r in lexicon.prizes}
        self._gate = Gate(r.words for r in lexicon.prizes)
        self._metals = self._rules["rank"].metals
        self._short = frozenset().union(*(r.short for r in lexicon.prizes))
        self._lexicon = lexicon
        self._normaliser = normaliser

    def find(self, view: View, words: Sequence[Token], inherited: str = "") -> tuple[Prize, ...]:
        """All prizes in order; ``inherited`` is the noun that a bare ordinal ("drugą – …") stands for."""
        found: list[Prize] = []
        lower = tuple(t.lower for t in words)
        place = 0
        while place < len(words):
            prize = self._at(view, words, lower, place, inherited or _noun(found)) or self._other_metal(
                words, place, found
            )
            if prize is None or (found and prize.first < found[-1].last):
                place += 1
                continue
            found.append(prize)
            place = max(prize.last, place + 1)
        return tuple(found)

    def _at(
        self, view: View, words: Sequence[Token], lower: tuple[str, ...], place: int, inherited: str
    ) -> Prize | None:
        token = words[place]
        if not (
            self._gate.opens(token)
            or token.lower in self._short
            or token.lower in self._metals
            or token.lower == "roku"
            or inherited
        ):
            return None
        size = phrase_at(lower, place, self._rules["grand-prix"].words)
        if size:
            span = Span(token.start, words[place + size - 1].end)
            return Prize(self._rules["grand-prix"].id, "grand-prix", place, place + size, span, "Grand Prix")
        if not view.free(token.index):
            return None
        rank = self._rank(words, place)
        if rank is not None:
            return rank
        if place and words[place - 1].lower == "o":
            return None  # "turniej o Puchar Wójta"
        for kind in ("mention", "prize", "medal"):
            rule = self._rules[kind]
            if (
                has_lemma(token, rule.words.lemmas)
                and token.pos_is("subst")
                and not (kind == "mention" and _verbal(words, place))
            ):
                return self._named(view, words, place, rule)
        if token.text == "Roku" or token.text == "ROKU":
            return self._of_the_year(view, words, place)
        return self._bare_ordinal(words, place, inherited) if inherited else None

    def _rank(self, words: Sequence[Token], place: int) -> Prize | None:
        token, rule = words[place], self._rules["rank"]
        if token.lower in rule.short and place + 1 < len(words) and words[place + 1].text == ".":
            value = roman(words[place - 1].text) if place else None
            return self._ranked(rule, words, place - 1, place + 2, value, "miejsce") if value else None
        if not has_lemma(token, rule.words.lemmas):
            return self._metal(words, place)
        noun = next((r.lemma for r in token.readings if r.pos == "subst" and r.lemma in rule.words.lemmas), None)
        if noun is None:
            return None
        found = ordinal_before(words, place)
        if noun == "stopień":
            top = place and words[place - 1].lower.startswith("najwyższ")
            podium = place + 1 < len(words) and words[place + 1].lower == "podium"
            return self._ranked(rule, words, place - 1, place + 2, 1, "miejsce") if top and podium else None
        if found is None and place + 1 < len(words) and noun == "miejsce":
            value = roman(words[place + 1].text) or (
                int(words[place + 1].text) if words[place + 1].text.isdecimal() else None
            )
            return self._ranked(rule, words, place, place + 2, value, noun)
        return self._ranked(rule, words, found[1], place + 1, found[0], noun) if found else None

    def _metal(self, words: Sequence[Token], place: int) -> Prize | None:
        """ "złoto zdobyła …", "Srebro: …": the metal alone, no material or colour, stands for a place."""
        token = words[place]
        value = next((i + 1 for i, m in enumerate(self._metals) if token.lower == m), None)
        if value is None:
            return None
        marked = place + 1 < len(words) and words[place + 1].text in ":–—"
        won = any(self._lexicon.verb_of(t) is not None for t in words[max(0, place - 4) : place + 4])
        return self._ranked(self._rules["rank"], words, place, place + 1, value, "miejsce") if marked or won else None

    @staticmethod
    def _ranked(
        rule: PrizeRule, words: Sequence[Token], first: int, last: int, value: int | None, noun: str
    ) -> Prize | None:
        if value is None or not 0 < value <= _HIGHEST:
            return None
        span = Span(words[first].start, words[last - 1].end)
        return Prize(rule.id, "rank", first, last, span, rank_label(value, noun), value, None, noun)

    def _other_metal(self, words: Sequence[Token], place: int, found: Sequence[Prize]) -> Prize | None:
        """ "Złotym Krzyżem Zasługi … Srebrnym – …": the medal named before in another metal."""
        token = words[place]
        if not found:
            return None
        metal = next((r.lemma for r in token.readings if r.pos == "adj" and r.lemma in _RANKED_METALS), None)
        last = next((p for p in reversed(found) if p.type == "medal" and p.label), None)
        if (
            metal is None
            or last is None
            or last.label is None
            or place + 1 >= len(words)
            or words[place + 1].pos_is("subst")
        ):
            return None
        first, _, rest = last.label.partition(" ")
        if first.lower() not in _RANKED_METALS or not rest:
            return None
        label = f"{metal.capitalize() if first[:1].isupper() else metal} {rest}"
        own = label if last.own == last.label else last.own
        return Prize(last.rule, "medal", place, place + 1, token.span, label, None, own)

    def _bare_ordinal(self, words: Sequence[Token], place: int, noun: str) -> Prize | None:
        """ "drugą – …", "trzecia przypadła …": an ordinal whose noun was said before."""
        token = words[place]
        value = ordinal_word(token) or roman(token.text)
        if value is None or value > 5 or token.pos_is("ign"):
            return None
        following = words[place + 1] if place + 1 < len(words) else None
        if following is None or (
            following.text not in "–—-,„"
            and following.lower not in ("ex", "równorzędnie")
            and not (
                finite(following)
                or following.lemma_is("być", "jury", "komisja", "otrzymać", "zostać")
                or following.capital
                or (following.pos_is("subst") and following.lemma_is("student", "uczeń", "pan", "pani"))
            )
        ):
            return None
        return self._ranked(self._rules["rank"], words, place, place + 1, value, noun)

    def _named(self, view: View, words: Sequence[Token], place: int, rule: PrizeRule) -> Prize:
        """A prize with the adjectives before and the name after its noun."""
        first = place
        while (
            first > 0
            and words[first - 1].pos_is("adj", "ppas")
            and view.free(words[first - 1].index)
            and (has_lemma(words[first - 1], _METALS) or words[first - 1].capital)
        ):
            first -= 1
        last, quote = self._tail(view, words, place)
        text = self._normaliser.phrase(_singular(view, words, first, place, last))
        label: str | None = text
        own = None
        if quote is not None:
            name = clean(quote.of(view.text))
            own, label = name, f"{text} „{name}”"
            last = next((i for i in range(place, len(words)) if words[i].start >= quote.end), len(words) - 1) + 1
        elif rule.type == "medal" and (last > place + 1 or (first < place and words[first].capital)):
            plain = all(has_lemma(t, _METALS) for t in (*words[first:place], *words[place + 1 : last]))
            own = None if plain else text
        elif rule.type == "mention":
            label = text
        elif last == place + 1 and first == place:
            label = None
        span = Span(words[first].start, words[min(last, len(words)) - 1].end)
        return Prize(
            rule.id,
            rule.type,
            first,
            last,
            span,
            label,
            None,
            own,
            "",
            _is_plural(words[place]),
            self._bare(view, words, place, last, quote),
            quote is not None,
        )

    def _bare(self, view: View, words: Sequence[Token], place: int, last: int, quote: Span | None) -> str | None:
        if quote is not None or last <= place + 1:
            return None
        return clean(Span(words[place + 1].start, words[last - 1].end).of(view.text))

    def _tail(self, view: View, words: Sequence[Token], place: int) -> tuple[int, Span | None]:
        """End of a prize's name: adjectives, capitals, an institution, "dla …", "im. …"; or a quotation."""
        end = place + 1
        while end < len(words):
            token = words[end]
            quote = next((q for q in view.quotes if q.span.start == token.start), None)
            if quote is not None and end - place <= 4:
                return end, quote.inner
            if token.index in view.person:
                break
            if token.index in view.institution and (words[end - 1].index in view.institution or "gen" in token.cases()):
                end += 1
            elif token.text.isdecimal() and end + 2 < len(words) and words[end + 2].lower.startswith("leci"):
                end += 3
            elif token.capital and not finite(token) and words[end - 1].text not in ",.:":
                end += 1
            elif (has_lemma(token, _METALS) and token.pos_is("adj")) or (
                token.lower in self._lexicon.attributes.words and end == place + 1
            ):
                end += 1
            elif (token.lower in ("im", "dla") or self._reason(words, place, end)) and end + 1 < len(words):
                end = _phrase_end(view, words, end + 1)
            elif token.text == "." and words[end - 1].lower == "im":
                end += 1
                while end < len(words) and words[end].capital and words[end].index not in view.institution:
                    end += 1
            else:
                break
        return end, None

    @staticmethod
    def _reason(words: Sequence[Token], place: int, end: int) -> bool:
        """ "nagroda za debiut": what a prize is for is its name, where nothing else is and a thing follows."""
        following = words[end + 1] if end + 1 < len(words) else None
        thing = following is not None and following.text.islower() and following.pos_is("subst", "adj")
        return words[end].lower == "za" and end == place + 1 and thing and words[place].lemma_is("nagroda")

    def _of_the_year(self, view: View, words: Sequence[Token], place: int) -> Prize | None:
        first = place
        while first > 0 and place - first < 6:
            before = words[first - 1]
            joint = before.lower == "i" and first >= 2 and words[first - 2].capital
            if not ((before.capital and not before.pos_is("prep")) or joint) or before.index in view.person:
                break
            first -= 1
        if first == place:
            return None
        span = Span(words[first].start, words[place].end)
        label = self._normaliser.phrase(clean(span.of(view.text)))
        return Prize(self._rules["role"].id, "role", first, place + 1, span, label)

    def title(self, view: View, words: Sequence[Token], verb: int) -> Prize | None:
        """The noun phrase in the instrumental beside "został", "ogłoszono"."""
        for first, last in (_instrumental(view, words, verb + 1, 1), _instrumental(view, words, verb - 1, -1)):
            honour = any(
                t.lower.startswith("naj") or has_lemma(t, self._rules["role"].words.lemmas) for t in words[first:last]
            )
            if last > first and honour:
                span = Span(words[first].start, words[last - 1].end)
                label = self._normaliser.phrase(clean(span.of(view.text)))
                return Prize(self._rules["role"].id, "role", first, last, span, label[:1].upper() + label[1:])
        return None


def _verbal(words: Sequence[Token], place: int) -> bool:
    """ "wyróżnienie aktywnych pracowników": the act, not the prize: a genitive plural in small letters follows."""
    following = words[place + 1] if place + 1 < len(words) else None
    return (
        following is not None
        and following.text.islower()
        and not has_lemma(following, _METALS)
        and any(r.pos in ("adj", "subst") and r.has(number="pl", case="gen") for r in following.readings)
        and not any(r.has(case="nom") for r in following.readings)
    )


def _instrumental(view: View, words: Sequence[Token], start: int, step: int) -> tuple[int, int]:
    place = start
    while 0 <= place < len(words) and abs(place - start) < 5:
        token = words[place]
        owner = step < 0 and place == start and place > 0 and "inst" in words[place - 1].cases()
        if owner and view.free(token.index) and token.pos_is("subst") and "gen" in token.cases():
            place += step  # "najlepszą zawodniczką turnieju wybrano": whose title it is
            continue
        if not view.free(token.index) or "inst" not in token.cases() or not token.pos_is("adj", "subst", "ppas"):
            break
        place += step
    first, last = (start, place) if step > 0 else (place + 1, start + 1)
    return (first, last) if any(t.pos_is("subst") for t in words[first:last]) else (0, 0)


def _phrase_end(view: View, words: Sequence[Token], start: int) -> int:
    end = start
    while end < len(words) and end - start < 5 and not finite(words[end]) and words[end].text not in ",.;:–—„":
        end += 1
        if words[end - 1].pos_is("subst") and not (end < len(words) and _attribute(words[end], words[end - 1])):
            break
    return end


def _attribute(token: Token, noun: Token) -> bool:
    """Whether a word goes on with a noun phrase: a capital, a genitive ("całokształt pracy"), an adjective."""
    if token.capital:
        return True
    if finite(token) or token.lower == noun.lower:
        return False
    agrees = token.pos_is("adj") and "acc" in token.cases() & noun.cases()
    return agrees or (token.pos_is("subst") and "gen" in token.cases() and "nom" not in token.cases())


def _noun(found: Sequence[Prize]) -> str:
    return next((p.noun for p in reversed(found) if p.noun), "")


def _is_plural(token: Token) -> bool:
    """Whether a noun is in the plural; what may be one ("wyróżnienia") counts."""
    nouns = [r for r in token.readings if r.pos == "subst"]
    named = [r for r in nouns if "nom" in r.case]
    return bool(nouns) and all("sg" not in r.number for r in (named or nouns))


def _genitive(words: Sequence[Token], place: int) -> bool:
    """Whether the adjective behind makes a form like "nagrody" the genitive singular ("nagrody głównej")."""
    following = words[place + 1] if place + 1 < len(words) else None
    return following is not None and any(r.pos == "adj" and r.has(number="sg", case="gen") for r in following.readings)


def _masculine(words: Sequence[Token], first: int, place: int) -> bool:
    """A masculine noun in an oblique case behind an adjective: "Złotym Krzyżem"."""
    oblique = first < place and "nom" not in words[place].cases()
    return oblique and not any(r.pos == "subst" and r.lemma.endswith("a") for r in words[place].readings)


def _adjective(token: Token, noun: str) -> str:
    """The nominative singular of an adjective beside ``noun``, whose ending shows the gender."""
    base = next((r.lemma for r in token.readings if r.pos in ("adj", "ppas")), token.lower)
    stem, soft = base[:-1], base.endswith("i") and base[-2:-1] not in "kg"
    if noun.endswith("a"):
        base = stem + ("ia" if soft else "a")
    elif noun.endswith(("o", "e")):
        base = stem + ("ie" if base.endswith("i") else "e")
    return base.capitalize() if token.capital else base


def _singular(view: View, words: Sequence[Token], first: int, place: int, last: int) -> str:
    """The wording without a quotation, the noun a dictionary form where it is in the plural and stands alone."""
    stop = next((i for i in range(place, last) if any(q.span.start == words[i].start for q in view.quotes)), last)
    if (_is_plural(words[place]) and not _genitive(words, place)) or (_masculine(words, first, place)):
        noun = next(r for r in words[place].readings if r.pos == "subst")
        heads = [_adjective(t, noun.lemma) for t in words[first:place]]
        heads.append(noun.lemma.capitalize() if words[place].capital else noun.lemma)
        rest = view.text[words[place].end : words[stop - 1].end]
        return clean(" ".join(heads) + rest)
    return clean(view.text[words[first].start : words[stop - 1].end])

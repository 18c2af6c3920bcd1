"""Designations of every person mention of a text."""

from __future__ import annotations

from dataclasses import replace

from extract.base import RuleBook, Span
from extract.s2_layout import sentences
from extract.s3_morphology import Morphology, Token
from extract.s6_names import NameNormaliser, Person
from extract.s7_frames.context import Context
from extract.s7_frames.designations.grammar import OPEN_QUOTES, Grammar, Segment
from extract.s7_frames.designations.lexicon import Lexicon
from extract.s7_frames.designations.sites import Sites, cases_of
from extract.s7_frames.facts import Designation

_LEFT_REACH = 20
_SCHOOL_COMPLEX = frozenset({"zespół"})
"""Heads whose genitive names the thing itself: "Zespół Szkół" is called "szkoła"."""
_HONORIFICS = frozenset({"pan", "pani", "państwo", "druh", "druhna"})
_SEPARATORS = frozenset(",–—-(‑−|")
_BOTH = frozenset({"obaj", "obie", "oboje", "obydwaj", "obydwie", "obydwoje", "wszyscy", "wszystkie"})


class DesignationFinder:
    """Reads title, position, unit and institution off the words around names."""

    def __init__(self, rules: RuleBook, normaliser: NameNormaliser, morphology: Morphology) -> None:
        self._lexicon = Lexicon(rules, morphology)
        self._normaliser = normaliser

    def find(self, context: Context) -> tuple[Designation, ...]:
        """Every designation, in order of the persons' mentions."""
        persons = [(m.span, p.key) for p in context.entities.persons for m in p.mentions]
        institutions = [(m.span, i.key) for i in context.entities.institutions for m in i.mentions]
        starts = [s for b in context.layout.blocks for s in sentences(context.text, b)]
        sites = Sites(context.tokens, persons, institutions, starts)
        reader = _Reader(context, sites, self._lexicon, self._normaliser)
        found: list[Designation] = []
        for span, key in sorted(persons):
            found += reader.around(span, context.entities.persons[key])
        return tuple(found)


class _Reader:
    def __init__(self, context: Context, sites: Sites, lexicon: Lexicon, normaliser: NameNormaliser) -> None:
        self._context = context
        self._sites = sites
        self._tokens = context.tokens
        self._lexicon = lexicon
        self._normaliser = normaliser
        self._grammar = Grammar(lexicon, sites)

    def around(self, span: Span, person: Person) -> list[Designation]:
        first = self._tokens.at(span.start)
        site = self._sites.person[first] if first < len(self._tokens) else None
        if site is None:
            return []
        title, left = self._left(site[0], person)
        after = self._right(site[1])
        rows = [r for r in (left, *after) if r is not None and self._fits_gender(r, person)]
        found = [self._designation(r, span, person) for r in rows]
        for piece in (r.title for r in after if r.title):
            title = f"{title}, {piece}" if title else piece
        if title:
            found.append(Designation(person.key, span, title=title, rule="designation.title", confidence=0.95))
        before = self._before(site[0])
        if before is not None:
            called = self._left(before[0], self._context.entities.persons[before[2]])[1]
            together = called is not None and called.plural  # "ratownicy X i Y ze Stacji Z"
            shared = [r for r in after if together or r.plural or self._bare_institution(r)]
            found += self._shared(before, shared)
        if left is not None and left.plural:
            found += self._shared(self._behind(site[1]), [left])
        return found

    def _fits_gender(self, segment: Segment, person: Person) -> bool:
        """Whether the post can be the person's: a feminine noun for a post ("policjantka") is never a man's."""
        if person.name.gender != "m" or not segment.position:
            return True
        head = self._tokens[self._tokens.at(segment.position[0].start)]
        genders = {g for r in head.readings if r.pos == "subst" for g in r.gender}
        return genders != {"f"} or not self._lexicon.feminative(head)

    # --- before the name -------------------------------------------------------------------------------------------

    def _left(self, first: int, person: Person) -> tuple[str | None, Segment | None]:
        start = self._left_limit(first)
        end = self._skip_honorific(first, start)
        title, used = self._lexicon.title(self._tokens[start:end])
        end = self._skip_honorific(end - used, start)
        apart = end - 2 >= start and self._tokens[end - 1].text in ",–"
        if apart:
            end -= 1
        if end > start and self._tokens[end - 1].text == ":":
            end -= 1
        last = self._sites.person[first]
        name_cases = cases_of(list(self._tokens[first : last[1] if last else first + 1]))
        post = self._post_before(start, end, name_cases) or self._in_name_of(start, end)
        if post is not None and apart and self._of_previous(post):
            post = None
        if post is not None and apart and self._tokens[end].text == "–" and not self._opens(post, start):
            post = None  # "Młyny i młynarze – prof. X": words of a title
        return title or None, post

    def _in_name_of(self, start: int, end: int) -> Segment | None:
        """ "w imieniu Starostwa X Jan Kowalski": who speaks for an institution."""
        site = self._sites.institution[end - 1] if end > start else None
        if site is None or site[0] < start + 2 or self._tokens[site[0] - 1].lower != "imieniu":
            return None
        return Segment(site[0], site[1], "designation.affiliation", institution=site[2])

    def _opens(self, post: Segment, start: int) -> bool:
        """Whether nothing but a mark stands before the post in its line or phrase."""
        return post.start == start or self._tokens[post.start - 1].text in ",:;(|"

    def _of_previous(self, post: Segment) -> bool:
        """Whether a post between two names, both behind commas, stands in apposition to the one before it."""
        before = post.start - 1
        return before >= 1 and self._tokens[before].text in ",–-—(" and self._sites.person[before - 1] is not None

    def _left_limit(self, first: int) -> int:
        start = first
        floor = max(0, first - _LEFT_REACH)
        while start > floor:
            token = self._tokens[start - 1]
            if self._sites.person[start - 1] or token.text in "();•|" or self._sites.line_break(start):
                break
            if token.text == ":" and start != first:
                break
            if self._sites.sentence_break(start):
                break
            start -= 1
        return start

    def _skip_honorific(self, end: int, start: int) -> int:
        while end > start and self._tokens[end - 1].lemma_is(*_HONORIFICS):
            end -= 1
        return end

    def _post_before(self, start: int, end: int, name_cases: frozenset[str]) -> Segment | None:
        best: Segment | None = None
        head = end - 1
        while head >= start:
            token = self._tokens[head]
            if token.pos_is("fin", "praet", "imps") and not token.pos_is("subst", "adj"):
                break
            segment = self._grammar.post(head, end)
            if segment is not None and segment.end >= end and self._agrees(segment, name_cases):
                best = segment
            head -= 1
        return best

    def _agrees(self, segment: Segment, name_cases: frozenset[str]) -> bool:
        cases: frozenset[str] = frozenset()
        for index in range(segment.start, segment.end):
            token = self._tokens[index]
            if self._lexicon.person_noun(token):
                shortened = index + 1 < segment.end and self._tokens[index + 1].text == "."
                cases = frozenset() if shortened else token.cases()
                break
        return not cases or not name_cases or bool(cases & name_cases)

    # --- after the name --------------------------------------------------------------------------------------------

    def _right(self, index: int) -> list[Segment]:
        found: list[Segment] = []
        limit = self._right_limit(index)
        for _ in range(5):
            index, separated = self._separator(index, limit)
            if index >= limit:
                break
            segment = self._segment(index, limit, separated)
            if segment is None or self._of_next(segment):
                break
            if segment.start >= 0 and segment.rule and not self._past(segment.end, limit):
                found.append(segment)
            index = segment.end
        return self._combined(found)

    def _past(self, index: int, limit: int) -> bool:
        """Whether "w latach …" or "do … roku" behind a post says that it is over."""
        words = [t.lower for t in self._tokens[index : min(index + 2, limit)]]
        return words == ["w", "latach"] or (len(words) == 2 and words[0] == "do" and words[1].isdigit())

    def _of_next(self, segment: Segment) -> bool:
        """Whether a post leans on the next name without a mark between them: then it is that person's."""
        if not segment.position:
            return False
        index = segment.end
        while index < len(self._tokens) and not self._sites.person[index] and index - segment.end < 10:
            if not self._leads_name(index) or self._sites.sentence_break(index + 1):
                return False
            index += 1
        named = index < len(self._tokens) and self._sites.person[index] is not None
        return named and not self._sites.line_break(segment.end)

    def _right_limit(self, index: int) -> int:
        limit = index
        while limit < len(self._tokens) and limit - index < 60:
            if self._sites.person[limit] or (limit > index and self._sites.sentence_break(limit)):
                break
            if self._sites.line_break(limit) and not self._continues(limit, index):
                break
            limit += 1
        return limit

    def _continues(self, limit: int, index: int) -> bool:
        """Whether the line that begins at ``limit`` still speaks of the name that ended at ``index``."""
        if limit != index or self._sites.gap(limit).count("\n") > 1:
            return False
        end = limit
        while end < len(self._tokens) and end - limit < 30 and (end == limit or not self._sites.line_break(end)):
            token = self._tokens[end]
            if self._sites.person[end] or (token.pos_is("fin", "praet", "imps") and not token.pos_is("subst", "adj")):
                return False
            end += 1
        return self._sites.institution[limit] is not None or self._grammar.post(limit, end) is not None

    def _separator(self, index: int, limit: int) -> tuple[int, bool]:
        separated = index < limit and (self._sites.line_break(index) or "\t" in self._sites.gap(index))
        while index < limit and (self._tokens[index].text in _SEPARATORS or self._tokens[index].text in ")"):
            separated = True
            index += 1
        return index, separated

    def _segment(self, index: int, limit: int, separated: bool) -> Segment | None:
        token = self._tokens[index]
        if separated and self._lexicon.former(self._tokens, index, limit):
            return self._skipped(index, limit)
        index = self._lexicon.skip_now(self._tokens, index, limit)
        if index >= limit:
            return None
        plural = self._tokens[index].lower in _BOTH
        if plural:
            index += 1
        if index >= limit:
            return None
        token = self._tokens[index]
        if token.lower == "prof" or (token.lower == "profesor" and separated):
            segment = self._title_after(index, limit)
            if segment is not None:
                return segment
        if token.lower in {"z", "ze", "w", "we"} and not (index + 1 < limit and self._tokens[index + 1].text == "-"):
            found = self._from(index, limit)
            return found and replace(found, plural=plural)
        if token.text in OPEN_QUOTES and index + 1 < limit and self._sites.institution[index + 1]:
            index += 1
        site = self._sites.institution[index]
        if site is not None and separated:
            outer = self._grammar.outer(site, limit)
            if outer is not None:
                unit = Span(self._tokens[site[0]].start, self._tokens[site[1] - 1].end)
                return Segment(index, outer[1], "designation.unit", unit=unit, institution=outer[2])
            return Segment(index, site[1], "designation.affiliation", institution=site[2])
        if separated:
            part = self._grammar.unit_first(index, limit)
            if part is not None:
                return part
        return self._grammar.post(index, limit) or self._grammar.clause(index, limit)

    def _from(self, index: int, limit: int) -> Segment | None:
        """ "z Uniwersytetu X", "z częstochowskiego Uniwersytetu X", "z Wydziału Y Urzędu Z"; "z Pniew" says nothing."""
        for ahead in range(index + 1, min(index + 4, limit)):
            site = self._sites.institution[ahead]
            if site is not None:
                return Segment(index, site[1], "designation.affiliation", institution=site[2])
            unit = self._grammar.unit_first(ahead, limit)
            if unit is not None:
                return unit
            if not self._tokens[ahead].pos_is("adj", "subst") and self._tokens[ahead].text not in OPEN_QUOTES:
                break
        origin = self._tokens[index].lower in {"z", "ze"} and index + 1 < limit
        if origin and self._tokens[index + 1].name_class_is("nazwa_geograficzna"):
            return Segment(-1, index + 2, "")
        return None

    def _title_after(self, index: int, limit: int) -> Segment | None:
        ahead = index + 1
        if ahead < limit and self._tokens[ahead].text == ".":
            ahead += 1
        if ahead >= limit:
            return None
        site = self._sites.institution[ahead]
        token = self._tokens[ahead]
        text = self._context.text
        acronym = len(token.text) <= 6 and sum(c.isupper() for c in token.text) >= 2
        if token.lower in self._lexicon.after_titles or acronym:
            end = site[1] if site and site[0] == ahead else ahead + 1
            piece = "prof. " + text[token.start : self._tokens[end - 1].end]
            return Segment(index, end, "designation.title_after", title=piece, institution=site[2] if site else None)
        return None

    def _skipped(self, index: int, limit: int) -> Segment | None:
        end = index
        while end < limit and self._tokens[end].text not in ",;()":
            end += 1
        return Segment(-1, end, "")

    def _combined(self, segments: list[Segment]) -> list[Segment]:
        """ "psycholog, PCPR w Krośnie": a post without institution takes the bare institution behind it."""
        merged: list[Segment] = []
        for segment in segments:
            last = merged[-1] if merged else None
            bare = not segment.position and segment.institution is not None and segment.title is None
            if last and bare and last.position and last.institution is None and not last.office:
                merged[-1] = replace(
                    last,
                    end=segment.end,
                    institution=segment.institution,
                    unit=last.unit or segment.unit,
                    anaphor=None,
                )
            else:
                merged.append(segment)
        titled = next((s.institution for s in merged if s.title and s.institution is not None), None)
        if titled is not None:  # "prof. UO, dziekan Wydziału Y": the university of the title has the unit
            merged = [replace(s, institution=titled) if s.unit and s.institution is None else s for s in merged]
        return merged

    # --- values ----------------------------------------------------------------------------------------------------

    def _bare_institution(self, segment: Segment) -> bool:
        """ "X i Y, Stowarzyszenie Z": an institution behind a mark, without a post, belongs to both of a pair."""
        marked = segment.start > 0 and self._tokens[segment.start - 1].text in _SEPARATORS
        return marked and segment.institution is not None and not segment.position and segment.title is None

    def _before(self, first: int) -> tuple[int, int, int] | None:
        """The person joined by "i" to the name that begins at ``first``, where the two are no longer list."""
        index = first - 1
        while index > 0 and self._leads_name(index):
            index -= 1
        if index <= 0 or self._tokens[index].lower not in {"i", "oraz"}:
            return None
        site = self._sites.person[index - 1]
        if site is None or (site[0] > 1 and self._tokens[site[0] - 1].text == "," and self._sites.person[site[0] - 2]):
            return None
        return site

    def _behind(self, end: int) -> tuple[int, int, int] | None:
        """The person joined by "i" to the name that ends at ``end``."""
        if end + 1 >= len(self._tokens) or self._tokens[end].lower not in {"i", "oraz"}:
            return None
        return self._sites.person[end + 1]

    def _shared(self, site: tuple[int, int, int] | None, segments: list[Segment]) -> list[Designation]:
        """The same post for the other of a pair: "X i Y – zastępcy dyrektora", "studentki X i Y"."""
        if site is None:
            return []
        person = self._context.entities.persons[site[2]]
        span = Span(self._tokens[site[0]].start, self._tokens[site[1] - 1].end)
        return [replace(self._designation(s, span, person), confidence=0.75) for s in segments]

    def _leads_name(self, index: int) -> bool:
        token = self._tokens[index]
        return token.text == "." or token.lemma_is(*_HONORIFICS) or self._lexicon.in_title(token)

    def _designation(self, segment: Segment, span: Span, person: Person) -> Designation:
        text = self._context.text
        institution = segment.institution
        pieces = segment.position
        rule = segment.rule
        confidence = 0.9 if institution is not None else 0.8
        if institution is None and segment.anaphor is not None:
            institution = self._antecedent(segment.anaphor)
            if institution is not None:
                rule, confidence = "designation.anaphora", 0.7
            if institution is not None or self._lexicon.institution_head(segment.anaphor):
                pieces = (Span(pieces[0].start, segment.anaphor.start),)
        position = " ".join(" ".join(text[p.start : p.end].split()) for p in pieces) or None
        if position and not position.endswith("."):
            position = self._normaliser.phrase(position, gender=person.name.gender)
        known = segment.unit is not None and institution is not None
        unit = self._normaliser.institution(segment.unit.of(text)).name if segment.unit and known else None
        evidence = Span(self._tokens[segment.start].start, self._tokens[segment.end - 1].end).joined(span)
        return Designation(person.key, evidence, None, position, unit, institution, rule, confidence)

    def _antecedent(self, anaphor: Token) -> int | None:
        """The one institution named before whose head noun is the bare noun ``anaphor``."""
        keys = {
            i.key
            for i in self._context.entities.institutions
            if i.mentions[0].span.start < anaphor.start and self._head_lemmas(i.mentions[0].span) & anaphor.lemmas
        }
        return keys.pop() if len(keys) == 1 else None

    def _head_lemmas(self, span: Span) -> frozenset[str]:
        """Lemmas of an institution's head noun, the first noun of its name."""
        nouns = [t for t in self._tokens.within(span) if t.pos_is("subst") and not t.pos_is("adj")]
        if not nouns:
            return frozenset()
        head = nouns[0].lemmas
        return head | nouns[1].lemmas if head & _SCHOOL_COMPLEX and len(nouns) > 1 else head

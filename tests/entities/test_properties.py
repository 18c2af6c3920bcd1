"""Whatever the words and their order: spans lie in the text, names of a kind do not overlap, twice the same."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.pipeline import Analysis, Options, Stages
from extract.s1_reading import Source
from extract.s5_entities import EntityKind

_TEXT = """
Anna Jan Lipska Wolskiego Kos-Gil KOS A. dr prof. ks. Pani pana i oraz , . – - ( ) „ ” " : ; / + 3 12 II IV nr
im. pw. św. ds. do spraw z w we na dla przy von van al siedzibą zs. Urząd Urzędu Gminy Miasta Szkoła Szkoły
Podstawowej Podstawowa Fundacja „Most” Ośrodek Ośrodki Pomocy Społecznej Miejsko Gminny Wydział Oddział
Instytut Uniwersytetu Rada Zespół Szkół OPS OPS-u KGW SP LO PCPR TVP3 Radio Gazeta sp. z o.o. S.A. Pile Lipnie
Kutnie Nowym Targu pilski kaliskiego Kaliszu Wojewoda patronat Polski Park Narodowy University of Library
fundacji prezeska Roku roku mówił 2024 Qwx Brzmor
"""
_WORDS = [*_TEXT.split(), "\n", "\n\n", "\t"]


@settings(max_examples=150)
@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=60))
def test_any_words_in_any_order(stages: Stages, words: list[str]) -> None:
    text = " ".join(words)
    if not text.strip():
        return
    analysis = Analysis(Source("text", text), Options())
    for stage in ("layout", "morphology", "dates", "entities"):
        analysis = stages.stage(stage)(analysis)
    again = stages.stage("entities")(analysis)
    assert analysis.mentions is not None
    assert again.mentions == analysis.mentions
    for kind in EntityKind:
        spans = [m.span for m in analysis.mentions.of(kind)]
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
    entities = stages.stage("names")(analysis).entities
    assert entities is not None
    for person in entities.persons:
        assert person.name.name
        assert all(entities.person_at(m.span) is person for m in person.mentions)
    for institution in entities.institutions:
        assert institution.name.name
        assert all(entities.institution_at(m.span) is institution for m in institution.mentions)

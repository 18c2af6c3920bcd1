"""What the builder settles between the readers."""

from __future__ import annotations

from extract.pipeline import Analysis, Options, Stages
from extract.s1_reading import Source

GALA = (
    "Gala konkursu „Złoty Kłos”\n\nW Olszynie 5 maja 2022 r. odbyła się gala konkursu „Złoty Kłos”. "
    "Nagrodę główną otrzymała Ida Kosowska. – To wielka radość – powiedziała Ida Kosowska. "
    "– Było pięknie – dodała Ewa Lisowska.\n"
)


def test_a_laureate_who_thanks_is_not_quoted(stages: Stages) -> None:
    facts = stages.run(Analysis(Source("gala.txt", GALA), Options())).article
    assert facts is not None
    names = {p.id: p.name for p in facts.persons}
    (event,) = facts.events
    assert [(names[a.person_id], a.role) for a in event.people] == [("Ewa Lisowska", "quoted")]
    assert [a.recipient for a in event.awards] == ["Ida Kosowska"]

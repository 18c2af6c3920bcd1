from __future__ import annotations

from typing import Any

import pytest

from extract.evaluation.compare import THRESHOLDS, fold, overlap, same
from extract.evaluation.report import Counts, by_rule, calibration, count, evaluate, figures
from extract.evaluation.score import Outcome, Scorer
from extract.evaluation.views import article_view, gold_view


def gold(**changes: Any) -> dict[str, Any]:
    """Gold facts of an invented gala."""
    lis = {
        "person": "Ewa Lis",
        "role": "opener",
        "title": "dr",
        "position": "Dyrektorka",
        "unit": None,
        "institution": "Muzeum Zegarów w Koninie || Muzeum Zegarów",
    }
    nowak = {
        "person": "Jan Nowak",
        "role": "speaker",
        "title": None,
        "position": None,
        "unit": None,
        "institution": None,
    }
    event = {
        "kind": "gala",
        "name": "Gala Zegarów",
        "edition": 3,
        "start_date": "2021-03-04",
        "end_date": "2021-03-04",
        "venue": None,
        "city": "Konin",
        "mode": None,
        "attendance": None,
        "institutions": [{"role": "organizer", "name": "Muzeum Zegarów w Koninie || Muzeum Zegarów"}],
        "people": [lis],
        "sessions": [{"kind": "lecture", "title": "O czasie", "date": "2021-03-04", "people": [nowak]}],
        "awards": [
            {
                "contest": "Zegar Roku",
                "edition": None,
                "category": "I miejsce",
                "recipient_kind": "person",
                "recipient": "Anna Zięba",
                "institution": None,
            }
        ],
    }
    return {
        "published": "2021-03-05",
        "events": [event],
        "persons": ["Ewa Lis", "Jan Nowak", "Anna Zięba"],
        "institutions": ["Muzeum Zegarów w Koninie || Muzeum Zegarów"],
        "dates": [{"text": "4 marca", "start": "2021-03-04", "end": "2021-03-04"}],
        **changes,
    }


def article() -> dict[str, Any]:
    """An Article that says the same as :func:`gold`."""
    sure = {"rule": "test.rule", "confidence": 0.9, "spans": []}
    lis = {"person_id": "p-1", "role": "opener", "title": "dr", "position": "dyrektorka", "unit": None}
    nowak = {
        "person_id": "p-2",
        "role": "speaker",
        "title": None,
        "position": None,
        "unit": None,
        "institution_id": None,
    }
    event = {
        **{k: v for k, v in gold()["events"][0].items() if k not in {"institutions", "people", "sessions", "awards"}},
        **sure,
        "status": "held",
        "institutions": [{"role": "organizer", "institution_id": "i-1", **sure}],
        "people": [{**lis, "institution_id": "i-1", **sure}],
        "sessions": [
            {"kind": "lecture", "title": "„O czasie”", "date": "2021-03-04", "people": [{**nowak, **sure}], **sure}
        ],
        "awards": [
            {
                "contest": "Zegar Roku",
                "edition": None,
                "category": "I miejsce",
                "recipient_kind": "person",
                "recipient": "Anna Zięba",
                "person_id": "p-3",
                "institution_id": None,
                **sure,
            }
        ],
    }
    names = ("Ewa Lis", "Jan Nowak", "Anna Zięba")
    return {
        "source": "gala.txt",
        "published": "2021-03-05",
        "events": [event],
        "persons": [{"id": f"p-{n}", "name": name, **sure} for n, name in enumerate(names, 1)],
        "institutions": [{"id": "i-1", "name": "Muzeum Zegarów", **sure}],
        "dates": [{"text": "4 marca", "start": "2021-03-04", "end": "2021-03-04", **sure}],
    }


def outcomes(g: dict[str, Any], a: dict[str, Any]) -> list[Outcome]:
    return list(Scorer(THRESHOLDS).article(gold_view(g), article_view(a), "gala"))


def errors(g: dict[str, Any], a: dict[str, Any]) -> list[str]:
    return [f"{o.group} {o}" for o in outcomes(g, a) if not o.right]


def test_an_article_that_says_the_same_has_no_error() -> None:
    found = outcomes(gold(), article())
    assert [str(o) for o in found if not o.right] == []
    assert {o.group for o in found} == {
        "published", "persons", "institutions", "dates", "event.found", "event.kind", "event.name", "event.edition",
        "event.dates", "event.city", "event.institutions", "sessions", "session.title", "session.fields",
        "session.people", "roles", "affiliation", "awards", "award.fields",
    }  # fmt: skip


def test_nothing_predicted_is_all_missed() -> None:
    everything = count(outcomes(gold(), article())).right
    # Fields of sessions, awards and people count only where the row was found on both sides.
    assert count(outcomes(gold(), {"source": "gala.txt"})) == Counts(0, 0, everything - 9)


def test_a_field_that_differs_is_one_wrong_and_one_missed() -> None:
    a = article()
    a["events"][0]["city"] = "Piła"
    assert errors(gold(), a) == ["event.city gala city: gold 'Konin', got 'Piła'"]
    assert count(o for o in outcomes(gold(), a) if o.group == "event.city") == Counts(0, 1, 1)


def test_a_null_in_place_of_a_guess_is_only_missed() -> None:
    a = article()
    a["events"][0]["city"] = None
    assert errors(gold(), a) == ["event.city gala city: missed 'Konin'"]


def test_an_optional_institution_is_neither_wrong_nor_missed() -> None:
    a = article()
    a["institutions"].append({"id": "i-2", "name": "Klub Zegarmistrza"})
    assert errors(gold(), a) == ["institutions gala: wrong 'Klub Zegarmistrza'"]
    assert errors(gold(institutions_optional=["Klub Zegarmistrza"]), a) == []


def test_a_cancelled_event_that_the_gold_lacks_is_no_error() -> None:
    a = article()
    other = {**a["events"][0], "name": "Targi", "kind": "targi", "institutions": [], "people": [], "sessions": []}
    a["events"].append({**other, "awards": [], "status": "cancelled"})
    assert errors(gold(), a) == []
    a["events"][1]["status"] = "planned"
    assert "event.found gala: wrong 'found'" in errors(gold(), a)


def test_sessions_pair_by_title_or_people() -> None:
    a = article()
    a["events"][0]["sessions"][0]["title"] = None
    assert errors(gold(), a) == ["session.title gala: missed 'O czasie'"]
    a["events"][0]["sessions"][0]["title"] = "Coś zupełnie innego"
    assert {e.split()[0] for e in errors(gold(), a)} == {"sessions", "session.people"}


def test_an_affiliation_counts_once_a_person() -> None:
    a = article()
    a["events"][0]["people"][0]["institution_id"] = None
    assert errors(gold(), a) == [
        "affiliation gala ewa lis institution: missed 'Muzeum Zegarów w Koninie || Muzeum Zegarów'"
    ]


@pytest.mark.parametrize(
    ("left", "right", "threshold", "expected"),
    [
        ("„Czas – to my”", "czas-to my.", 1.0, True),
        ("A || B", "b", 1.0, True),
        ("Muzeum Zegarów w Koninie", "Muzeum Zegarów", 0.9, False),
        ("a b c d e f g h i j", "a b c d e f g h i", 0.9, True),
        (3, "3", 1.0, True),
        (None, None, 1.0, False),
        ("", "", 1.0, True),
    ],
)
def test_same(left: str | int | None, right: str | int | None, threshold: float, expected: bool) -> None:
    assert same(left, right, threshold) is expected


def test_fold_and_overlap() -> None:
    assert fold(" „Łódź”  —  Miasto! ") == "łódź-miasto"
    assert overlap("a b", "b c") == 0.5
    assert overlap(None, "b") == 0.0


def test_figures_of_two_articles() -> None:
    wrong = article()
    wrong["persons"][0]["name"] = "Ewa Lisowska"
    predicted = {"one": article_view(article()), "two": article_view(wrong)}
    result = evaluate({stem: gold_view(gold()) for stem in ("one", "two", "three")}, predicted)
    assert result.unread == ("three",)
    scores = figures(result, samples=200)
    persons = scores["persons"]
    assert persons.counts == Counts(5, 1, 4)
    assert persons.f1 == pytest.approx(10 / 15)
    assert persons.low <= persons.f1 <= persons.high
    assert list(scores)[-2:] == ["ALL micro", "ALL macro"]
    assert figures(result, samples=200) == scores


def test_rules_and_calibration() -> None:
    a = article()
    a["persons"][0] |= {"name": "Ewa Lisowska", "rule": "names.bad", "confidence": 0.4}
    found = outcomes(gold(), a)
    rules = {r.rule: (r.fired, r.right, r.wrong) for r in by_rule(found)}
    assert rules["names.bad"] == (1, 0, 1)
    low, high = calibration(found)
    assert (low.facts, low.share, low.mean) == (1, 0.0, 0.4)
    assert (high.low, high.high) == (0.9, 1.0)
    assert high.share < 1.0  # the roles of the person whose name is wrong are wrong as well

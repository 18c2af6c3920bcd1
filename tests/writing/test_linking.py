from __future__ import annotations

from dataclasses import replace

from extract.s8_records import Article
from extract.s9_writing.linking import link_institutions, link_persons

from .articles import appearance, article, institution, person


def test_the_same_id_in_two_articles_is_one_row() -> None:
    (row,) = link_persons([article("a-1"), article("a-2")])
    assert (row.id, row.articles, row.mentions, row.flag) == ("p-ewa-lis", 2, 2, None)


def test_articles_that_share_no_affiliation_are_flagged() -> None:
    there = article(
        "a-2",
        institutions=(institution(), institution("i-szkola")),
        people=(appearance(institution_id="i-szkola"),),
    )
    # Both articles have a session in which she represents the museum.
    assert link_persons([article("a-1"), there])[0].flag is None
    museum = article("a-1", people=(appearance(),))
    school = _without_sessions(there)
    assert link_persons([museum, school])[0].flag == "affiliations differ"


def test_a_chain_of_shared_affiliations_is_one_person() -> None:
    one = _without_sessions(article("a-1", people=(appearance(institution_id="i-1"),)))
    both = _without_sessions(
        article("a-2", people=(appearance(institution_id="i-1"), appearance(institution_id="i-2")))
    )
    two = _without_sessions(article("a-3", people=(appearance(institution_id="i-2"),)))
    assert link_persons([one, two, both])[0].flag is None
    assert link_persons([one, two])[0].flag == "affiliations differ"


def test_contradicting_gender_is_flagged_and_the_surer_one_kept() -> None:
    sure, unsure = person(gender="f", confidence=0.9), person(gender="m", confidence=0.5)
    (row,) = link_persons([article("a-1", persons=(unsure,)), article("a-2", persons=(sure,))])
    assert (row.values["gender"], row.flag) == ("f", "gender differs")


def test_a_value_that_only_one_article_has_is_taken() -> None:
    (row,) = link_institutions(
        [
            article("a-1", institutions=(institution(confidence=0.9),)),
            article("a-2", institutions=(institution(place="Łomża", confidence=0.5),)),
        ]
    )
    assert (row.values["place"], row.confidence, row.flag) == ("Łomża", 0.9, None)


def test_contradicting_places_are_flagged() -> None:
    (row,) = link_institutions(
        [
            article("a-1", institutions=(institution(place="Koło"),)),
            article("a-2", institutions=(institution(place="Łomża"),)),
        ]
    )
    assert row.flag == "place differs"


def test_namesakes_told_apart_in_one_article_are_flagged() -> None:
    rows = link_persons([article("a-1", persons=(person(), person("p-ewa-lis-2-abc")))])
    assert [r.flag for r in rows] == ["namesake in one article"] * 2


def _without_sessions(whole: Article) -> Article:
    return replace(whole, events=tuple(replace(e, sessions=()) for e in whole.events))

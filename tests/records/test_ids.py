from __future__ import annotations

from extract.s8_records.ids import digest, name_id, name_ids, slug


def test_slug_is_ascii() -> None:
    assert slug("Zażółć „Gęślą” – Jaźń, Łódź") == "zazolc-gesla-jazn-lodz"
    assert slug("…") == "x"
    assert slug("Bardzo " * 30).startswith("bardzo-bardzo")
    assert len(slug("Bardzo " * 30)) <= 60


def test_names_that_differ_in_marks_only_have_different_ids() -> None:
    marked, plain = name_id("p", "Józef Łoś"), name_id("p", "Jozef Los")
    assert marked.startswith("p-jozef-los-")
    assert plain.startswith("p-jozef-los-")
    assert marked != plain


def test_same_name_same_id_however_it_is_composed() -> None:
    assert name_id("p", "Józef Łoś") == name_id("p", "Jo\u0301zef \u0141os\u0301")
    assert name_id("p", "Józef Łoś") == "p-jozef-los-" + digest("Józef Łoś", length=6)


def test_ids_do_not_depend_on_company() -> None:
    alone = name_ids("p", [(0, "Ewa Lis")], "a-1")
    together = name_ids("p", [(0, "Adam Lis"), (1, "Ewa Lis")], "a-2")
    assert together[1] == alone[0]


def test_namesakes_of_one_article_are_told_apart_and_not_linked_to_those_of_another() -> None:
    names = [(0, "Ewa Lis"), (1, "Ewa Lis")]
    first, second = name_ids("p", names, "a-1"), name_ids("p", names, "a-2")
    assert first[0] == second[0]
    assert first[1].startswith(f"{first[0]}-2-")
    assert first[1] != second[1]


def test_digest_is_the_beginning_of_sha_256() -> None:
    assert digest("a", 1) == "839e11a421d3"

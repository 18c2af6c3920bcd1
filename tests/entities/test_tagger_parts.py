"""Parts of the tagger: hashes, sequences, forms, labels, lists of names, decoding, the model file."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import numpy as np
import pytest

from extract.base import ExtractError
from extract.s3_morphology import Morphology
from extract.s5_entities.tagger import encoding, forms, gazetteer, hashing, labels, weights
from extract.s5_entities.tagger.decoder import Decoder
from extract.s5_entities.tagger.sentences import sequences


@pytest.fixture(scope="module")
def morphology() -> Morphology:
    return Morphology()


def pieces(morphology: Morphology, text: str) -> list[str]:
    tokens = morphology.tokens(text)
    return [" ".join(t.text for t in tokens[a:b]) for a, b in sequences(tokens)]


def form(morphology: Morphology, text: str) -> forms.Form:
    return forms.analyse(text, morphology.readings(text), gazetteer.EMPTY)


def test_hashes_are_the_same_everywhere():
    assert hashing.text_hash("w=sołtys") == 0x5A6A99955BE4AF7D
    one = np.array([1, 2], np.uint64)
    assert hashing.mix(one, 0).tolist() == [0x910A2DEC89025CC1, 0x975835DE1C9756CE]
    assert set(hashing.mix(one, 0).tolist()).isdisjoint(hashing.mix(one, 1).tolist())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wstęp wolny\nZapraszamy", ["Wstęp wolny", "Zapraszamy"]),
        ("1\tGrab Olga\tSP w Iłży", ["1", "Grab Olga", "SP w Iłży"]),
        ("Menu   Kontakt", ["Menu", "Kontakt"]),
        ("Otwarto nową halę. Wstęgę przecięto.", ["Otwarto nową halę .", "Wstęgę przecięto ."]),
        ("Wykład prof. Olgi Grab z ul. Długiej", ["Wykład prof . Olgi Grab z ul . Długiej"]),
        ("Pisał A. Grab dziś", ["Pisał A . Grab dziś"]),
        ("Kto pierwszy? Nikt tutaj", ["Kto pierwszy ?", "Nikt tutaj"]),
        ("", []),
    ],
)
def test_sequences(morphology, text, expected):
    assert pieces(morphology, text) == expected


def test_sequences_cover_all_tokens_and_are_bounded(morphology):
    tokens = morphology.tokens("słowo " * 1000)
    found = sequences(tokens)
    assert [a for a, _ in found] == [0, *(b for _, b in found[:-1])]
    assert found[-1][1] == 1000
    assert max(b - a for a, b in found) == 160


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Klub "Iskra" gra', ["Klub", "\x02", "Iskra", "\x03", "gra"]),
        ("Klub „Iskra” gra", ["Klub", "\x02", "Iskra", "\x03", "gra"]),
        ("Klub “Iskra” gra", ["Klub", "\x02", "Iskra", "\x03", "gra"]),
        ("Klub „Iskra“ gra", ["Klub", "\x02", "Iskra", "\x03", "gra"]),
        ('5" rura\n"Iskra"', ["5", "\x02", "rura", "\x02", "Iskra", "\x03"]),
        ("Grab-Lipa - prezes", ["Grab", "-", "Lipa", "–", "prezes"]),
    ],
)
def test_quotes_and_dashes_are_told_apart(morphology, text, expected):
    assert encoding.unified(morphology.tokens(text)) == expected


def test_forms_know_heads_titles_and_given_names(morphology):
    assert form(morphology, "Ośrodkiem").head
    assert not form(morphology, "Kamieniem").head
    assert form(morphology, "prezeską").title
    assert form(morphology, "Halinie").given
    assert not form(morphology, "halina").given
    assert form(morphology, "MOPS").upper
    assert not form(morphology, "M").upper


def test_agreement_is_a_shared_case_number_and_gender(morphology):
    bits = {w: form(morphology, w).agreement for w in ("Zielonej", "Górze", "Góry", "Grzybem")}
    assert bits["Zielonej"] & bits["Górze"]
    assert bits["Zielonej"] & bits["Góry"]
    assert not bits["Zielonej"] & bits["Grzybem"]


def test_gazetteer_keeps_classes_apart():
    names = gazetteer.build(
        [
            ("Radość", "Radości", "nam_loc_gpe_city"),
            ("Klub Iskra", "Klubu Iskra", "nam_org_group_team"),
            ("polski", "polskim", "nam_adj_country"),
        ]
    )
    whole_place, part_of_organisation = 1 << 4, 1 << 3
    assert names.look_up(["radości"]) == whole_place
    assert names.look_up(["iskra", "unknown"]) == part_of_organisation
    assert names.look_up(["polskim"]) == 0
    assert gazetteer.EMPTY.look_up(["radości"]) == 0


def test_labels_of_spans():
    assert labels.encode(5, [(0, 1, "person"), (2, 5, "institution")]) == [
        "S-person",
        "O",
        "B-institution",
        "I-institution",
        "E-institution",
    ]
    may = labels.allowed()
    number = labels.NUMBER
    assert may[number["B-person"], number["E-person"]]
    assert not may[number["B-person"], number["E-place"]]
    assert not may[number["B-person"], number["O"]]
    assert may[number["E-person"], number["B-person"]]


def test_decoding_agrees_with_enumeration():
    random = np.random.default_rng(7)
    size = len(labels.LABELS)
    transitions = random.normal(size=(size, size)).astype(np.float32)
    emissions = random.normal(size=(3, size)).astype(np.float32)
    may, start, end = labels.allowed(), labels.start_allowed(), labels.end_allowed()
    total, best, best_path = 0.0, -1.0, ()
    inner: dict[tuple[int, int], float] = {}
    for path in product(range(size), repeat=3):
        if not (start[path[0]] and end[path[2]] and may[path[0], path[1]] and may[path[1], path[2]]):
            continue
        log = sum(emissions[i, y] for i, y in enumerate(path))
        value = float(np.exp(log + transitions[path[0], path[1]] + transitions[path[1], path[2]]))
        total += value
        inner[path[1:]] = inner.get(path[1:], 0.0) + value
        if value > best:
            best, best_path = value, path
    single = random.normal(size=(1, size)).astype(np.float32)
    both = np.concatenate([single, emissions])
    decoded = Decoder(transitions).decode(both, [(0, 1), (1, 4)])
    assert tuple(decoded.path[1:]) == best_path
    assert decoded.probability(1, 3) == pytest.approx(best / total, rel=1e-4)
    assert decoded.probability(2, 3) == pytest.approx(inner[best_path[1:]] / total, rel=1e-4)


def test_model_file_holds_numbers_only_and_comes_back(tmp_path: Path):
    path = tmp_path / "model.npz"
    transitions = np.ones((len(labels.LABELS),) * 2, np.float32)
    names = gazetteer.build([("Iskra", "Iskry", "nam_org_group_team")])
    weights.save(path, {9: {0: 0.5, 3: -2.0}, 4_000_000_000: {1: 1.0}}, transitions, names)
    loaded = weights.load(path)
    assert loaded.keys.tolist() == [9, 4_000_000_000, 0xFFFFFFFF]
    assert loaded.rows[loaded.look_up(np.array([9, 10, 4_000_000_000, 0xFFFFFFFF], np.uint32))][:, :4].tolist() == [
        [0.5, 0.0, 0.0, -2.0],
        [0.0, 0.0, 0.0, 0.0],
        [0.0, 1.0, 0.0, 0.0],
        [0.0, 0.0, 0.0, 0.0],
    ]
    assert loaded.gazetteer.look_up(["iskry"]) == 1 << 2
    with np.load(path, allow_pickle=False) as data:
        assert all(data[name].dtype.kind in "uif" for name in data.files)


def test_a_missing_or_foreign_model_is_an_error(tmp_path: Path):
    with pytest.raises(ExtractError, match="no tagger model"):
        weights.load(tmp_path / "none.npz")
    broken = tmp_path / "broken.npz"
    broken.write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(ExtractError, match="no tagger model"):
        weights.load(broken)
    other = tmp_path / "other.npz"
    np.savez(other, format=np.array([0, 1], np.uint8))
    with pytest.raises(ExtractError, match="another version"):
        weights.load(other)

"""Reading of annotated corpora, alignment of facts with texts, and training itself, on invented examples."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).resolve().parents[2] / "tools"

IOB = """-DOCSTART CONFIG FEATURES orth base ctag
-DOCSTART FILE ./one
Pani	pani	subst:sg:nom:f	O
Halina	Halina	subst:sg:nom:f	B-persName#B-persName-forename
Mrówka	mrówka	subst:sg:nom:f	I-persName#B-persName-surname
czytała	czytać	praet:sg:f:imperf	O
m	być	aglt:sg:pri:imperf:nwok	O
"	"	interp:	B-orgName
Głos	głos	subst:sg:nom:m3	I-orgName
"	"	interp:	I-orgName
-	-	interp:	O
po	po	prep:loc	O
polsko	polski	adja:	B-placeName-country
-	-	interp:	O
czesku	czeski	adjp:	B-placeName-country
.	.	interp:	O

Pisze	pisać	fin:sg:ter:imperf	O
o	o	prep:loc	O
Banku	bank	subst:sg:loc:m3	B-orgName
Polskim	polski	adj:sg:loc:m3:pos	I-orgName#B-placeName-country

-DOCSTART FILE ./two
Koniec	koniec	subst:sg:nom:m3	O
"""


@pytest.fixture
def corpora(monkeypatch):
    monkeypatch.syspath_prepend(str(TOOLS))
    import release_alignment
    import tagger_corpora

    return tagger_corpora, release_alignment


def test_nkjp_is_rebuilt_as_text(corpora, tmp_path: Path):
    path = tmp_path / "corpus.iob"
    path.write_text(IOB, "utf-8")
    one, two = corpora[0].read_nkjp(path)
    assert one.text == 'Pani Halina Mrówka czytałam "Głos" - po polsko-czesku. Pisze o Banku Polskim'
    assert [(one.text[a:b], kind) for a, b, kind in one.spans] == [
        ("Halina Mrówka", "person"),
        ("Głos", "institution"),
        ("polsko", "place"),
        ("czesku", "place"),
        ("Banku Polskim", "institution"),
    ]
    assert (one.name, two.name, two.text, two.spans) == ("one", "two", "Koniec", ())


def test_folds_depend_on_the_name_alone(corpora):
    folds = [corpora[0].fold(f"document {n}", 10) for n in range(1000)]
    assert folds[:5] == [corpora[0].fold(f"document {n}", 10) for n in range(5)]
    assert all(60 < folds.count(k) < 140 for k in range(10))


def test_persons_are_varied(corpora):
    sentence = [
        ("Halina", "subst:sg:nom:f", "B-persName#B-persName-forename"),
        ("Mrówka", "subst:sg:nom:f", "I-persName#B-persName-surname"),
        ("śpiewa", "fin", ""),
    ]
    others = [("Lipa", "subst:sg:nom:f", "I-persName#B-persName-surname")]
    ways = [" ".join(w[0] for w in corpora[0]._vary(sentence, [0], others, way)) for way in range(6)]
    assert ways == [
        "Halina MRÓWKA śpiewa",
        "Mrówka Halina śpiewa",
        "Mrówka Halina śpiewa",
        "MRÓWKA Halina śpiewa",
        "Halina Mrówka-Lipa śpiewa",
        "HALINA MRÓWKA ŚPIEWA",
    ]


RELEASE = """Gminny Dom Kultury w Tuszynie zaprasza.
Warsztaty prowadziła Halina Mrówka z GDK w Tuszynie. Mrówce pomagał W. Jawor.
3 maja 2 miejsce: Jawor Witold, Fundacja „Tęcza"
"""
FACTS = {
    "persons": ["Halina Mrówka", "Witold Jawor"],
    "institutions": ["Gminny Dom Kultury w Tuszynie", "Fundacja „Tęcza” w Łodzi || Fundacja „Tęcza”", "Wójt Gminy"],
}


def test_facts_are_found_in_every_form(corpora, tmp_path: Path):
    from extract.s3_morphology import Morphology

    (tmp_path / "text").mkdir()
    (tmp_path / "gold").mkdir()
    (tmp_path / "text" / "a.txt").write_text(RELEASE, "utf-8")
    (tmp_path / "gold" / "a.json").write_text(json.dumps(FACTS), "utf-8")
    (tmp_path / "text" / "without_facts.txt").write_text("Nic", "utf-8")
    (document,) = corpora[1].read_releases(tmp_path / "text", tmp_path / "gold", Morphology())
    assert [(document.text[a:b], kind) for a, b, kind in document.spans] == [
        ("Gminny Dom Kultury w Tuszynie", "institution"),
        ("Halina Mrówka", "person"),
        ("GDK w Tuszynie", "institution"),
        ("Mrówce", "person"),
        ("W. Jawor", "person"),
        ("Jawor Witold", "person"),
        ('Fundacja „Tęcza"', "institution"),
    ]


def test_training_is_deterministic_and_learns(tmp_path: Path):
    pytest.importorskip("pycrfsuite")
    corpus = tmp_path / "corpus.iob"
    documents = [IOB.split("-DOCSTART FILE ./two")[0].replace("./one", f"./one{n}") for n in range(30)]
    corpus.write_text("".join(documents), "utf-8")
    files = [tmp_path / f"{name}.npz" for name in "abcd"]
    for out in (files[:2], files[2:]):
        options = ["--nkjp", str(corpus), "--epochs", "20", "--varied", "0", "--out", *map(str, out)]
        subprocess.run([sys.executable, str(TOOLS / "train_tagger.py"), *options], check=True, capture_output=True)
    first, other_order, again, other_again = (path.read_bytes() for path in files)
    assert (first, other_order) == (again, other_again)
    assert first != other_order

    from extract.s3_morphology import Morphology
    from extract.s5_entities.tagger import Tagger

    text = "Pani Halina Mrówka czytała."
    (found,) = Tagger.load(files[0]).tag(Morphology().tokens(text))
    assert (found.kind, found.span.of(text)) == ("person", "Halina Mrówka")
    assert 0.5 < found.score <= 1.0


def test_models_are_averaged(tmp_path: Path):
    import numpy as np

    from extract.s5_entities.tagger import gazetteer, labels, weights

    ones = np.ones((len(labels.LABELS),) * 2, np.float32)
    paths = [tmp_path / "a.npz", tmp_path / "b.npz", tmp_path / "c.npz"]
    weights.save(paths[0], {3: {0: 1.0}, 5: {1: 2.0}}, ones, gazetteer.EMPTY)
    weights.save(paths[1], {3: {0: 2.0, 2: 4.0}}, 3 * ones, gazetteer.EMPTY)
    command = [sys.executable, str(TOOLS / "average_tagger.py"), *map(str, paths[:2]), "--out", str(paths[2])]
    subprocess.run(command, check=True)
    mean = weights.load(paths[2])
    assert mean.keys.tolist() == [3, 5, 0xFFFFFFFF]
    assert mean.rows[:, :3].tolist() == [[1.5, 0.0, 2.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]]
    assert float(mean.transitions[0, 0]) == 2.0

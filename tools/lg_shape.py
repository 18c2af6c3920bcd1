"""A spaCy pipeline with the architecture and sizes of the published Polish "lg" model, and random weights.

Weights do not change the amount of work, so this is that model's speed on this machine without its half gigabyte of
download: tok2vec (width 96, depth 4, 300-dimensional vectors of 500,000 rows), morphologizer, parser, tagger, and a
named-entity recogniser with its own tok2vec. Numbers of labels as in the published model.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.vectors import Vectors  # type: ignore[import-not-found]

VECTORS = (500_000, 300)
_EMBED = {
    "@architectures": "spacy.MultiHashEmbed.v2",
    "width": 96,
    "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
    "rows": [5000, 1000, 2500, 2500, 50, 50],
    "include_static_vectors": True,
}
_ENCODE = {
    "@architectures": "spacy.MaxoutWindowEncoder.v2",
    "width": 96,
    "depth": 4,
    "window_size": 1,
    "maxout_pieces": 3,
}
_TOK2VEC = {"@architectures": "spacy.Tok2Vec.v2", "embed": _EMBED, "encode": _ENCODE}
_LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}
_TAGGER = {"@architectures": "spacy.Tagger.v2", "tok2vec": _LISTENER}
_LABELS = {
    "morphologizer": [f"Case=X{n}|POS=NOUN" for n in range(400)],
    "parser": [f"dep{n}" for n in range(35)],
    "tagger": [f"t{n}" for n in range(300)],
    "ner": ["persName", "orgName", "placeName", "geogName", "date", "time"],
}


def build(texts: Iterable[str]) -> Language:
    """The pipeline, with a vector of its own for every word of ``texts``."""
    nlp = spacy.blank("pl")
    generator = np.random.default_rng(0)
    vectors = Vectors(shape=VECTORS)
    for word in sorted({token.text for text in texts for token in nlp.make_doc(text)}):
        vectors.add(word, vector=generator.standard_normal(VECTORS[1]).astype("f"))
    nlp.vocab.vectors = vectors
    nlp.add_pipe("tok2vec", config={"model": _TOK2VEC})
    models = {
        "morphologizer": _TAGGER,
        "parser": _transitions("parser", _LISTENER),
        "tagger": _TAGGER,
        "ner": _transitions("ner", _TOK2VEC),
    }
    for name, model in models.items():
        pipe: Any = nlp.add_pipe(name, config={"model": model})
        for label in _LABELS[name]:
            pipe.add_label(label)
    doc = nlp.make_doc("Ala ma kota.")
    example = Example.from_dict(doc, {"heads": [0] * len(doc), "deps": ["ROOT"] * len(doc)})
    nlp.initialize(lambda: [example])
    return nlp


def _transitions(state: str, tok2vec: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": state,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }

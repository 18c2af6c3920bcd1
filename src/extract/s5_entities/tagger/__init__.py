"""Statistical tagger: a linear-chain CRF over hashed features, decoded with numpy, no text in its weights."""

from extract.s5_entities.tagger.span import TaggedSpan
from extract.s5_entities.tagger.tagger import Tagger

__all__ = ["TaggedSpan", "Tagger"]

"""The whole way for one text: the stages in order, and the same as a spaCy pipeline."""

from extract.pipeline.extractor import Extractor, load
from extract.pipeline.stages import STAGES, Analysis, Options, Stages

__all__ = ["STAGES", "Analysis", "Extractor", "Options", "Stages", "load"]

"""Tokens with every reading that the dictionary gives them."""

from extract.s3_morphology.analyser import Morphology
from extract.s3_morphology.token import Reading, Token, Tokens, Word

__all__ = ["Morphology", "Reading", "Token", "Tokens", "Word"]

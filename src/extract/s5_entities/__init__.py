"""Persons, institutions and places: whole spans, one decision about each."""

from extract.s5_entities.mention import EntityKind, EntityMention, Mentions
from extract.s5_entities.recogniser import Recogniser
from extract.s5_entities.sources import Source, SpacySource

__all__ = ["EntityKind", "EntityMention", "Mentions", "Recogniser", "Source", "SpacySource"]

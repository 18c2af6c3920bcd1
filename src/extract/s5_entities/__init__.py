"""Persons, institutions and places: whole spans, one decision about each."""

from extract.s5_entities.mention import EntityKind, EntityMention, Mentions
from extract.s5_entities.recogniser import Recogniser

__all__ = ["EntityKind", "EntityMention", "Mentions", "Recogniser"]

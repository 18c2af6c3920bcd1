"""Awards: who was given what, in which contest and category."""

from extract.s7_frames.awards.finder import AwardFinder, AwardsFound

__all__ = ["AwardFinder", "AwardsFound"]

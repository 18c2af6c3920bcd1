"""Title, position, unit and institution of people, from the words around their names."""

from extract.s7_frames.designations.finder import DesignationFinder
from extract.s7_frames.designations.merge import Post, merge

__all__ = ["DesignationFinder", "Post", "merge"]

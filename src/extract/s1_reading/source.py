"""One input text and what is known of how it was read."""

from __future__ import annotations

from dataclasses import dataclass

from extract.s1_reading.view import View, view_of


@dataclass(frozen=True, slots=True)
class Source:
    """A text as read; every span of the pipeline counts characters of ``text``.

    Nothing is repaired, and only a byte order mark dropped: line ends, invisible characters, damage stay as they are.
    """

    name: str
    """File name or URL as given."""
    text: str
    encoding: str = "utf-8"
    """The encoding the bytes were decoded with, in Python's name."""
    warnings: tuple[str, ...] = ()
    """What is wrong with the text: what, where, what to do."""

    @property
    def view(self) -> View:
        """The text as the later stages see it, with the way back to the offsets of ``text``."""
        return view_of(self.text)

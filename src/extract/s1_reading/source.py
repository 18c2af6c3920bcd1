"""One input text and what is known of how it was read."""

from __future__ import annotations

from dataclasses import dataclass

from extract.s1_reading.signs import usual_signs


@dataclass(frozen=True, slots=True)
class Source:
    """A text as read; every span of the pipeline counts characters of ``text``.

    Nothing is repaired: a byte order mark is dropped and letters written in two parts (NFD) are joined, with a warning;
    line ends, invisible characters and damage stay as they are.
    """

    name: str
    """File name or URL as given."""
    text: str
    encoding: str = "utf-8"
    """The encoding the bytes were decoded with, in Python's name."""
    warnings: tuple[str, ...] = ()
    """What is wrong with the text: what, where, what to do."""

    @property
    def view(self) -> str:
        """The text as the later stages see it: quotation marks in the usual spelling, every offset as in ``text``."""
        return usual_signs(self.text)

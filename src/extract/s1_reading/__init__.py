"""Bytes to text: encoding by evidence from Polish, damage reported."""

from extract.s1_reading.reader import MAX_BYTES, read_bytes, read_file
from extract.s1_reading.signs import usual_signs
from extract.s1_reading.source import Source
from extract.s1_reading.view import View, view_of

__all__ = ["MAX_BYTES", "Source", "View", "read_bytes", "read_file", "usual_signs", "view_of"]

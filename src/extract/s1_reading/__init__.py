"""Bytes to text: encoding by evidence from Polish, damage reported."""

from extract.s1_reading.source import Source, read_bytes, read_file

__all__ = ["Source", "read_bytes", "read_file"]

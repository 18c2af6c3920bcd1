"""Dates and times: found, valued, with precision and role."""

from extract.s4_dates.finder import DateFinder, Prefer
from extract.s4_dates.value import DateMention, DateRole, Dates, Precision

__all__ = ["DateFinder", "DateMention", "DateRole", "Dates", "Precision", "Prefer"]

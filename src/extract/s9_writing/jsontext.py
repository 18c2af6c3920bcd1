"""JSON text of an article: keys in the order of the record, Polish letters as they are."""

from __future__ import annotations

import json

from extract.s8_records import Article, to_dict


def json_line(article: Article) -> str:
    """One line with its end."""
    return json.dumps(to_dict(article), ensure_ascii=False) + "\n"


def json_page(article: Article) -> str:
    """Indented, for people and for ``git diff``."""
    return json.dumps(to_dict(article), ensure_ascii=False, indent=1) + "\n"

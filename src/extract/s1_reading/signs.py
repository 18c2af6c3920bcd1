"""The reading view of a text: quotation marks written in the usual way, every character at its old offset.

Releases quote with two commas, doubled apostrophes, inverted or single marks, primes. The view writes them as „ and ”
(a mark of two characters becomes a mark and a space), so that later stages know one spelling and spans still count
the text as it was read. Marks that need no change (" " “ « ») stay.
"""

from __future__ import annotations

import re
from typing import Final

_UNUSUAL: Final = re.compile(
    r",,|''|’’|``|´´|<<|>>|[″＂〃‚‘»]|(?<=[\w.!?…%)])„(?![\w„])|(?:^|(?<=[\s(\[–—-]))”(?=\w)", re.MULTILINE
)
_AFTER_SPACE: Final = r"(?:^|(?<=[\s(\[–—,:-]))"
_INSIDE: Final = r"[^\n]{1,150}?"
_REWRITES: Final = (
    (re.compile(r",,(?=[^\W_])"), " „"),
    (re.compile(_AFTER_SPACE + r"(?:''|’’|``)(?=\w)", re.MULTILINE), " „"),
    (re.compile(r"(?<=[\w.!?…%)])(?:''|’’|´´)(?!\w)"), "” "),
    (re.compile(r"<<(?=\w)"), " «"),
    (re.compile(r"(?<=[\w.!?…%)])>>(?!\w)"), "» "),
    (re.compile(r"[″＂〃]"), '"'),
    (re.compile(r"(?<=[\w.!?…%)])„(?![\w„])"), "”"),
    (re.compile(_AFTER_SPACE + r"”(?=\w)", re.MULTILINE), "„"),
)
# Pairs: both marks or neither, for ’ is an apostrophe and « may open.
_PAIRS: Final = (
    re.compile(_AFTER_SPACE + rf"[‚‘](?=\w)({_INSIDE})[’‘](?!\w)", re.MULTILINE),
    re.compile(_AFTER_SPACE + rf"»(?=\w)({_INSIDE})«(?!\w)", re.MULTILINE),
)


def usual_signs(text: str) -> str:
    """``text`` with its quotation marks in the usual spelling; the same length, every other character in its place.

    ``",,Woda w mieście”"`` -> ``" „Woda w mieście”"``; an apostrophe in a word and a comma after a word stay.
    """
    if not _UNUSUAL.search(text):
        return text
    for pattern, usual in _REWRITES:
        text = pattern.sub(usual, text)
    for pattern in _PAIRS:
        text = pattern.sub(r"„\1”", text)
    return text

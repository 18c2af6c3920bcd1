"""Direct and reported speech: whose words are quoted."""

from __future__ import annotations

import re

from extract.base import Span
from extract.s2_layout import Block
from extract.s7_frames.sessions.prose import Prose
from extract.s7_frames.sessions.scene import Scene
from extract.s7_frames.sessions.view import View

_SPEECH = re.compile(r"\s*[–—-]\s+(?=[A-ZĄĆĘŁŃÓŚŹŻ„])")


class Speech:
    """Reads what people say."""

    def __init__(self, view: View, scene: Scene, prose: Prose) -> None:
        self._view = view
        self._scene = scene
        self._prose = prose
        self._speaking = False
        """Inside direct speech whose verb of saying is still to come."""

    def begin(self) -> None:
        """A new paragraph."""
        self._speaking = False

    def read(self, span: Span, block: Block) -> bool:
        """Direct speech: whoever says it is quoted; nothing else in it counts."""
        view = self._view
        first, last = view.range(span)
        begins = _SPEECH.match(view.text, span.start, span.end) is not None
        marked = block.marker in ("–", "—", "-") and span.start == block.span.start
        if (begins or marked) and self._says(Span(span.start, block.span.end)):
            self._speaking = True
        for i in range(first + 1, last):
            if not view.forms[i].says or view.opaque(i):
                continue
            if self._speaking and view.tokens[i - 1].text in '–—-,”"':
                self._quoted(i, first, last, before=False)
                self._speaking = False
                self._prose.read(Span(view.tokens[i].start, span.end))
                return True
            if self._quotes_beside(i, first, last) or self._reported(i, first, last):
                self._quoted(i, first, last, before=True)
                return False
        return self._speaking

    def _reported(self, verb: int, first: int, last: int) -> bool:
        """ "Jak podkreśla X, …", "X zaznaczyła, że …"."""
        tokens = self._view.tokens
        if verb > first and tokens[verb - 1].lower == "jak":
            return True
        following = [
            tokens[i].lower
            for i in range(verb + 1, min(verb + 16, last - 1))
            if tokens[i].text == "," and tokens[i + 1].lower in ("że", "iż")
        ]
        return bool(following)

    def _says(self, span: Span) -> bool:
        """Whether a verb of saying follows a dash somewhere in the stretch."""
        view = self._view
        return any(
            view.forms[i].says and view.tokens[i - 1].text in '–—-,”"'
            for i in range(view.range(span)[0] + 1, view.range(span)[1])
        )

    def _quotes_beside(self, verb: int, first: int, last: int) -> bool:
        """Whether somebody's words stand in quotation marks right before the verb, or after its subject."""
        view = self._view
        for quote in view.quotes_in(first, last):
            gap = verb - quote.last
            if 0 < gap <= 2 and view.tokens[verb - 1].text in '–—-,”"':
                return True
            inner = quote.span.of(view.text)
            if (
                quote.first > verb
                and len(inner.split()) >= 3
                and (inner[:1].islower() or view.tokens[quote.first - 1].text == ":")
            ):
                return True
        return False

    def _quoted(self, verb: int, first: int, last: int, *, before: bool) -> None:
        view, scene = self._view, self._scene
        people = [w for w in view.people_in(verb, last) if w.nominative]
        if not people and before:
            people = [w for w in view.people_in(first, verb) if w.nominative][-1:]
        panel = scene.nearby()
        for who in people[:1]:
            if (
                panel is not None
                and panel.kind == "panel"
                and any(f.role == "moderator" for f in panel.people.values())
            ):
                scene.put(panel, who.key, "panelist", who.span, view.lexicon.discussion, 0.6)
            else:
                scene.put(None, who.key, "quoted", who.span, self._quote_rule(verb), 0.85)

    def _quote_rule(self, i: int) -> str:
        frames = [f for f in self._view.lexicon.frames(self._view.lemmas[i]) if f.role == "quoted"]
        return frames[0].rule if frames else ""

"""Results in tables: a header names the columns, each row is one award."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.base import Span
from extract.s2_layout import Block, BlockKind
from extract.s3_morphology import Token
from extract.s7_frames.awards.lexicon import AwardLexicon
from extract.s7_frames.awards.prizes import Prize, PrizeFinder, rank_label
from extract.s7_frames.awards.recipients import Recipient, RecipientFinder
from extract.s7_frames.awards.statement import Scope, Statement
from extract.s7_frames.events.lexicon import has_lemma
from extract.s7_frames.events.naming import clean
from extract.s7_frames.events.numbers import roman
from extract.s7_frames.events.view import View

_TAB = re.compile(r"\t+")
_SEMICOLON = re.compile(r"\s*;\s*")
_ROLES = ("other", "category", "affiliation", "prize", "recipient")


@dataclass(frozen=True, slots=True)
class Schema:
    """The role of each column, and how many there are."""

    roles: tuple[str, ...]
    span: Span


def cells_of(view: View, block: Block) -> tuple[Span, ...]:
    """The cells of a row, also of a line with tabs that the layout left whole."""
    if block.cells:
        return block.cells
    text = block.span.of(view.text)
    mark = _TAB if "\t" in text else _SEMICOLON if _is_record(text) else None
    if mark is None:
        return ()
    spans, start = [], 0
    for match in [*mark.finditer(text), None]:
        end = match.start() if match else len(text)
        spans.append(Span(block.span.start + start, block.span.start + end))
        start = match.end() if match else end
    return tuple(s for s in spans if s.of(view.text).strip())


class TableReader:
    """Reads rows by the schema of their header."""

    def __init__(self, lexicon: AwardLexicon, prizes: PrizeFinder, recipients: RecipientFinder) -> None:
        self._lexicon = lexicon
        self._prizes = prizes
        self._recipients = recipients

    def schema(self, view: View, block: Block) -> Schema | None:
        """The schema that a row of column titles gives; ``None`` for any other row."""
        cells = cells_of(view, block)
        if len(cells) < 2:
            return None
        roles = [self._role(view.context.tokens.within(c)) for c in cells]
        while roles and roles[0] is None:
            roles = roles[1:]
        known = [r for r in roles if r is not None]
        if len(known) < max(2, len(roles) - 1) or not {"recipient", "prize"} & set(known):
            return None
        return Schema(tuple(r or "other" for r in roles), block.span)

    def _role(self, words: Sequence[Token]) -> str | None:
        if not words or len(words) > 4:
            return None
        for role in ("recipient", "prize", "affiliation", "category", "other"):
            if (
                has_lemma(words[0], self._lexicon.columns[role].lemmas)
                or words[0].lower in self._lexicon.columns[role].lemmas
            ):
                return role
        return None

    def read(
        self, view: View, block: Block, schema: Schema, scope: Scope, last: Statement | None
    ) -> tuple[Statement | None, Statement | None]:
        """A new statement from a row, or the last one completed by a row that continues it: (new, completed)."""
        cells = cells_of(view, block)
        if "nominowany" in "".join(schema.roles) or len(cells) != len(schema.roles):
            return self._uneven(view, cells, schema, scope), None
        by_role: dict[str, Span] = {}
        for role, cell in zip(schema.roles, cells, strict=True):
            by_role.setdefault(role, cell)
        prize = self._prize(view, by_role.get("prize"))
        recipient = self._recipient(view, by_role.get("recipient"))
        if prize is None and last is not None and "affiliation" not in schema.roles:
            return None, self._continued(view, by_role, last)
        if recipient is None or _denied(view, block.span):
            return None, None
        affiliation = self._institution(view, by_role.get("affiliation"))
        recipient = _with(recipient, affiliation)
        if by_role.get("category") is not None:
            scope = scope.under(category=clean(by_role["category"].of(view.text)))
        if prize is None and scope.prize is None and "category" not in schema.roles:
            return None, None
        return Statement(recipient, prize or scope.prize, scope, "award.table", True, 0.9), None

    def _uneven(self, view: View, cells: Sequence[Span], schema: Schema, scope: Scope) -> Statement | None:
        """A record of more or fewer cells than columns: the first and the last column keep their places."""
        if len(cells) < 2 or any(_denied(view, c) for c in cells):
            return None
        if schema.roles[0] == "category" and schema.roles[-1] == "recipient":
            recipient = self._recipient(view, cells[-1])
            if recipient is None:
                return None
            return Statement(
                recipient,
                None,
                scope.under(category=clean(cells[0].of(view.text)), prize=None),
                "award.table",
                True,
                0.9,
            )
        if schema.roles[0] == "prize" and len(cells) >= 2:
            prize, recipient = self._prize(view, cells[0]), self._recipient(view, cells[1])
            if prize is not None and recipient is not None:
                affiliation = self._institution(view, cells[2] if len(cells) > 2 else None)
                return Statement(_with(recipient, affiliation), prize, scope, "award.table", True, 0.85)
        return None

    def _prize(self, view: View, cell: Span | None) -> Prize | None:
        if cell is None:
            return None
        words = view.context.tokens.within(cell)
        found = self._prizes.find(view, words)
        if found:
            return found[0]
        text = cell.of(view.text).strip(" .")
        value = roman(text) or (int(text) if text.isdecimal() else None)
        if value is None or value > 10:
            return None
        return Prize(
            "award.prize.place", "rank", 0, len(words), cell, rank_label(value, "miejsce"), value, None, "miejsce"
        )

    def _recipient(self, view: View, cell: Span | None) -> Recipient | None:
        if cell is None:
            return None
        words = view.context.tokens.within(cell)
        found = self._recipients.find(view, words, strict=False)
        if found:
            return found[0]
        text = clean(cell.of(view.text))
        if not words or not text[:1].isupper():
            return None
        kind = self._lexicon.recipient_kind(words[0]) or "group"
        return Recipient(kind, text, 0, len(words), cell, frozenset({"nom"}), rule="award.recipient.group")

    @staticmethod
    def _institution(view: View, cell: Span | None) -> int | None:
        if cell is None:
            return None
        return next(
            (view.institution[t.index] for t in view.context.tokens.within(cell) if t.index in view.institution), None
        )

    def _continued(self, view: View, by_role: dict[str, Span], last: Statement) -> Statement:
        """A second line of a record: the affiliation under the name, the category under the prize."""
        affiliation = self._institution(view, by_role.get("recipient"))
        recipient = _with(last.recipient, affiliation)
        scope = last.scope
        if by_role.get("prize") is not None:
            text = clean(by_role["prize"].of(view.text))
            scope = scope.under(category=text[:1].upper() + text[1:])
        return Statement(recipient, last.prize, scope, last.rule, True, last.confidence)


def _with(recipient: Recipient, institution: int | None) -> Recipient:
    if institution is None or recipient.person is None:
        return recipient
    return Recipient(
        recipient.kind, recipient.name, recipient.first, recipient.last, recipient.span, recipient.cases,
        recipient.person, institution, recipient.rule,
    )  # fmt: skip


def _denied(view: View, span: Span) -> bool:
    """Whether the text says that the prize was not given."""
    return bool(re.search(r"\bnie\s+(?:przyzn|nada|było|wręcz|rozda)", span.of(view.text), re.IGNORECASE))


def is_denied(view: View, span: Span) -> bool:
    """Whether the stretch says that a prize was not given ("nie przyznano")."""
    return _denied(view, span)


def is_row(view: View, block: Block) -> bool:
    """Whether a block is a row of a table."""
    text = block.span.of(view.text)
    return block.kind is BlockKind.ROW or "\t" in text or _is_record(text)


def _is_record(text: str) -> bool:
    """Whether a line has cells between semicolons and is no sentence."""
    return text.count(";") >= 2 and text[-1:] != "." and ":" not in text

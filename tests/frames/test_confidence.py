"""Calibrated confidence of facts."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.base import RuleBook, RuleError, Span
from extract.s7_frames import AppearanceFact, EventFact, SessionFact
from extract.s7_frames.confidence import FILE, Calibration

SPAN = (Span(0, 4),)


def event(confidence: float, rule: str = "event.kind.gala") -> EventFact:
    speaker = AppearanceFact(0, "speaker", SPAN, "roles.speaker", confidence)
    talk = SessionFact("lecture", None, SPAN, "sessions.lecture", confidence, people=(speaker,))
    return EventFact("gala", None, SPAN, rule, confidence, sessions=(talk,))


def test_the_share_of_the_rule_becomes_the_confidence() -> None:
    table = Calibration({"event": {"event.kind.gala": 0.97, "other": 0.9}, "appearance": {"other": 0.7}})
    found = table.apply(event(0.85))
    assert found.confidence == pytest.approx(0.97)
    assert found.sessions[0].people[0].confidence == pytest.approx(0.7)
    assert found.sessions[0].confidence == 0.85  # no table for sessions


def test_rules_without_a_share_have_that_of_their_kind() -> None:
    assert Calibration({"event": {"other": 0.9}}).apply(event(0.85, "event.kind.new")).confidence == pytest.approx(0.9)


def test_doubts_of_the_mechanism_stay() -> None:
    table = Calibration({"event": {"other": 0.8}})
    assert table.apply(event(0.425)).confidence == pytest.approx(0.4)
    assert table.apply(event(0.95)).confidence == pytest.approx(0.8)


def test_a_rule_book_without_a_table_changes_nothing(tmp_path: Path) -> None:
    assert Calibration.read(RuleBook(tmp_path, {})).apply(event(0.5)) == event(0.5)


def test_a_broken_table_is_named(tmp_path: Path) -> None:
    (tmp_path / "frames").mkdir()
    (tmp_path / FILE).write_text("[event\n", "utf-8")
    with pytest.raises(RuleError, match=r"rules/frames/confidence\.toml: not TOML"):
        Calibration.read(RuleBook(tmp_path, {}))

"""``extract rules``: check, list, show, try."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Mapping
from typing import Any

from extract.base import load_rules
from extract.evaluation.examples import broken_examples, fired, select, unexampled
from extract.pipeline import Stages
from extract.s1_reading import read_bytes

_SHOWN = 12
"""Entries of a list that ``show`` prints; lists of towns have thousands."""


def check(arguments: Namespace) -> int:
    """Exit status 1 where a rule lacks examples or an example does not hold.

    Raises:
        RuleError: a rule file is malformed.
    """
    book = load_rules(arguments.rules)
    rules = select(book, arguments.ids)
    bare = unexampled(rules)
    for rule in bare:
        lacking = " and ".join(n for n, e in (("positive", rule.positive), ("negative", rule.negative)) if not e)
        print(f"rules/{rule.file}:{rule.line}: {rule.id} has no {lacking} example", file=sys.stderr)
    broken = 0
    for example in broken_examples(Stages(book), rules):
        print(example, file=sys.stderr)
        broken += 1
    examples = sum(len(r.positive) + len(r.negative) for r in rules)
    print(f"{len(rules)} rules, {examples} examples, {broken} broken, {len(bare)} rules without examples")
    return 1 if broken or bare else 0


def list_rules(arguments: Namespace) -> int:
    """One line a rule."""
    rules = select(load_rules(arguments.rules), arguments.ids)
    width = max((len(r.id) for r in rules), default=0)
    for rule in rules:
        print(f"{rule.id:{width}}  rules/{rule.file}:{rule.line}  {rule.meaning}")
    return 0


def show(arguments: Namespace) -> int:
    """Everything that a rule holds."""
    rule = load_rules(arguments.rules)[arguments.id]
    print(f"{rule.id}\n  rules/{rule.file}:{rule.line}\n  {rule.meaning}")
    for name, texts in (("positive", rule.positive), ("negative", rule.negative)):
        for text in texts:
            print(f"  {name}: {text!r}")
    for key, value in rule.data.items():
        print(f"  {key} = {_shown(value)}")
    return 0


def attempt(arguments: Namespace) -> int:
    """Exit status 0 where the rule decides something in the text, 1 where not."""
    book = load_rules(arguments.rules)
    rule = book[arguments.id]
    text = arguments.text
    if text is None:
        text = read_bytes(sys.stdin.buffer.read(), "standard input").text
    ids = fired(Stages(book), text)
    if rule.id in ids:
        print(f"{rule.id} decides something in this text")
    else:
        print(f"{rule.id} decides nothing in this text; these do: {', '.join(sorted(ids)) or 'none'}")
    return 0 if rule.id in ids else 1


def _shown(value: Any) -> str:
    if isinstance(value, tuple) and len(value) > _SHOWN:
        head = json.dumps(value[:_SHOWN], ensure_ascii=False)[:-1]
        return f"{head}, … {len(value) - _SHOWN} more]"
    return json.dumps(_plain(value), ensure_ascii=False, default=str)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {k: _plain(v) for k, v in value.items()}
    return [_plain(v) for v in value] if isinstance(value, tuple | list) else value

"""Rules and word lists as data: TOML files in ``rules/``, one ``[[rule]]`` table a rule.

Every rule has ``id`` (unique in the whole book, dotted, lower case), ``meaning`` (one sentence), ``positive`` and
``negative`` (example texts in which the rule does and does not decide anything) and whatever keys its stage reads.
A key ending in ``_file`` names a plain UTF-8 list beside the TOML file, one entry a line, ``#`` opens a comment.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from extract.base.errors import RuleError

_ID = re.compile(r"[a-z0-9_]+(?:[.-][a-z0-9_]+)*")
_HEADER = re.compile(r"\s*\[\[\s*rule\s*\]\]")
_ID_KEY = re.compile(r"\s*id\s*=")
_COMMON = frozenset({"id", "meaning", "positive", "negative"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of the rule book."""

    id: str
    meaning: str
    positive: tuple[str, ...]
    negative: tuple[str, ...]
    data: Mapping[str, Any]
    file: str
    """Path relative to the rules folder, with forward slashes."""
    line: int
    """Line of the rule's ``id``, counted from 1."""

    def words(self, key: str) -> tuple[str, ...]:
        """The list under ``key``; empty where the rule has no such key."""
        return tuple(self.data.get(key, ()))

    def __getitem__(self, key: str) -> Any:
        try:
            return self.data[key]
        except KeyError:
            raise RuleError(f"rules/{self.file}:{self.line}: rule {self.id!r} needs the key {key!r}") from None


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules, by id and by file."""

    root: Path
    by_id: Mapping[str, Rule] = field(repr=False)

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.by_id.values())

    def __len__(self) -> int:
        return len(self.by_id)

    def __getitem__(self, rule_id: str) -> Rule:
        try:
            return self.by_id[rule_id]
        except KeyError:
            raise RuleError(f"no rule {rule_id!r} in {self.root}; `extract rules list` names those there are") from None

    def of(self, file: str) -> tuple[Rule, ...]:
        """The rules of one file (``"dates/roles.toml"``) or of one folder (``"dates/"``), in order."""
        return tuple(r for r in self if r.file == file or (file.endswith("/") and r.file.startswith(file)))


def default_root() -> Path:
    """The folder ``rules/``: inside the installed package, else beside ``src/`` in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "rules"
    return inside if inside.is_dir() else package.parents[1] / "rules"


def load_rules(root: Path | None = None) -> RuleBook:
    """Read every ``*.toml`` below ``root`` (default: the rules shipped with the package), in path order.

    Raises:
        RuleError: a file is no TOML, or a rule has no id, a bad or repeated id, no meaning, or a missing list file.
    """
    folder = default_root() if root is None else root
    if not folder.is_dir():
        raise RuleError(f"no rules folder at {folder}; give one with --rules DIR")
    rules: dict[str, Rule] = {}
    for path in sorted(folder.rglob("*.toml")):
        for rule in _read(path, folder):
            if rule.id in rules:
                other = rules[rule.id]
                raise RuleError(f"rules/{rule.file}:{rule.line}: id {rule.id!r} is also in {other.file}:{other.line}")
            rules[rule.id] = rule
    return RuleBook(folder, MappingProxyType(rules))


def _read(path: Path, root: Path) -> Iterator[Rule]:
    name = path.relative_to(root).as_posix()
    try:
        text = path.read_text("utf-8")
        tables = tomllib.loads(text).get("rule", [])
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RuleError(f"rules/{name}: not TOML in UTF-8: {error}") from None
    lines = _id_lines(text)
    for number, table in enumerate(tables):
        line = lines[number] if number < len(lines) else 1
        where = f"rules/{name}:{line}"
        rule_id = table.get("id")
        if not isinstance(rule_id, str) or not _ID.fullmatch(rule_id):
            raise RuleError(f"{where}: a rule needs an id of lower-case words joined by dots, not {rule_id!r}")
        if not isinstance(table.get("meaning"), str) or not table["meaning"].strip():
            raise RuleError(f"{where}: rule {rule_id!r} needs a meaning, one sentence")
        data: dict[str, Any] = {}
        for key, value in table.items():
            if key in _COMMON:
                continue
            if key.endswith("_file"):
                data[key.removesuffix("_file")] = _read_list(path.parent / value, where)
            else:
                data[key] = tuple(value) if isinstance(value, list) else value
        yield Rule(
            rule_id,
            table["meaning"].strip(),
            _examples(table, "positive", where),
            _examples(table, "negative", where),
            MappingProxyType(data),
            name,
            line,
        )


def _examples(table: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    texts = table.get(key, [])
    if not isinstance(texts, list) or not all(isinstance(t, str) and t.strip() for t in texts):
        raise RuleError(f"{where}: {key!r} is a list of example texts")
    return tuple(texts)


def _id_lines(text: str) -> list[int]:
    """For every ``[[rule]]`` the line of its ``id``, or its own where it has none."""
    lines: list[int] = []
    for number, line in enumerate(text.splitlines(), 1):
        if _HEADER.match(line):
            lines.append(number)
            found = False
        elif lines and not found and _ID_KEY.match(line):
            lines[-1], found = number, True
    return lines


def _read_list(path: Path, where: str) -> tuple[str, ...]:
    if not path.is_file():
        raise RuleError(f"{where}: no list file {path.name} beside the rule file")
    lines = (line.split("#", 1)[0].strip() for line in path.read_text("utf-8").splitlines())
    return tuple(line for line in lines if line)

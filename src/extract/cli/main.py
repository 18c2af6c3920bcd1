"""Arguments, dispatch, exit status: 0 done, 1 something failed, 2 wrong usage."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from extract.base import ExtractError, ReadingError


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # whatever the locale
    arguments = _parser().parse_args(argv)
    try:
        module, _, function = arguments.command.partition(".")  # imported when it runs: --help answers at once
        return int(getattr(import_module(f"extract.cli.{module}"), function)(arguments))
    except ReadingError as error:
        return _fail(error, 1)
    except ExtractError as error:
        return _fail(error, 2)
    except KeyboardInterrupt:
        return _fail("interrupted; nothing was written", 130)
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _fail(error: object, status: int) -> int:
    print(f"extract: {error}", file=sys.stderr)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="extract", description="Polish press releases to a normalised dataset.", allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"extract {version('extract-pl')}")
    sub = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_run(sub)
    _add_show(sub)
    _add_filters(sub)
    _add_rules(sub)
    _add_measures(sub)
    return parser


_Sub = argparse._SubParsersAction  # the only name argparse has for it


def _command(sub: _Sub[argparse.ArgumentParser], name: str, text: str) -> argparse.ArgumentParser:
    return sub.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".", allow_abbrev=False)


def _add_pipeline_options(parser: argparse.ArgumentParser) -> None:
    _add_date_options(parser)
    parser.add_argument("--model", metavar="NAME", help="an installed spaCy pipeline whose entities are proposals")
    parser.add_argument(
        "--min-confidence", type=float, default=0.0, metavar="P", help="leave out facts below P (0 to 1; default 0)"
    )


def _add_date_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--published", metavar="DATE", help="reference date of the texts (ISO date or timestamp)")
    parser.add_argument(
        "--prefer", choices=("past", "future"), default="past", help="where nothing else decides (default: past)"
    )
    _add_rules_option(parser)


def _add_rules_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rules", type=Path, metavar="DIR", help="rule files instead of those in the package")


def _add_run(sub: _Sub[argparse.ArgumentParser]) -> None:
    run = _command(sub, "run", "turn files or folders of releases into a dataset")
    run.add_argument("inputs", nargs="+", type=Path, metavar="INPUT", help="a file, or a folder of text files")
    run.add_argument("-o", "--out", type=Path, default=Path("out"), metavar="DIR", help="the dataset (default: out)")
    _add_pipeline_options(run)
    run.add_argument("--jobs", type=int, default=1, metavar="N", help="processes (default 1); the result is the same")
    run.add_argument("--parquet", action="store_true", help="write the tables as Parquet too (needs pyarrow)")
    run.add_argument("--quiet", action="store_true", help="no progress and no summary; errors are still shown")
    run.set_defaults(command="run.run")


def _add_show(sub: _Sub[argparse.ArgumentParser]) -> None:
    show = _command(sub, "show", "print the records of one release")
    show.add_argument("file", type=Path, help="the release; - for standard input")
    show.add_argument("--json", action="store_true", help="print the Article as JSON")
    _add_pipeline_options(show)
    show.set_defaults(command="show.show")
    schema = _command(sub, "schema", "print the JSON Schema of an Article")
    schema.set_defaults(command="filters.schema")


def _add_filters(sub: _Sub[argparse.ArgumentParser]) -> None:
    dates = _command(sub, "dates", "find and resolve dates, one text a line, JSON Lines out")
    dates.add_argument("text", nargs="?", help="default: the lines of standard input")
    _add_date_options(dates)
    dates.set_defaults(command="filters.dates")
    normalize = _command(sub, "normalize", "put names into the nominative, one a line, JSON Lines out")
    normalize.add_argument("text", nargs="?", help="default: the lines of standard input")
    normalize.add_argument("--kind", required=True, choices=("person", "institution"), help="what the names are of")
    _add_rules_option(normalize)
    normalize.set_defaults(command="filters.normalize")


def _add_rules(sub: _Sub[argparse.ArgumentParser]) -> None:
    rules = _command(sub, "rules", "check, list, show and try rules")
    actions = rules.add_subparsers(metavar="ACTION", required=True)
    check = _command(actions, "check", "run the examples of every rule; exit status 1 where one does not hold")
    check.add_argument("ids", nargs="*", metavar="ID", help="only these rules, or those of a folder (dates/)")
    check.set_defaults(command="rules.check")
    listing = _command(actions, "list", "one line a rule: id, file and line, meaning")
    listing.add_argument("ids", nargs="*", metavar="ID", help="only these rules, or those of a folder (dates/)")
    listing.set_defaults(command="rules.list_rules")
    show = _command(actions, "show", "a rule with all it holds")
    show.add_argument("id", metavar="ID")
    show.set_defaults(command="rules.show")
    attempt = _command(actions, "try", "whether a rule decides anything in a text; exit status 1 where not")
    attempt.add_argument("id", metavar="ID")
    attempt.add_argument("text", nargs="?", help="default: standard input")
    attempt.set_defaults(command="rules.attempt")
    for parser in (check, listing, show, attempt):
        _add_rules_option(parser)


def _add_measures(sub: _Sub[argparse.ArgumentParser]) -> None:
    evaluate = _command(sub, "evaluate", "score a dataset against gold facts, by group and by rule")
    evaluate.add_argument("gold", type=Path, metavar="GOLD", help="folder of gold files, one an article")
    evaluate.add_argument("out", type=Path, metavar="OUT", help="dataset folder, JSON Lines or JSON file")
    evaluate.add_argument("--misses", action="store_true", help="list every missed and wrong fact")
    evaluate.add_argument("--by-rule", action="store_true", help="fired, right and wrong of every rule")
    evaluate.add_argument("--calibration", action="store_true", help="how often facts of each confidence are right")
    evaluate.add_argument("--json", action="store_true", help="all figures as JSON")
    evaluate.add_argument("--samples", type=int, default=1000, metavar="N", help="bootstrap samples (default 1000)")
    evaluate.add_argument(
        "--min", action="append", default=[], metavar="GROUP=F1", help="exit status 1 where a group is below"
    )
    evaluate.set_defaults(command="measures.evaluate")
    diff = _command(sub, "diff", "what a change gained and lost, fact by fact")
    diff.add_argument("old", type=Path, metavar="OLD", help="dataset folder, JSON Lines or JSON file")
    diff.add_argument("new", type=Path, metavar="NEW")
    diff.add_argument("--gold", type=Path, metavar="DIR", help="gold files: say which changes are right")
    diff.add_argument("--json", action="store_true", help="one JSON object a change")
    diff.set_defaults(command="measures.diff")

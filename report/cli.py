"""Arguments in, exit status out; no work of its own.

Exit status: 0 clean, 1 held by findings, 2 wrong usage, 3 the tool failed.
"""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from report.arguments import parser_of
from report.errors import ReportError, UsageError
from report.guesses import closest
from report.order import briefs_of
from report.publish.moves import finish_moves
from report.setup import SetupError
from report.stopping import stopped_by_a_word

TOOL_FAILURE = 3
_CHECKOUT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:  # noqa: PLR0911 - one return for each way to end
    """Do what the arguments ask and return the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _open_closed_streams()
    parser, names = parser_of(_CHECKOUT)
    try:
        if given[:1] == ["test"]:
            # What follows is pytest's, options and all.
            return _command("upkeep.test")(argparse.Namespace(checkout=_CHECKOUT, arguments=given[1:]))
        options = parser.parse_args(_with_command(given, names))
        with stopped_by_a_word():
            _finish_moves(options)
            return _command(options.run)(options)
    except ReportError as error:
        print(f"report: {error}", file=sys.stderr)
        return error.status
    except SetupError as error:
        print(f"report: {error}", file=sys.stderr)
        return TOOL_FAILURE
    except BrokenPipeError:
        # Whoever read our output has gone; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return TOOL_FAILURE
    except Exception as error:
        if os.environ.get("REPORT_DEBUG"):
            raise
        print(f"report: {_in_a_line(error)}", file=sys.stderr)
        print("hint: the last good output stays; REPORT_DEBUG=1 shows where it happened", file=sys.stderr)
        return TOOL_FAILURE
    except KeyboardInterrupt:
        print("\nreport: stopped; the last good output stays", file=sys.stderr)
        return TOOL_FAILURE


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    """Return a command by its family and name, from ``report/commands``."""
    family, verb = name.split(".")
    command: Callable[[argparse.Namespace], int] = getattr(import_module(f"report.commands.{family}"), verb)
    return command


def _finish_moves(options: argparse.Namespace) -> None:
    """Before anything else, put in their places the files of a command that was killed while it did so."""
    given = vars(options)
    project = given.get("project") or given.get("checkout")
    if project is None:
        return
    finish_moves(project / "content")
    if "out" in given or "files" in given:  # what writes finished files or reads them back
        finish_moves(given.get("out") or project / "dist")


def _open_closed_streams() -> None:
    """Give a stream that the caller has closed a place to write to."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - for the rest of the run


def _in_a_line(error: Exception) -> str:
    """Say what ended the run: a file that the machine does not give out or take, or else a fault of ours."""
    if isinstance(error, OSError) and error.filename and error.strerror:
        return f"{os.fsdecode(error.filename)}: {error.strerror[:1].lower()}{error.strerror[1:]}"
    place = traceback.extract_tb(error.__traceback__)[-1]
    words = " ".join(str(error).split())
    return (
        f"a fault of the program: {type(error).__name__} in {Path(place.filename).name}, line {place.lineno}: {words}"
    )


def _with_command(given: list[str], names: Sequence[str]) -> list[str]:
    """Put the default command before arguments that name none.

    Raises:
        UsageError: the first word is neither a command nor a brief, but close to a command.
    """
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help", "--version")):
        return ["build", *given]
    word = given[0]
    if word in names or word.startswith("-"):
        return given
    known = briefs_of(_project_in(given))
    if word in known:
        return ["build", *given]
    close = closest(word, [*names, *known])
    raise UsageError(f"no command and no brief is called “{word}”" + (f"; did you mean “{close}”?" if close else ""))


def _project_in(given: list[str]) -> Path:
    """Return the project that the arguments name, before it is known which command they are for."""
    finder = argparse.ArgumentParser(add_help=False, exit_on_error=False, allow_abbrev=False)
    finder.add_argument("--project", type=Path, default=_CHECKOUT)
    found: Path = finder.parse_known_args(given)[0].project
    return found

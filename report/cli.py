"""Arguments in, exit status out; no work of its own.

Exit status: 0 clean, 1 held by findings, 2 wrong usage, 3 the tool failed.
"""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from report import commands
from report.console import FORMATS
from report.errors import ReportError, UsageError
from report.findings import nearest
from report.model.output import MEDIA
from report.setup import SetupError

WRONG_USAGE, TOOL_FAILURE = 2, 3
_CHECKOUT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:  # noqa: PLR0911 - one return for each way to end
    """Do what the arguments ask and return the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _open_closed_streams()
    parser, names = _parser()
    try:
        if given[:1] == ["test"]:
            # What follows is pytest's, options and all.
            return commands.test(_CHECKOUT, given[1:])
        options = parser.parse_args(_with_command(given, names))
        command: Callable[[argparse.Namespace], int] = options.run
        return command(options)
    except UsageError as error:
        print(f"report: {error}", file=sys.stderr)
        return WRONG_USAGE
    except (ReportError, SetupError) as error:
        print(f"report: {error}", file=sys.stderr)
        return TOOL_FAILURE
    except BrokenPipeError:
        # Whoever read our output has gone; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return TOOL_FAILURE
    except Exception as error:
        if os.environ.get("REPORT_DEBUG"):
            raise
        print(f"report: a fault of the program: {_in_a_line(error)}", file=sys.stderr)
        print("hint: the last good output stays; REPORT_DEBUG=1 shows where it happened", file=sys.stderr)
        return TOOL_FAILURE
    except KeyboardInterrupt:
        print("\nreport: stopped; the last good output stays", file=sys.stderr)
        return TOOL_FAILURE


def _open_closed_streams() -> None:
    """Give a stream that the caller has closed a place to write to."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - for the rest of the run


def _in_a_line(error: Exception) -> str:
    place = traceback.extract_tb(error.__traceback__)[-1]
    words = " ".join(str(error).split())
    return f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}: {words}"


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
    known = commands.briefs_of(_project_in(given))
    if word in known:
        return ["build", *given]
    hint = nearest(word, [*names, *known])
    raise UsageError(f"no command and no brief is called “{word}”" + (f"; {hint}" if hint else ""))


def _project_in(given: list[str]) -> Path:
    """Return the project that the arguments name, before it is known which command they are for."""
    finder = argparse.ArgumentParser(add_help=False, exit_on_error=False, allow_abbrev=False)
    finder.add_argument("--project", type=Path, default=_CHECKOUT)
    found: Path = finder.parse_known_args(given)[0].project
    return found


def _parser() -> tuple[argparse.ArgumentParser, tuple[str, ...]]:
    """Return the parser, and the names of its commands."""
    parser = argparse.ArgumentParser(prog="report", description="Builds typeset policy briefs from structured content.")
    parser.add_argument("--version", action="version", version=commands.version_line())
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--project", type=Path, default=_CHECKOUT, metavar="DIR", help="the folder with content/")
    verbs = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    ordering = argparse.ArgumentParser(add_help=False, parents=[common])
    ordering.add_argument("briefs", nargs="*", metavar="BRIEF", help="a folder of content/ (default: every brief)")
    ordering.add_argument("--locale", type=_tag, metavar="TAG", help="one edition only, such as en-GB")

    saying = argparse.ArgumentParser(add_help=False)
    saying.add_argument("--format", choices=FORMATS, default="text", help="how findings are printed")

    build = verbs.add_parser("build", parents=[ordering, saying], help="make every edition (the default)")
    build.add_argument(
        "--medium", choices=MEDIA, action="append", help="only this: PDF, web page, file for the press, booklet"
    )
    build.add_argument("--out", type=Path, metavar="DIR", help="where editions are written (default: dist/)")
    build.set_defaults(run=commands.build, to_publish=False)

    publishing = verbs.add_parser(
        "publish", parents=[ordering, saying], help="make every edition that may be published"
    )
    publishing.add_argument("--out", type=Path, metavar="DIR", help="where editions are written (default: dist/)")
    publishing.set_defaults(run=commands.build, medium=None, to_publish=True)

    check = verbs.add_parser("check", parents=[ordering, saying], help="notice every mistake, write nothing")
    check.set_defaults(run=commands.check)

    cite = verbs.add_parser("cite", parents=[ordering], help="list every note and work as it will print")
    cite.add_argument("--format", choices=("text", "json"), default="text", help="how all of it is printed")
    cite.set_defaults(run=commands.cite)

    _add_catalog(verbs, common, ordering, saying)

    _add_preflight(verbs, common, saying)

    unpack = verbs.add_parser("unpack", help="write out what a PDF was made from, which is inside it")
    unpack.add_argument("file", type=Path, metavar="FILE", help="a PDF that “report build” made")
    unpack.add_argument("folder", type=Path, metavar="DIR", help="where it goes: a new or an empty folder")
    unpack.set_defaults(run=commands.unpack)

    new = verbs.add_parser("new", parents=[common], help="start a brief that builds at once")
    new.add_argument("name", metavar="NAME", help="its folder: lower-case letters, digits and hyphens")
    new.set_defaults(run=commands.new)

    locale = verbs.add_parser("locale", help="begin a locale pack, or look at one and check it")
    actions = locale.add_subparsers(title="actions", metavar="ACTION", required=True)
    begin = actions.add_parser("new", parents=[common], help="begin a pack, filled from the Unicode CLDR")
    begin.add_argument("tag", metavar="TAG", help="its tag, such as eo or de-CH")
    begin.set_defaults(run=commands.locale_new)
    examine = actions.add_parser("check", parents=[common], help="print the specimen of a pack and test it")
    examine.add_argument("tag", metavar="TAG", help="its tag, such as de")
    examine.add_argument("--format", choices=("text", "json"), default="text", help="how all of it is printed")
    examine.set_defaults(run=commands.locale_check)

    schema = verbs.add_parser("schema", parents=[common], help="write the schemas that editors complete from")
    schema.set_defaults(run=commands.schema)

    doctor = verbs.add_parser("doctor", help="say what is installed, and what is missing")
    doctor.set_defaults(run=commands.doctor)

    test = verbs.add_parser("test", help="run the tests")
    test.add_argument("arguments", nargs=argparse.REMAINDER, metavar="...", help="handed to pytest as they are")

    lock = verbs.add_parser("lock", help="renew the locks of the packages")
    lock.set_defaults(run=lambda _options: commands.lock(_CHECKOUT))
    return parser, tuple(verbs.choices)


def _add_preflight(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser],
    common: argparse.ArgumentParser,
    saying: argparse.ArgumentParser,
) -> None:
    """Add the command that reads finished files back."""
    preflight = verbs.add_parser("preflight", parents=[common, saying], help="read finished files back and check them")
    preflight.add_argument("targets", nargs="*", metavar="BRIEF|FILE", help="a brief, or a PDF (default: every brief)")
    preflight.add_argument("--locale", type=_tag, metavar="TAG", help="one edition only, such as en-GB")
    preflight.add_argument("--medium", choices=MEDIA, action="append", help="one medium only; what a PDF is read as")
    preflight.add_argument("--profile", metavar="NAME", help="press, or one of content/preflight/, for its medium")
    preflight.add_argument("--out", type=Path, metavar="DIR", help="where editions lie (default: dist/)")
    preflight.set_defaults(run=commands.preflight)


def _tag(written: str) -> str:
    """Return a locale tag; an empty one, as a script has it whose variable is not set, is no order for everything."""
    if not written.strip():
        raise argparse.ArgumentTypeError("a tag such as en-GB is expected")
    return written


def _add_catalog(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser],
    common: argparse.ArgumentParser,
    ordering: argparse.ArgumentParser,
    saying: argparse.ArgumentParser,
) -> None:
    """Add the command of the translators, with verbs of its own."""
    catalog = verbs.add_parser("catalog", help="bring translations up to date, review and count them")
    catalog_verbs = catalog.add_subparsers(title="commands", metavar="COMMAND", required=True)

    update = catalog_verbs.add_parser("update", parents=[ordering, saying], help="write down what is to be translated")
    update.set_defaults(run=commands.catalog_update)

    review = catalog_verbs.add_parser("review", parents=[common, saying], help="mark translations as reviewed")
    review.add_argument("brief", metavar="BRIEF", help="a folder of content/, or house")
    review.add_argument("contexts", nargs="*", metavar="CONTEXT", help="some texts or blocks only, by msgctxt or id")
    review.add_argument("--locale", metavar="TAG", required=True, help="the edition, such as de")
    review.set_defaults(run=commands.catalog_review)

    status = catalog_verbs.add_parser("status", parents=[ordering, saying], help="say how far translations are")
    status.add_argument("--list", action="store_true", help="every text that is not translated or stale")
    status.add_argument("--check", action="store_true", help="end with status 1 if there is one")
    status.set_defaults(run=commands.catalog_status)

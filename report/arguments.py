"""Arguments: the verbs of the desk, and what may be said to each.

A command is named here as ``family.command``, for the modules of ``report/commands``, and loaded when it is called:
what one command needs is not what another needs, and reading arguments should cost nothing.
"""

from __future__ import annotations

import argparse
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn

from report.console import FORMATS
from report.model.output import MEDIA


def parser_of(checkout: Path) -> tuple[argparse.ArgumentParser, tuple[str, ...]]:
    """Return the parser, and the names of its commands."""
    parser = argparse.ArgumentParser(prog="report", description="Builds typeset policy briefs from structured content.")
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--project", type=Path, default=checkout, metavar="DIR", help="the folder with content/")
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
    build.add_argument(
        "--jobs", type=_count, metavar="N", help="how many editions are made at a time (default: the cores at hand)"
    )
    build.set_defaults(run="editions.build")

    _add_revisions(verbs, common, ordering, saying)

    _add_watch(verbs, common)

    check = verbs.add_parser("check", parents=[ordering, saying], help="notice every mistake, write nothing")
    check.set_defaults(run="editions.check")

    cite = verbs.add_parser("cite", parents=[ordering], help="list every note and work as it will print")
    cite.add_argument("--format", choices=("text", "json"), default="text", help="how all of it is printed")
    cite.set_defaults(run="editions.cite")

    _add_catalog(verbs, common, ordering, saying)

    _add_preflight(verbs, common, saying)

    _add_verify(verbs, checkout)

    unpack = verbs.add_parser("unpack", help="write out what a PDF was made from, which is inside it")
    unpack.add_argument("file", type=Path, metavar="FILE", help="a PDF that “report build” made")
    unpack.add_argument("folder", type=Path, metavar="DIR", help="where it goes: a new or an empty folder")
    unpack.set_defaults(run="finished.unpack")

    new = verbs.add_parser("new", parents=[common], help="start a brief that builds at once")
    new.add_argument("name", metavar="NAME", help="its folder: lower-case letters, digits and hyphens")
    new.set_defaults(run="upkeep.new")

    locale = verbs.add_parser("locale", help="begin a locale pack, or look at one and check it")
    actions = locale.add_subparsers(title="actions", metavar="ACTION", required=True)
    begin = actions.add_parser("new", parents=[common], help="begin a pack, filled from the Unicode CLDR")
    begin.add_argument("tag", metavar="TAG", help="its tag, such as eo or de-CH")
    begin.set_defaults(run="packs.locale_new")
    examine = actions.add_parser("check", parents=[common], help="print the specimen of a pack and test it")
    examine.add_argument("tag", metavar="TAG", help="its tag, such as de")
    examine.add_argument("--format", choices=("text", "json"), default="text", help="how all of it is printed")
    examine.set_defaults(run="packs.locale_check")

    schema = verbs.add_parser("schema", parents=[common], help="write the schemas that editors complete from")
    schema.set_defaults(run="upkeep.schema")

    doctor = verbs.add_parser("doctor", help="say what is installed, and what is missing")
    doctor.set_defaults(run="upkeep.doctor")

    test = verbs.add_parser("test", help="run the tests")
    test.add_argument("arguments", nargs=argparse.REMAINDER, metavar="...", help="handed to pytest as they are")

    lock = verbs.add_parser("lock", help="renew the locks of the packages")
    lock.set_defaults(run="upkeep.lock", checkout=checkout)
    return parser, tuple(verbs.choices)


def _add_revisions(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser],
    common: argparse.ArgumentParser,
    ordering: argparse.ArgumentParser,
    saying: argparse.ArgumentParser,
) -> None:
    """Add the commands that make a revision of a text, and make what goes out of it."""
    freeze = verbs.add_parser("freeze", parents=[common, saying], help="freeze the text of every edition as a version")
    freeze.add_argument(
        "brief", nargs="?", default="", metavar="BRIEF", help="a folder of content/ (default: the only one)"
    )
    freeze.add_argument("version", metavar="VERSION", help="its number, such as 1.1")
    freeze.add_argument("--note", default="", metavar="TEXT", help="what changed, for a version that is not listed yet")
    freeze.add_argument(
        "--note-for", action="append", default=[], metavar="LOCALE=TEXT", help="the same in an edition's language"
    )
    freeze.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="the day it comes out (default: today)")
    freeze.set_defaults(run="revisions.freeze")

    publish = verbs.add_parser(
        "publish", parents=[ordering, saying], help="make what goes out: every edition as it was frozen"
    )
    publish.add_argument("--out", type=Path, metavar="DIR", help="where editions are written (default: dist/)")
    publish.add_argument("--jobs", type=_count, metavar="N", help="how many editions are made at a time")
    publish.set_defaults(run="revisions.publish")

    redline = verbs.add_parser(
        "redline", parents=[ordering, saying], help="typeset what changed since a version or a commit"
    )
    redline.add_argument(
        "--since", metavar="VERSION|COMMIT", help="the earlier text (default: the last frozen one that is another)"
    )
    redline.add_argument("--medium", choices=("paged", "screen"), action="append", help="only this: PDF, web page")
    redline.add_argument("--out", type=Path, metavar="DIR", help="where redlines are written (default: dist/)")
    redline.set_defaults(run="revising.redline")


def _add_watch(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Add the command of the preview."""
    watch = verbs.add_parser("watch", parents=[common], help="show editions in the browser while they are written")
    watch.add_argument("brief", nargs="?", metavar="BRIEF", help="a folder of content/ (default: every brief)")
    watch.add_argument("--locale", type=_tag, metavar="TAG", help="the edition that is shown first, such as de")
    watch.add_argument("--port", type=_port, metavar="N", help="where it is served (default: the first free from 8017)")
    watch.set_defaults(run="previewing.watch")


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
    preflight.set_defaults(run="finished.preflight")


def _add_verify(verbs: argparse._SubParsersAction[argparse.ArgumentParser], checkout: Path) -> None:
    """Add the command that proves what a file is; a project is named there only if its sources are meant."""
    verify = verbs.add_parser("verify", help="say which edition a file is, and whether it is unaltered")
    verify.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a PDF or web page, wherever it lies")
    verify.add_argument("--rebuild", action="store_true", help="make it again as well, and compare byte by byte")
    verify.add_argument("--project", type=Path, metavar="DIR", help="whose releases count, and what it is made from")
    verify.add_argument("--format", choices=("text", "json"), default="text", help="how the verdict is printed")
    verify.set_defaults(run="finished.verify", checkout=checkout)


def _port(written: str) -> int:
    """Return the number of a port that anyone may open."""
    if not (written.isascii() and written.isdigit() and 1024 <= int(written) <= 65535):
        raise argparse.ArgumentTypeError("a number from 1024 to 65535 is expected")
    return int(written)


def _tag(written: str) -> str:
    """Return a locale tag; an empty one, as a script has it whose variable is not set, is no order for everything."""
    if not written.strip():
        raise argparse.ArgumentTypeError("a tag such as en-GB is expected")
    return written


def _count(written: str) -> int:
    """Return a number of workers, one or more."""
    if not (written.isascii() and written.isdecimal() and int(written)):
        raise argparse.ArgumentTypeError("a number such as 2 is expected, at least 1")
    return int(written)


def _day(written: str) -> date:
    """Return a day as an argument has it."""
    try:
        return datetime.strptime(written, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        raise argparse.ArgumentTypeError("a day such as 2017-04-20 is expected") from None


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
    update.add_argument(
        "--from", dest="pack", type=Path, metavar="FILE", help="take in a translators’ pack that has come back first"
    )
    update.set_defaults(run="translations.catalog_update")

    review = catalog_verbs.add_parser("review", parents=[common, saying], help="mark translations as reviewed")
    review.add_argument("brief", metavar="BRIEF", help="a folder of content/, or house")
    review.add_argument("contexts", nargs="*", metavar="CONTEXT", help="some texts or blocks only, by msgctxt or id")
    review.add_argument("--locale", metavar="TAG", required=True, help="the edition, such as de")
    review.set_defaults(run="translations.catalog_review")

    status = catalog_verbs.add_parser("status", parents=[ordering, saying], help="say how far translations are")
    status.add_argument("--list", action="store_true", help="every text that is not translated or stale")
    status.add_argument("--check", action="store_true", help="end with status 1 if there is one")
    status.set_defaults(run="translations.catalog_status")


class _Version(argparse.Action):
    """Says which version of the program this is; asked for only when it is wanted, for it takes a while to find out."""

    def __call__(self, parser: argparse.ArgumentParser, *_told: Any) -> NoReturn:
        from report.versions import version_line  # noqa: PLC0415

        parser.exit(message=f"{version_line()}\n")

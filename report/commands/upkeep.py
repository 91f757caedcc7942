"""The house kept in order: ``new``, ``schema``, ``doctor``, ``test`` and ``lock``."""

from __future__ import annotations

import argparse
from datetime import datetime

from report.commands.answering import CLEAN, HELD, print_path
from report.publish.write import Bundle, write_all


def new(options: argparse.Namespace) -> int:
    """Start a brief."""
    from report.starting import start_brief  # noqa: PLC0415

    for path in start_brief(options.project.resolve(), options.name, datetime.now().astimezone().date()):
        print_path(path)
    return CLEAN


def schema(options: argparse.Namespace) -> int:
    """Write the JSON Schemas beside the content."""
    from report.validate.schema import schema_files  # noqa: PLC0415

    project = options.project.resolve()
    for name, body in schema_files().items():
        path = project / name
        write_all(project, (Bundle(path.parent, {path.name: body}),))
        print_path(path)
    return CLEAN


def doctor(_options: argparse.Namespace) -> int:
    """Say what is installed and what is missing."""
    from report.doctor import examine  # noqa: PLC0415

    examination = examine()
    print("\n".join(examination.lines))
    return CLEAN if examination.is_healthy else HELD


def test(options: argparse.Namespace) -> int:
    """Run the tests in place of this program."""
    from report.setup.testing import run_tests  # noqa: PLC0415

    run_tests(options.checkout, options.arguments)


def lock(options: argparse.Namespace) -> int:
    """Renew the locks."""
    from report.setup.locking import renew_lock  # noqa: PLC0415

    return renew_lock(options.checkout)

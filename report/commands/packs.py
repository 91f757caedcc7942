"""Locale packs begun and looked at: ``locale new`` and ``locale check``."""

from __future__ import annotations

import argparse
import sys

from report import console
from report.commands.answering import CLEAN, answer, print_path


def locale_new(options: argparse.Namespace) -> int:
    """Begin a locale pack of the house, filled from the Unicode CLDR."""
    from report.load.packs import load_packs  # noqa: PLC0415
    from report.locales import Shelf  # noqa: PLC0415
    from report.packs.draft import begin_pack  # noqa: PLC0415

    project = options.project.resolve()
    print_path(begin_pack(project, options.tag, Shelf.of(load_packs(project))))
    return CLEAN


def locale_check(options: argparse.Namespace) -> int:
    """Print the specimen of a locale pack, and say what is to be mended in it."""
    from report.packs.checking import check_pack  # noqa: PLC0415

    project = options.project.resolve()
    checked = check_pack(project, options.tag, options.format)
    console.write(checked.value, sys.stdout)
    return answer(checked.findings, options, project)

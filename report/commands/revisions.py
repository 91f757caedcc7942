"""Revisions: ``freeze``, which makes one of a text, and ``publish``, which makes what goes out of it."""

from __future__ import annotations

import argparse
import re
from datetime import datetime
from unicodedata import category

from report.commands.answering import answer, print_path, tell_failures
from report.commands.asking import slugs_of, wish_of
from report.errors import UsageError
from report.findings import nearest
from report.model.revision import VERSION_FORM
from report.order import briefs_of

_VERSION = re.compile(VERSION_FORM)


def freeze(options: argparse.Namespace) -> int:
    """Freeze the text of a brief as a version, in every edition."""
    from report import freezing  # noqa: PLC0415

    project = options.project.resolve()
    if not _VERSION.fullmatch(options.version):
        known = briefs_of(project)
        close = nearest(options.version, known) if options.version not in known else ""
        hint = close or "write two numbers and a point, as in “report freeze heat-and-health 1.1”"
        raise UsageError(f"“{options.version}” is no version; {hint}")
    for words in (options.note, *options.note_for):
        _check_signs(words)
    wish = freezing.Wish(options.version, " ".join(options.note.split()), _notes(options.note_for), options.date)
    frozen = freezing.freeze(project, _only_brief(options), wish, datetime.now().astimezone().date())
    for path in frozen.value:
        print_path(path)
    return answer(frozen.findings, options, project)


def publish(options: argparse.Namespace) -> int:
    """Make what goes out: the editions ordered, as they were frozen, each in the folder of its version."""
    from report import console  # noqa: PLC0415
    from report.publishing import publish_briefs  # noqa: PLC0415

    wish = wish_of(options, ())
    progress = console.Progress()
    try:
        published = publish_briefs(wish, progress.say)
    finally:
        progress.clear()
    status = answer(published.findings, options, wish.project)
    for path in published.files:
        print_path(path)
    return tell_failures(published.failures) or status


def _only_brief(options: argparse.Namespace) -> str:
    """Return the brief that is named, or the only one that there is."""
    slugs = slugs_of(options.project.resolve(), (options.brief,) if options.brief else ())
    if len(slugs) > 1:
        raise UsageError(f"say which brief is frozen: “report freeze {slugs[0]} {options.version}”")
    return slugs[0]


def _check_signs(words: str) -> None:
    """Check that words of the command line can be written into a file of text: arguments may be any bytes."""
    odd = next((sign for sign in words if category(sign) in ("Cc", "Cs") and not sign.isspace()), "")
    if odd:
        raise UsageError(f"a note holds U+{ord(odd):04X}, which is no sign of a text: give it without that")


def _notes(given: list[str]) -> dict[str, str]:
    """Read the translations of a note, each as ``LOCALE=TEXT``."""
    notes: dict[str, str] = {}
    for one in given:
        locale, sign, words = one.partition("=")
        if not sign or not locale.strip() or not words.strip():
            raise UsageError(f'--note-for {one!r}: write it as LOCALE=TEXT, such as --note-for "fr=Première édition."')
        if locale.strip() in notes:
            raise UsageError(f"--note-for: the note is given twice in “{locale.strip()}”")
        notes[locale.strip()] = " ".join(words.split())
    return notes

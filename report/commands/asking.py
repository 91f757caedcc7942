"""What the options ask for: which briefs, and which editions of them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from report import production
from report.errors import UsageError
from report.findings import nearest
from report.model.output import Medium
from report.order import Order, briefs_of


def orders(
    project: Path, options: argparse.Namespace, media: tuple[Medium, ...], *, to_publish: bool = False
) -> Iterator[tuple[Order, production.Reading]]:
    """Yield an order for every edition that the options ask for, each with its brief as it was read.

    Raises:
        UsageError: a brief is ordered that does not exist, or there is none at all.
    """
    for slug in slugs_of(project, options.briefs):
        reading = production.read(project, slug)
        for locale in (options.locale,) if options.locale else reading.locales:
            yield Order(project, slug, locale, media, to_publish), reading


def slugs_of(project: Path, asked: Sequence[str]) -> Sequence[str]:
    """Return the briefs that are asked for, all of them if none is named.

    Raises:
        UsageError: a brief is named that does not exist, or there is none at all.
    """
    known = briefs_of(project)
    if not known:
        raise UsageError(f"there are no briefs in {project / 'content'}; “report new NAME” starts one")
    for slug in asked:
        if slug not in known:
            hint = nearest(slug, known) or f"there are {', '.join(known)}"
            raise UsageError(f"no brief is called “{slug}”; {hint}")
    return asked or known

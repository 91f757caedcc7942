"""What the options ask for: which briefs, and which editions of them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from report.errors import UsageError
from report.findings import nearest
from report.incremental.wish import Wish, cores
from report.model.output import Medium
from report.order import Order, briefs_of

if TYPE_CHECKING:
    from report import production


def orders(project: Path, options: argparse.Namespace) -> Iterator[tuple[Order, production.Reading]]:
    """Yield an order for every edition that the options ask for, each with its brief as it was read.

    Raises:
        UsageError: a brief is ordered that does not exist, or there is none at all.
    """
    from report import production  # noqa: PLC0415 - the line is long, and who asks for names alone does not need it

    for slug in slugs_of(project, options.briefs):
        reading = production.read(project, slug)
        for locale in (options.locale,) if options.locale else reading.locales:
            yield Order(project, slug, locale, ()), reading


def wish_of(options: argparse.Namespace, media: Sequence[Medium]) -> Wish:
    """Return what is to be made: the editions that the options ask for, in some media or (none) in all.

    Raises:
        UsageError: a brief is named that does not exist, or there is none at all.
    """
    project = options.project.resolve()
    return Wish(
        project=project,
        output=(options.out or project / "dist").resolve(),
        slugs=tuple(dict.fromkeys(slugs_of(project, options.briefs))),
        locale=options.locale or "",
        media=tuple(dict.fromkeys(media)),
        is_everything=not (options.briefs or options.locale or media),
        jobs=options.jobs or cores(),
    )


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

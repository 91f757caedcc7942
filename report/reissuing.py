"""The desk of older web pages: those of all earlier versions of a brief made anew, once a newer one goes out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from report import production
from report.desk import Desk, Held
from report.findings import Checked
from report.order import Order


def reissued(project: Path, slug: str, locales: Iterable[str]) -> Checked[tuple[production.Reissued, ...]]:
    """Return the web pages of the earlier versions of a brief that were frozen, as they stand beside the newest.

    What is noticed is said of those pages alone; the editions that go out now have been looked at before.
    """
    reading, desk = production.read(project, slug), Desk()
    pages: list[production.Reissued] = []
    if len(reading.brief.value.revisions) == 1:
        return Checked(())
    for locale in locales:
        prepared = production.prepare(Order(project, slug, locale, ("screen",), to_publish=True), Desk(), reading)
        try:
            made = [production.reissue(prepared, one, desk) for one in production.earlier_versions(prepared)]
        except Held:
            continue
        pages += [one for one in made if one]
    return Checked(tuple(pages), tuple(desk.findings))

"""Galley to Proof: pages, or one self-contained file for the screen."""

from __future__ import annotations

from pathlib import Path

from report.findings import Checked
from report.model.edition import Edition
from report.model.output import Enclosure, Galley, Proof


def typeset(galley: Galley, edition: Edition, project: Path, enclosures: tuple[Enclosure, ...] = ()) -> Checked[Proof]:
    """Set a galley as a web page or in pages, where the ``enclosures`` travel inside; only pages load the engine."""
    if galley.setting == "screen":
        from report.typeset.screen import set_screen  # noqa: PLC0415 - each medium loads only what it needs

        return set_screen(galley)
    from report.typeset.paged import set_pages  # noqa: PLC0415 - the engine is slow to import

    return set_pages(galley, edition, project, enclosures)

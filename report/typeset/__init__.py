"""Galley to Proof: pages for print, one self-contained file for the screen."""

from __future__ import annotations

from pathlib import Path

from report.findings import Checked
from report.model.edition import Edition
from report.model.output import Galley, Proof


def typeset(galley: Galley, edition: Edition, project: Path) -> Checked[Proof]:
    """Set a galley in its medium; only the paged medium loads the engine."""
    if galley.medium == "screen":
        from report.typeset.screen import set_screen  # noqa: PLC0415 - each medium loads only what it needs

        return set_screen(galley)
    from report.typeset.paged import set_pages  # noqa: PLC0415 - the engine is slow to import

    return set_pages(galley, edition, project)

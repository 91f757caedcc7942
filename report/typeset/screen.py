"""The web page: the galley is already one self-contained file."""

from __future__ import annotations

from report.findings import Checked
from report.model.output import Galley, Proof


def set_screen(galley: Galley) -> Checked[Proof]:
    """Return the page as UTF-8, closed by one line feed."""
    return Checked(Proof("screen", (galley.html.rstrip() + "\n").encode("utf-8"), galley))

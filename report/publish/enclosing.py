"""What travels inside a PDF: the files that an edition is made from, and the manifest of them."""

from __future__ import annotations

from report.model.edition import Edition
from report.model.output import Enclosure, Origin


def enclose(edition: Edition, origin: Origin) -> tuple[Enclosure, ...]:
    """Return the enclosures of an edition, by name."""
    return ()

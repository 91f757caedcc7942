"""Edition + entries to Apparatus: notes numbered and set in full, references in order, targets named."""

from __future__ import annotations

from report.cite.apparatus import cite
from report.cite.errata import cite_errata

__all__ = ["cite", "cite_errata"]

"""Edition + entries to Apparatus: notes numbered and set in full, references in order, targets named."""

from __future__ import annotations

from report.cite.apparatus import cite

__all__ = ["cite"]

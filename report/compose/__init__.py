"""Edition + Apparatus to a Galley: finished HTML and its sheet, not yet in pages."""

from __future__ import annotations

from report.compose.galley import compose

__all__ = ["compose"]

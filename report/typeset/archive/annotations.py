"""Links and other annotations: what is on the page is printed with it."""

from __future__ import annotations

from typing import Any

_PRINT = 1 << 2  # ISO 32000-1, table 165


def print_annotations(pdf: Any) -> None:
    """Let every annotation print, and none be hidden (ISO 19005-3, 6.3.2); the engine sets no flag."""
    for one in pdf.objects:
        if isinstance(one, dict) and one.get("Type") == "/Annot":
            one["F"] = _PRINT

"""The boxes of a page on a screen: its trim, and nothing around it."""

from __future__ import annotations

from typing import Any

_BOXES = ("MediaBox", "CropBox", "BleedBox", "TrimBox")


def cut_to_trim(pdf: Any) -> None:
    """Make every box of every page its trim, whose lower left corner is the origin (ISO 32000-1, 14.11.2).

    What is drawn in the bleed stays in the page's content, where the press file shows it again.
    """
    for number in pdf.pages["Kids"][::3]:
        page = pdf.objects[number]
        page.update(dict.fromkeys(_BOXES, page["TrimBox"]))

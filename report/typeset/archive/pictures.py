"""Pictures as an archive wants them: shown with the pixels they have."""

from __future__ import annotations

from typing import Any


def keep_pixels(pdf: Any) -> None:
    """Ask no viewer to make up pixels between those of a picture (ISO 19005-3, 6.2.8); the engine asks for it."""
    for one in pdf.objects:
        described = getattr(one, "extra", {})
        if "Interpolate" in described:
            described["Interpolate"] = "false"

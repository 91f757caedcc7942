"""Which releases of packages are installed, by the names of their folders: cheaper than to read what they say."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress

_ENDING = ".dist-info"


def installed_releases(names: Iterable[str], places: Iterable[str] | None = None) -> dict[str, str]:
    """Return the releases of packages that are installed, by their names; what is not installed is left out.

    The folder beside a package is called by its name and release (Core Metadata, “Recording installed projects”). Of
    two, the one that comes first on the path of imports counts, or in ``places``.
    """
    found: dict[str, str] = {}
    for place in sys.path if places is None else places:
        with suppress(OSError):
            for entry in os.listdir(place or "."):  # noqa: PTH208 - names alone, hundreds of them
                if entry.endswith(_ENDING):
                    name, _, release = entry.removesuffix(_ENDING).rpartition("-")
                    found.setdefault(_plain(name), release)
    return {name: found[_plain(name)] for name in names if _plain(name) in found}


def _plain(name: str) -> str:
    return name.lower().replace("-", "_").replace(".", "_")

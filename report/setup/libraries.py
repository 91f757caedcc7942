"""The native libraries that WeasyPrint opens, under the names by which it opens them.

The names are those of `weasyprint/text/ffi.py`; `tests/unit/setup/test_libraries.py` compares the two.
HarfBuzz's subset library is optional to the engine and needed by us: without it the faces are cut by
another tool, and the bytes differ. Its vector library draws coloured glyphs, and we have none.
"""

import ctypes
import ctypes.util
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from report.setup.machine import Need

Opens = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Library:
    """A native library: what to call it, the names it may be opened by, the Debian package that brings it."""

    name: str
    names: tuple[str, ...]
    package: str


LIBRARIES = (
    Library(
        "GObject",
        ("libgobject-2.0-0", "gobject-2.0-0", "gobject-2.0", "libgobject-2.0.so.0", "libgobject-2.0.0.dylib"),
        # Its own package is named differently from one release to the next; Pango always brings it.
        "libpango-1.0-0",
    ),
    Library(
        "Pango",
        ("libpango-1.0-0", "pango-1.0-0", "pango-1.0", "libpango-1.0.so.0", "libpango-1.0.dylib"),
        "libpango-1.0-0",
    ),
    Library(
        "HarfBuzz",
        ("libharfbuzz-0", "harfbuzz", "harfbuzz-0.0", "libharfbuzz.so.0", "libharfbuzz.0.dylib"),
        "libharfbuzz0b",
    ),
    Library(
        "HarfBuzz subset",
        (
            "libharfbuzz-subset-0",
            "harfbuzz-subset",
            "harfbuzz-subset-0.0",
            "libharfbuzz-subset.so.0",
            "libharfbuzz-subset.0.dylib",
        ),
        "libharfbuzz-subset0",
    ),
    Library(
        "Fontconfig",
        ("libfontconfig-1", "fontconfig-1", "fontconfig", "libfontconfig.so.1", "libfontconfig.1.dylib"),
        "libfontconfig1",
    ),
    Library(
        "PangoFT2",
        (
            "libpangoft2-1.0-0",
            "pangoft2-1.0-0",
            "pangoft2-1.0",
            "libpangoft2-1.0.so.0",
            "libpangoft2-1.0.dylib",
        ),
        "libpangoft2-1.0-0",
    ),
)


def library_needs(opens: Opens | None = None) -> tuple[Need, ...]:
    """Return the libraries as needs of the machine."""
    is_there = partial(_is_there, opens=opens or opens_by_name)
    return tuple(Need(each.name, each.package, partial(is_there, each)) for each in LIBRARIES)


def opens_by_name(name: str) -> bool:
    """Open a library as the engine's binding does: by its file name, or as the system's search finds it."""
    return _opens(name) or _opens(ctypes.util.find_library(name))


def _is_there(library: Library, *, opens: Opens) -> bool:
    """Tell whether the library opens by any of its names; file names first, since they are found at once."""
    return any(opens(name) for name in sorted(library.names, key=_is_file_name, reverse=True))


def _opens(name: str | None) -> bool:
    if name is None:
        return False
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _is_file_name(name: str) -> bool:
    return ".so." in name or name.endswith(".dylib")

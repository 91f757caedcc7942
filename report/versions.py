"""What an output was made with: the versions of our own code, of the packages and of the native libraries."""

from __future__ import annotations

import ctypes
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress

from report.installed import installed_releases
from report.setup.libraries import LIBRARIES

PACKAGES = (
    "policy-report",
    "jinja2",
    "markdown-it-py",
    "pybtex",
    "weasyprint",
    "pydyf",
    "fonttools",
    "pyphen",
    "pikepdf",
    "pillow",
    "persiantools",
    "tinycss2",
    "cssselect2",
    "tinyhtml5",
)
_ASK: dict[str, Callable[[ctypes.CDLL], str]] = {
    "Pango": lambda library: _text(library.pango_version_string),
    "HarfBuzz": lambda library: _text(library.hb_version_string),
    "Fontconfig": lambda library: _dotted(library.FcGetVersion()),
}


def version_line() -> str:
    """Return name and version of the program."""
    return f"report {installed_releases(PACKAGES)['policy-report']}"


def made_with() -> dict[str, str]:
    """Return the versions that the bytes of an edition depend on, by name, native libraries among them.

    What packages bring along, such as Pillow its libjpeg and pikepdf its qpdf, goes by the release of the package.
    """
    return installed_releases(PACKAGES) | native_versions()


def native_versions() -> dict[str, str]:
    """Return the versions of the native libraries that are found, by name; zlib packs the streams."""
    return dict(_versions()) | {"zlib": zlib.ZLIB_RUNTIME_VERSION}


def _versions() -> Iterator[tuple[str, str]]:
    for library in LIBRARIES:
        ask = _ASK.get(library.name)
        if not ask:
            continue
        for name in library.names:
            with suppress(OSError):
                yield library.name, ask(ctypes.CDLL(name))
                break


def _text(function: Callable[[], bytes]) -> str:
    function.restype = ctypes.c_char_p  # type: ignore[attr-defined]  # a foreign function
    return function().decode("ascii")


def _dotted(number: int) -> str:
    """Return 21401 as “2.14.1” (fontconfig.h, FC_VERSION)."""
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"

"""What an output was made with: the versions of our own code, of the packages and of the native libraries."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib.metadata import version

from report.setup.libraries import LIBRARIES

_PACKAGES = (
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
)
_ASK: dict[str, Callable[[ctypes.CDLL], str]] = {
    "Pango": lambda library: _text(library.pango_version_string),
    "HarfBuzz": lambda library: _text(library.hb_version_string),
    "Fontconfig": lambda library: _dotted(library.FcGetVersion()),
}


def version_line() -> str:
    """Return name and version of the program."""
    return f"report {version('policy-report')}"


def made_with() -> dict[str, str]:
    """Return the versions that the bytes of an edition depend on, by name, native libraries among them."""
    return {name: version(name) for name in _PACKAGES} | native_versions()


def native_versions() -> dict[str, str]:
    """Return the versions of the native libraries that are found, by name."""
    return dict(_versions())


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

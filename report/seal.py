"""The seal: a digest of a finished file, in the file itself, by which it tells whether it is as it was made.

It is the SHA-256 of all bytes of the file, with the digits of the seal itself read as zeros. In a PDF it stands in the
XMP packet, which is neither packed nor encrypted, in a web page in the head; so it is found without reading the file as
what it is, however spoilt that may be. A seal is no signature: who changes a file can seal it anew. Against forgery
stand the manifest that was published, and the sources (``report.verifying``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Literal

from report.errors import ReportError

UNSEALED = "sha256:" + "0" * 64
"""What stands in the place of the seal until the file is whole."""
HEAD_LINE = f'<meta name="report.seal" content="{UNSEALED}">'
"""The place of the seal in the head of a web page."""

_OPENINGS = (b"<report:seal>", b'<meta name="report.seal" content="')
_SEAL = re.compile(rb"sha256:([0-9a-f]{64})(?=</report:seal>|\">)")

Seal = Literal["whole", "broken", "doubled", "missing"]
"""What a seal tells: ``whole``, the file is as it was made; ``broken``, it does not fit the bytes; ``doubled``, there
is more than one, as in two files put together; ``missing``, the file never had one, or its place is spoilt."""


def sealed(body: bytes) -> bytes:
    """Return a finished file with its seal in the place that was left for it; its length stays the same.

    Raises:
        ReportError: there is no such place, or more than one.
    """
    places = list(_places(body))
    if len(places) != 1:
        raise ReportError("the finished file has no place for its seal, or more than one")
    return _with_digits(body, places[0], _digest(body, places[0]))


def seal_of(body: bytes) -> Seal:
    """Look at the seal of a file, whatever its bytes are."""
    places = list(_places(body))
    if not places:
        return "missing"
    if len(places) > 1:
        return "doubled"
    begin, end = places[0]
    return "whole" if body[begin:end] == _digest(body, places[0]) else "broken"


def _places(body: bytes) -> Iterator[tuple[int, int]]:
    """Yield where the digits of a seal begin and end."""
    return (found.span(1) for found in _SEAL.finditer(body) if body.endswith(_OPENINGS, 0, found.start()))


def _digest(body: bytes, place: tuple[int, int]) -> bytes:
    return sha256(_with_digits(body, place, b"0" * 64)).hexdigest().encode("ascii")


def _with_digits(body: bytes, place: tuple[int, int], digits: bytes) -> bytes:
    begin, end = place
    return body[:begin] + digits + body[end:]

"""Where the bytes of two files differ, and whether by more than ids."""

from __future__ import annotations

import re

_OBJECT = re.compile(rb"(?:^|[\r\n ])([0-9]{1,10}) ([0-9]{1,5}) obj\b")
_STRETCH = 1 << 14
_IDS = re.compile(
    rb"<xmpMM:InstanceID>urn:uuid:[0-9a-f-]{36}<"
    rb"|<report:seal>sha256:[0-9a-f]{64}<"
    rb"|/ID *\[ *<[0-9A-Fa-f]{1,128}> *<[0-9A-Fa-f]{1,128}> *\]"
)


def differ_by_ids_alone(one: bytes, other: bytes) -> bool:
    """Whether two PDFs are the same but for the ids of their instances, and with them their seals.

    The id of an instance stands for all that pages are made of, sources inside them included (ISO 32000-1, 14.4).
    """
    return len(one) == len(other) and _IDS.sub(_blank, one) == _IDS.sub(_blank, other)


def first_difference(one: bytes, other: bytes) -> str:
    """Return where two files begin to differ, and in which object of the PDF that the first of them is."""
    at = _first(one, other)
    place = f"the bytes differ from byte {at + 1:,} on".replace(",", " ")
    if at >= len(one):
        return f"{place}, where the file ends"
    if not one.startswith(b"%PDF-"):
        line = one.count(b"\n", 0, at) + 1
        return f"{place}, in line {line}"
    number = 0
    for found in _OBJECT.finditer(one, 0, at + 1):
        number = int(found[1])
    return f"{place}, in object {number}" if number else f"{place}, before its first object"


def _blank(found: re.Match[bytes]) -> bytes:
    return b" " * len(found[0])


def _first(one: bytes, other: bytes) -> int:
    """Return how many bytes are the same at the beginning of both."""
    shorter = min(len(one), len(other))
    for begin in range(0, shorter, _STRETCH):
        end = min(begin + _STRETCH, shorter)
        if one[begin:end] != other[begin:end]:
            return next(at for at in range(begin, end) if one[at] != other[at])
    return shorter

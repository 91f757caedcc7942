"""One pass over a text before it is read: which brackets belong together, and what citations stand in them."""

from __future__ import annotations

import re
from typing import NamedTuple

from report.validate.locators import BRACES

# As Pandoc reads a key: letters, digits and _, with single signs between them, or anything in braces.
_KEY = r"\{[^{}\s]+\}|\w+(?:[:.#$%&+?<>~/-]\w+)*"
_ADDRESS = r"\((?:[^()\[\]\s]++|\([^()\[\]\s]*+\))*+\)"
_SIGN = re.compile(
    rf"\\.|\[|\](?:{_ADDRESS})?|;|(?<!\w)@(?:(?:{_KEY})(?:[,،]?(?:\\?\s)*{BRACES})?)?",
    re.DOTALL,
)

KEY = re.compile(_KEY)


class Pairing(NamedTuple):
    """Closing brackets by opening ones; and the offsets of “@” and “;” that stand right inside each opening one."""

    closing: dict[int, int]
    signs: dict[int, list[int]]


def pair(source: str) -> Pairing:
    """Pair the square brackets, leaving out those behind a backslash, in addresses and in the braces of locators."""
    pairing = Pairing({}, {})
    opened: list[int] = []
    for match in _SIGN.finditer(source):
        sign, at = match[0][0], match.start()
        if sign == "[":
            opened.append(at)
        elif sign == "]" and opened:
            pairing.closing[opened.pop()] = at
        elif sign in "@;" and opened:
            pairing.signs.setdefault(opened[-1], []).append(at)
    return pairing

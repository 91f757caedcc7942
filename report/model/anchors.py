"""The ids by which a page names its parts."""

from __future__ import annotations

import re

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")


def entry_id(key: str) -> str:
    """Return the id of an entry of the bibliography: the same in every locale, and different for different keys.

    A sign that an address or a PDF's table of names would have to escape stands as its code point between stops
    (RFC 3986, section 2.3); the stop itself is one of them.

    >>> entry_id("farhi2015")
    'ref-farhi2015'
    >>> entry_id("un:a/70.1")
    'ref-un.3a.a.2f.70.2e.1'
    """
    return "ref-" + _UNSAFE.sub(lambda found: f".{ord(found[0]):x}.", key)


def part_id(name: str) -> str:
    """Return the id of a part of a block, such as the first item below the second of a list: it is no id of a block.

    >>> part_id("reading-habits/2/1")
    'b-reading-habits.2.1'
    """
    return f"b-{name.replace('/', '.')}"


def erratum_id(name: str) -> str:
    """Return the id of a notice by the name of its erratum: it is no id of a block.

    >>> erratum_id("shanghai-date")
    'erratum-shanghai-date'
    """
    return f"erratum-{name}"

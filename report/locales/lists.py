"""Lists as a locale writes them."""

from __future__ import annotations

from collections.abc import Sequence

from report.model.locale import Pack


def listed(items: Sequence[str], pack: Pack) -> str:
    """Return items as a list with the words of the locale: “one”, “one and two”, “one, two and three”.

    Items that are markup make a list that is.
    """
    if not items:
        return ""
    written = items[0]
    for number, item in enumerate(items[1:], start=2):
        joint = pack.lists.between
        if number == len(items):
            joint = pack.lists.pair if number == 2 else pack.lists.last
        written = written + joint + item
    return written

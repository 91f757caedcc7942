"""Where a text leads, as it is written: ``#id`` of a block it refers to, ``@key`` of a work it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable

from report.model.catalog import Unit

_LEAD = re.compile(r"\[(#[^\s\[\]]+)\]|(?<![\w\\])(@(?:\{[^{}\s]+\}|\w+(?:[:.#$%&+?<>~/-]\w+)*))")


def leads_of(text: str) -> frozenset[str]:
    """Return where a text in the small Markdown leads.

    >>> sorted(leads_of("See [#levels].[@example2019, p. 3; @{doi:10/x}] Write to desk@example.org."))
    ['#levels', '@doi:10/x', '@example2019']
    """
    found = (match[1] or match[2] for match in _LEAD.finditer(text))
    return frozenset(lead.replace("{", "").replace("}", "") for lead in found)


def leads_known(units: Iterable[Unit], works: Iterable[str]) -> frozenset[str]:
    """Return all that a text of a brief can lead to: what has texts of its own, and the works with these keys."""
    blocks = {f"#{unit.context.partition('/')[0]}" for unit in units}
    return frozenset(blocks | {f"@{key}" for key in works})

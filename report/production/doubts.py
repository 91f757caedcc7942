"""What only seems a mistake, while something else could not be read or a translation is behind its source text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from report.findings import Checked

T = TypeVar("T")


def certain(checked: Checked[T], known: Mapping[str, bool]) -> Checked[T]:
    """Leave out of what was noticed the findings that may only seem so.

    ``known`` says of codes whether all that they are judged by is known; of others that is taken for granted. The
    mistake behind them has a finding of its own.
    """
    return Checked(checked.value, tuple(one for one in checked.findings if known.get(one.code, True)))

"""Reading makes a hundred thousand small values and throws none away: the collector of garbage would search in vain.

Beside the boxes of the engine, which are still in memory in a build, its searches take a tenth of a second an edition.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Put off the collection of garbage; what is in no circle is still freed at once."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

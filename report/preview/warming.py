"""All that setting and checking a page loads, loaded ahead: a child that is forked afterwards loads next to nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib import import_module


def load_engine() -> None:
    """Load the engine with its corrections; to be called where the fonts of the machine are kept out.

    Nothing is asked of it: fonts would be opened, and newer releases of its text library then start a thread, which
    no child of this process would have.
    """
    from report.typeset.corrections import corrected_engine  # noqa: PLC0415 - slow, and only wanted for pages

    import_module("report.typeset.paged")
    import_module("weasyprint")
    with corrected_engine():
        pass


def loaded_since(before: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the modules that were loaded since these, in their order."""
    known = frozenset(before)
    return tuple(name for name in sys.modules if name not in known)


def load(names: Iterable[str]) -> None:
    """Load modules that a child had to load, so that the next one need not; what cannot be loaded by name is left."""
    for name in names:
        try:
            import_module(name)
        except ImportError:
            continue

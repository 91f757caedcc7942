"""Putting our answer in the engine's place, and the engine's own back afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def replaced(owner: Any, name: str, answer: Any) -> Iterator[None]:
    """Let an attribute of the engine be our answer while the context lasts.

    ``owner`` is a module or a class of WeasyPrint, which carries no types: hence ``Any``.
    """
    stock = owner.__dict__[name]
    setattr(owner, name, answer)
    try:
        yield
    finally:
        setattr(owner, name, stock)

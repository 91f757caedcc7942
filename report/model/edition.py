"""The edition: a brief in one locale at one revision, not yet numbered or styled."""

from __future__ import annotations

from dataclasses import dataclass

from report.model.brief import Brief, Revision
from report.model.text import Direction


@dataclass(frozen=True, slots=True)
class Edition:
    """A brief as its readers in one locale get it. ``locale`` is a BCP 47 tag."""

    brief: Brief
    locale: str
    direction: Direction
    revision: Revision

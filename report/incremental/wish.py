"""What is wished for: editions of some briefs, in some media, into one folder."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from report.model.output import Medium


@dataclass(frozen=True, slots=True)
class Wish:
    """The project, the output folder, the slugs of briefs, one locale or all (empty), media or all that can be made.

    ``is_everything`` says that nothing was left out, so what nobody makes any more can be told. ``jobs`` is how many
    editions are made at a time.
    """

    project: Path
    output: Path
    slugs: tuple[str, ...]
    locale: str
    media: tuple[Medium, ...]
    is_everything: bool
    jobs: int

    @property
    def orders(self) -> Mapping[str, str]:
        """What changes what is noticed when an edition is read: media that are not ordered are not looked at."""
        return {"in": ", ".join(self.media)} if self.media else {}


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1

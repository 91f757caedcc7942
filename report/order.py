"""What is ordered: one edition of one brief, in some media."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from report.model.output import Medium


@dataclass(frozen=True, slots=True)
class Order:
    """The project folder, a brief's slug, a locale (a BCP 47 tag; empty for the brief's own) and the media to make.

    Without any it is made in all that its house is equipped for.

    What is ordered ``to_publish`` is held where a plain build only warns: while a translation is not complete, or the
    text is not the one that was frozen. What is ordered ``to_freeze`` has to be complete, too, and is frozen.
    """

    project: Path
    brief: str
    locale: str
    media: tuple[Medium, ...]
    to_publish: bool = False
    to_freeze: bool = False


def briefs_of(project: Path) -> list[str]:
    """Return the slugs of a project's briefs, sorted."""
    return sorted(path.parent.name for path in project.glob("content/*/brief.yaml"))

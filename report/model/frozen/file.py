"""The file of a frozen text, where it stands, and what is thawed from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from report.findings import Mark
from report.model.blocks import Picture
from report.model.brief import Revision
from report.model.frozen.places import Step, place_of
from report.model.redline import Printing

_ENDINGS = {"image/png": "png", "image/jpeg": "jpeg", "image/svg+xml": "svg"}


@dataclass(frozen=True, slots=True)
class FrozenFile:
    """A file of frozen text as it was read: its path from the project folder, its characters, and its data."""

    path: str
    written: str
    data: Any

    def mark(self, *way: Step) -> Mark:
        """Return the place of a value in the file, by the keys and list places that lead to it."""
        return Mark(self.path, *place_of(self.written, way))


@dataclass(frozen=True, slots=True)
class Kept:
    """What is frozen of an edition: the folders that hold its text, and the file of the last version that is listed.

    Folders are named by their versions, and stand in the order of these; what else is among them stands last.
    ``others_have`` says that the last version is frozen for other editions of the brief.
    """

    folders: tuple[str, ...] = ()
    last: FrozenFile | None = None
    others_have: bool = False


@dataclass(frozen=True, slots=True)
class Frozen:
    """A revision thawed: the printing, and the texts as written in its language by their contexts.

    All that the printing holds has its place at the file. A picture that is now another is the copy that was kept.
    """

    printing: Printing
    units: Mapping[str, str]

    @property
    def revision(self) -> Revision:
        """The revision that was frozen, with its note in the words of the edition."""
        return self.printing.edition.revision


def frozen_folder(slug: str) -> str:
    """Return where the frozen texts of a brief stand, from the project folder: a folder for each version."""
    return f"content/{slug}/revisions"


def frozen_path(slug: str, version: str, locale: str) -> str:
    """Return where a frozen text stands, from the project folder."""
    return f"{frozen_folder(slug)}/{version}/{locale}.json"


def kept_picture(slug: str, version: str, picture: Picture) -> str:
    """Return where the bytes of a picture are kept for a revision, from the project folder: under their digest."""
    return f"{frozen_folder(slug)}/{version}/pictures/{picture.sha256}.{_ENDINGS[picture.media_type]}"

"""The redline: two revisions of an edition in one, with every difference marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from report.model.apparatus import Apparatus
from report.model.brief import Revision
from report.model.edition import Edition
from report.model.revision import BlockFate, Change


@dataclass(frozen=True, slots=True)
class Printing:
    """An edition with its apparatus: the text as it prints, numbered and cited. What two revisions are compared by."""

    edition: Edition
    apparatus: Apparatus


@dataclass(frozen=True, slots=True)
class Redline:
    """The merged text of two printings; words of one of them alone stand in ``Revised`` runs.

    ``since`` is the earlier revision. ``fates`` says what became of whole blocks, by their ids in the merged edition;
    a block that was taken out, or the place that one was moved from, has an id of its own that begins with ``was-``.
    Notes that were taken out are in the apparatus under such ids, too, with their old labels. ``changes`` are listed
    at the front.
    """

    printing: Printing
    since: Revision
    fates: Mapping[str, BlockFate]
    changes: tuple[Change, ...]

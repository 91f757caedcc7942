"""The redline: two revisions of an edition in one, with every difference marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from report.model.apparatus import Apparatus, Note, ReferenceGroup, Target
from report.model.blocks import PartialDate, Picture
from report.model.brief import Author, Revision
from report.model.edition import Edition
from report.model.revision import BlockFate, Change, State

Thing = str | bool | date | PartialDate | Picture | tuple[str, ...] | tuple[Author, ...]
"""What is not a text: a date of a timeline, a picture, keywords, whether a list is numbered."""


@dataclass(frozen=True, slots=True)
class Printing:
    """An edition with its apparatus: the text as it prints, numbered and cited. What two revisions are compared by."""

    edition: Edition
    apparatus: Apparatus


@dataclass(frozen=True, slots=True)
class Former:
    """What the earlier revision had, and has no place among the runs of the merged text.

    ``ids`` are the ids of sections, blocks and notes by those that they have in the merged text, where they differ.
    ``notes`` are its notes by their ids in the merged text, and ``bibliography`` its references in their order, all
    without their texts. ``things`` are what was other than a text, by the way to it: ``steps/3/date`` is the date of
    the third entry of the merged timeline ``steps``, ``curve/picture`` the picture of a figure, ``brief/keywords`` …
    """

    state: State = "published"
    ids: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)
    bibliography: tuple[ReferenceGroup, ...] = ()
    targets: Mapping[str, Target] = field(default_factory=dict)
    things: Mapping[str, Thing] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Redline:
    """The merged text of two printings; words of one of them alone stand in ``Revised`` runs.

    ``since`` is the earlier revision. ``fates`` says what became of whole parts: of sections and blocks by their ids
    in the merged edition; of items, rows, entries and recommendations by the id of their block and their number in the
    merged text from 1 (``points/2``, ``points/2/1`` for the first of the list below it); of the columns of a table
    (``costs/column-2``), of entries of the bibliography (``reference/farhi2015``), and of the history in the imprint
    (``revision/1.1``).

    What was taken out, or the place that something was moved from, has an id of its own that begins with ``was-``, and
    so have notes that were taken out: they are in the apparatus with their old labels. The texts of what is inserted,
    deleted or moved away stand in ``Revised`` runs as well; what has moved here has only its inner changes marked.
    ``moves`` leads from the id of the place that something was moved from to its id now. A section that was moved is
    represented at its old place by its title alone. ``changes`` are listed at the front; ``numbers`` are those of what
    is no text, by the way to it as in ``Former.things``.
    """

    printing: Printing
    since: Revision
    fates: Mapping[str, BlockFate]
    changes: tuple[Change, ...]
    moves: Mapping[str, str] = field(default_factory=dict)
    former: Former = field(default_factory=Former)
    numbers: Mapping[str, int] = field(default_factory=dict)

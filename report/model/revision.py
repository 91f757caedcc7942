"""Revisions: the state that a brief is in, what two revisions differ in, and what is said after publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from report.findings import Mark
from report.model.text import Text

State = Literal["draft", "in-review", "published"]
"""How far a brief is: being written; read by others before it goes out; out."""
ChangeKind = Literal["insertion", "deletion", "replacement", "move", "emphasis"]
BlockFate = Literal["inserted", "deleted", "moved-here", "moved-away"]
"""What became of a whole block; one that stands in both revisions, at the same place, has no fate."""
ErratumKind = Literal["correction", "erratum", "new-version", "withdrawal"]


@dataclass(frozen=True, slots=True)
class Change:
    """A difference of two revisions: its number in reading order from 1, and where it stands.

    ``anchor`` is the id in the markup that a page can be asked for (``b-…``, ``s-…``, ``note-…``, ``imprint``);
    ``section`` is the id of the section, empty for the title page and the summary, ``bibliography`` for the list of
    references. ``part`` says what kind of text changed (``paragraph``, ``note``, ``table`` …). ``before`` and ``after``
    are the words as they printed, either may be empty; for a move they are the sections that were left and reached.
    """

    number: int
    kind: ChangeKind
    part: str
    anchor: str
    section: str
    before: Text
    after: Text
    mark: Mark


@dataclass(frozen=True, slots=True)
class Erratum:
    """What is said of a published version after it went out, typed and dated.

    ``version`` is the one it speaks of; ``target`` the id of the block that it is about, empty where it is about all.
    """

    id: str
    kind: ErratumKind
    version: str
    date: date
    target: str
    text: Text
    mark: Mark

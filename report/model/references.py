"""Entries of the references as they were written, each field with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from report.findings import Mark


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in its parts, or an institution's in ``family`` alone (written in double braces)."""

    family: str
    given: str = ""
    particle: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One work: its type, its names by role (``author``, ``editor`` …) and its fields, decoded to plain text.

    ``marks`` holds the place of every field and role by name.
    """

    key: str
    type: str
    names: Mapping[str, tuple[Name, ...]]
    fields: Mapping[str, str]
    marks: Mapping[str, Mark]
    mark: Mark

    def field(self, *names: str) -> str:
        """Return the first of the named fields that says something, else an empty text."""
        return next((self.fields[name] for name in names if self.fields.get(name)), "")


References = Mapping[str, Entry]

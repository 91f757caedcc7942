"""A revision written into ``brief.yaml``: below the last one, in its form, every other line as it was."""

from __future__ import annotations

import re
import textwrap
from datetime import date

from report.model.manuscript import MappingNode, Node, SequenceNode

_MEASURE = 100
# What YAML reads as nothing but words, in a line of its own after a key.
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ,.;()/’“”–—-]*")


def with_revision(written: str, brief: Node, version: str, day: date, note: str) -> str | None:
    """Return the text of ``brief.yaml`` with one more revision; ``brief`` is its tree.

    Where the last one does not stand in lines of its own, with a dash before its first key, there is no such text.
    """
    listed = brief.get("revisions") if isinstance(brief, MappingNode) else None
    if not isinstance(listed, SequenceNode) or not listed.items:
        return None
    last = listed.items[-1]
    line_end = "\r\n" if "\r\n" in written else "\n"
    lines = written.split(line_end)
    before = lines[last.mark.line - 1][: last.mark.column - 1]
    if before.strip() != "-" or not isinstance(last, MappingNode):
        return None
    indent = " " * len(before)
    row = [f'{before}version: "{version}"', f"{indent}date: {day.isoformat()}", *_note(indent, note)]
    at = last.end.line
    return line_end.join([*lines[:at], *row, *lines[at:]])


def _note(indent: str, note: str) -> list[str]:
    """Return the lines of a note: in one with its key if it is short and plain, else folded below it."""
    line = f"{indent}note: {note}"
    if _PLAIN.fullmatch(note) and len(line) <= _MEASURE and note not in ("true", "false", "null"):
        return [line]
    width = max(_MEASURE - len(indent) - 2, 40)
    folded = textwrap.wrap(note, width, break_long_words=False, break_on_hyphens=False)
    return [f"{indent}note: >-", *(f"{indent}  {one}" for one in folded)]

"""Statements and comments to entries: which of them belong together, and what an entry lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from report.findings import Finding, Mark
from report.load.catalogs.scanner import Comment, Statement
from report.load.catalogs.texts import read_text_of
from report.model.manuscript import ScalarNode

_SINGULAR = ("msgctxt", "msgid", "msgid_plural")


@dataclass(slots=True)
class Draft:
    """An entry as it was written: its comments, and its texts by keyword; ``forms`` are by number, 0 without one."""

    comments: list[Comment] = field(default_factory=list)
    texts: dict[str, ScalarNode] = field(default_factory=dict)
    previous: dict[str, ScalarNode] = field(default_factory=dict)
    forms: dict[int, ScalarNode] = field(default_factory=dict)
    mark: Mark | None = None
    is_obsolete: bool = False
    is_numbered: bool = False

    @property
    def has_begun(self) -> bool:
        """Whether anything but comments and earlier texts has been read."""
        return self.mark is not None


class Drafter:
    """Puts entries together; what is noticed stands in ``findings``."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self.findings: list[Finding] = []
        self._draft = Draft()
        self._after: list[Comment] = []  # comments read since the entry began: its own, or those of the next

    def drafts(self, items: Iterable[Statement | Comment]) -> Iterator[Draft]:
        """Yield the entries that have a msgid and a msgstr."""
        for item in items:
            if self._begins_entry(item):
                yield from self._finished()
            if isinstance(item, Comment):
                (self._after if self._draft.has_begun else self._draft.comments).append(item)
            else:
                self._take(item)
        yield from self._finished()

    def _begins_entry(self, item: Statement | Comment) -> bool:
        draft = self._draft
        if isinstance(item, Comment) or "previous" in item.layer:
            return bool(draft.forms)
        if item.keyword == "msgstr":
            return False
        if item.keyword == "msgid_plural":
            return bool(draft.forms)
        return (
            bool(draft.forms) or item.keyword in draft.texts or (item.keyword == "msgctxt" and "msgid" in draft.texts)
        )

    def _take(self, statement: Statement) -> None:
        node, findings = read_text_of(statement)
        self.findings.extend(findings)
        draft = self._draft
        if "previous" in statement.layer:
            draft.previous[statement.keyword] = node
            return
        if not draft.has_begun:
            draft.mark = statement.mark
            draft.is_obsolete = statement.layer == "obsolete"
        if statement.keyword in _SINGULAR:
            draft.texts[statement.keyword] = node
            return
        draft.comments += self._after
        self._after = []
        index = statement.index or 0
        if index in draft.forms:
            number = "" if statement.index is None else f"[{index}]"
            message = f"msgstr{number} is given twice in this entry"
            self.findings.append(Finding("LOC-003", statement.mark, message, "take one of them out"))
            return
        draft.is_numbered = draft.is_numbered or statement.index is not None
        draft.forms[index] = node

    def _finished(self) -> Iterator[Draft]:
        draft, self._draft = self._draft, Draft()
        if not draft.has_begun:
            # Comments that no entry follows are nobody's; they are kept for the entry that may still come.
            self._draft.comments = draft.comments
            self._draft.previous = draft.previous
            return
        self._draft.comments, self._after = self._after, []
        assert draft.mark, "an entry that has begun has a place"
        lacking = [] if "msgid" in draft.texts else ["msgid"]
        lacking += [] if draft.forms else ["msgstr"]
        if lacking:
            name = " and ".join(lacking)
            message = f"{name} is missing in this entry"
            self.findings.append(Finding("LOC-003", draft.mark, message, 'an entry has a msgid "…" and a msgstr "…"'))
            return
        yield draft

"""YAML to a tree in which every scalar keeps its mark; safe, strict, and nothing but plain data.

PyYAML's parser gives events; the tree is built here. Of YAML 1.2 it keeps the core: ``true`` and ``false``
are the only flags, numbers are decimal, everything else is text. Tags, anchors, aliases, merge keys and
second documents are refused before anything could be made of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from report.findings import Checked, Finding, Mark
from report.load.places import places
from report.load.slips import explain
from report.model.manuscript import Entry, MappingNode, Node, ScalarKind, ScalarNode, SequenceNode

DEPTH_LIMIT = 40

# Without libyaml PyYAML parses in Python: slower, the same events.
_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_TAB_INDENT = re.compile(r"^[ -]*\t", re.MULTILINE)
_NOTHING = frozenset(("", "~", "null"))
_OWN_ESCAPE = re.compile(r'\\(?![\\"]).?', re.DOTALL)
_NO_ESCAPE = re.compile(r'\\(?![\\"]|u[0-9a-fA-F]{4}).?', re.DOTALL)


def read_yaml(text: str, path: str, *, escapes: bool = False) -> Checked[Node | None]:
    r"""Read the text of a YAML file; when its form is broken there is no tree, only the reason.

    With ``escapes`` a character may be named in double quotes, as in a pack, whose spaces cannot be told apart by eye:
    ``"\u00a0"``.
    """
    tabs = _tabs(text, path)
    if _TAB_INDENT.search(text):
        return Checked(None, tuple(tabs))
    reader = _Reader(text.replace("\t", " "), path, _NO_ESCAPE if escapes else _OWN_ESCAPE)
    try:
        node = reader.document()
    except yaml.YAMLError as error:
        node = None
        # A text that runs on is what the slip looked like before the parser lost the thread.
        reader.findings = [finding for finding in reader.findings if finding.code != "LOD-014"]
        reader.findings.append(explain(error, text, path))
    except _RefusedError:
        node = None
    return Checked(node, (*tabs, *reader.findings))


def _tabs(text: str, path: str) -> list[Finding]:
    found = []
    for number, line in enumerate(text.split("\n") if "\t" in text else (), 1):
        column = line.find("\t") + 1
        if column:
            hint = "indent with spaces, two for each level"
            mark = Mark(path, number, column)
            found.append(Finding("LOD-004", mark, "a tab stands here; YAML takes spaces", hint))
    return found


class _RefusedError(Exception):
    """The file uses what is not allowed; the finding is noted and the rest is not read."""


class _Reader:
    def __init__(self, text: str, path: str, refused: re.Pattern[str]) -> None:
        self.refused = refused
        self.text = text
        self.path = path
        self.findings: list[Finding] = []
        self._event: Callable[[], Any] = _PARSER(text).get_event
        self._last = self._last_line = 0  # where the event before ends

    def document(self) -> Node | None:
        """Read the only document of the file."""
        self._next()  # the stream
        if isinstance(self._next(), yaml.StreamEndEvent):
            self.findings.append(Finding("LOD-002", Mark(self.path), "the file is empty"))
            return None
        node = self._node(self._next(), 0)
        self._next()  # the end of the document
        further = self._next()
        if not isinstance(further, yaml.StreamEndEvent):
            raise self._refuse(further, "a second document begins here", "one file holds one document")
        return node

    def _next(self) -> Any:
        event = self._event()
        self._refuse_trailing_comment(event)
        if getattr(event, "anchor", None):
            if isinstance(event, yaml.AliasEvent):
                hint = "text that begins with * needs quotes or a line of its own below >-"
                raise self._refuse(event, "an alias (*) stands here", hint)
            raise self._refuse(event, "an anchor (&) stands here", "text that begins with & needs quotes")
        if getattr(event, "tag", None):
            raise self._refuse(event, "a tag (!) stands here", "text that begins with ! needs quotes")
        return event

    def _refuse_trailing_comment(self, event: Any) -> None:
        """Text after `` #`` is lost in YAML; writers mean it as text more often than not."""
        start = event.start_mark.index
        sign = self.text.find("#", self._last, start)
        if sign >= 0:
            before = self.text[self.text.rfind("\n", 0, sign) + 1 : sign]
            if before.strip(" "):
                line = self._last_line + 1 + self.text.count("\n", self._last, sign)
                message = "YAML drops everything from this # to the end of the line"
                hint = "if it is text, put the value in quotes; if a comment, give it its own line"
                self.findings.append(Finding("LOD-013", Mark(self.path, line, len(before) + 1), message, hint))
        self._last, self._last_line = event.end_mark.index, event.end_mark.line

    def _node(self, event: Any, depth: int) -> Node:
        if depth > DEPTH_LIMIT:
            mark = self._mark(event)
            self.findings.append(Finding("LOD-006", mark, f"more than {DEPTH_LIMIT} levels stand inside each other"))
            raise _RefusedError
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            items = tuple(self._node(item, depth + 1) for item in self._until(yaml.SequenceEndEvent))
            return SequenceNode(items, self._mark(event))
        return MappingNode(tuple(self._entries(depth)), self._mark(event))

    def _until(self, end: type) -> Iterator[Any]:
        while not isinstance(event := self._next(), end):
            yield event

    def _entries(self, depth: int) -> Iterator[Entry]:
        seen: dict[str, Mark] = {}
        for event in self._until(yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self._refuse(event, "a key is a word, not a list or a mapping", code="LOD-002")
            key = self._scalar(event)
            if key.text == "<<":
                raise self._refuse(event, "a merge key (<<) stands here", "write the values out")
            value = self._node(self._next(), depth + 1)
            if key.text in seen:
                hint = f"it stands first in line {seen[key.text].line}"
                self.findings.append(Finding("LOD-003", key.mark, f"the key “{key.text}” is given twice", hint))
                continue
            seen[key.text] = key.mark
            yield Entry(key, value)

    def _scalar(self, event: Any) -> ScalarNode:
        style: str = event.style or ""
        mark = self._mark(event)
        raw = self.text[event.start_mark.index : event.end_mark.index]
        text: str = event.value
        if style in ("|", ">"):
            text = text.rstrip("\n")
            self._refuse_indicator(raw, mark)
        elif style == '"':
            self._refuse_escapes(raw, event)
        elif not style and "\n" in raw:
            self._refuse_run_on(raw, mark)
        return ScalarNode(text, _kind(text, style), mark, places(raw, mark.line, mark.column, style))

    def _refuse_indicator(self, raw: str, mark: Mark) -> None:
        if re.match(r"[|>][-+]?[0-9]", raw):
            message = "a number after | or > sets the indentation by hand"
            self.findings.append(Finding("LOD-002", mark, message, "write >- alone"))

    def _refuse_run_on(self, raw: str, mark: Mark) -> None:
        """A lost dash or key makes one text of two, and nothing else shows it."""
        following = raw.split("\n", 1)[1]
        line = mark.line + 1 + len(following) - len(following.lstrip("\n"))
        column = len(following) - len(following.lstrip(" \n")) + 1
        message = "the text above runs on into this line"
        hint = "begin the line with “- ” or a key; a text of several lines stands below >-"
        self.findings.append(Finding("LOD-014", Mark(mark.path, line, column), message, hint))

    def _refuse_escapes(self, raw: str, event: Any) -> None:
        r"""In double quotes ``\ `` is a plain space and ``\n`` a line end: never what a writer means."""
        for match in self.refused.finditer(re.sub(r'\\[\\"]', "xx", raw)):
            start = event.start_mark.index + match.start()
            line = self.text.count("\n", 0, start) + 1
            mark = Mark(self.path, line, start - self.text.rfind("\n", 0, start))
            message = 'inside double quotes a backslash may only stand before " and \\'
            self.findings.append(Finding("LOD-002", mark, message, "use single quotes or >- for text with backslashes"))

    def _refuse(self, event: Any, message: str, hint: str = "", code: str = "LOD-005") -> _RefusedError:
        self.findings.append(Finding(code, self._mark(event), message, hint))
        return _RefusedError()

    def _mark(self, event: Any) -> Mark:
        return Mark(self.path, event.start_mark.line + 1, event.start_mark.column + 1)


def _kind(text: str, style: str) -> ScalarKind:
    if style:
        return "text"
    if text in _NOTHING:
        return "nothing"
    if text in ("true", "false"):
        return "flag"
    return "number" if _NUMBER.fullmatch(text) else "text"

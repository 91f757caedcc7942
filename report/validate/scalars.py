"""Single values: each kind is read by a function that returns the value or says what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import chain, groupby
from typing import Any

from report.findings import nearest
from report.locales.languages import direction_of
from report.model.blocks import PartialDate
from report.model.manuscript import MappingNode, Node, ScalarNode, SequenceNode
from report.model.text import Citation, Foreign, NoteCall, Run, Text, Unsettled, Wrapper
from report.validate.kinds import ID_PATTERN, Day, File, Flag, Id, Kind, Language, Number, Plain, Prose, Remark
from report.validate.languages import is_language
from report.validate.markdown import read_prose
from report.validate.strands import plain_strand
from report.validate.values import Slate

DAY_PATTERN = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
PARTIAL_DAY_PATTERN = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
FILE_PATTERN = r"[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*"

_MARKUP = re.compile(r"[*\[\]{}^`\\\n]|~~|<(?=[A-Za-z/!])|(?<!\w)[_@]|_(?!\w)|&(?=#?\w+;)")
_WANTED = {
    Flag: "true or false",
    Number: "a number",
    Day: "a date",
    Id: "an id",
    File: "a path",
    Language: "a language tag",
}


def read_scalar(slate: Slate, node: Node, kind: Kind, name: str) -> Any:
    """Read a single value of a kind; ``name`` is its key, for messages.

    Raises:
        UnsoundError: the value cannot be used; the slate says why.
    """
    if not isinstance(node, ScalarNode):
        wanted = _WANTED.get(type(kind), "text")
        raise slate.refuse("STR-003", node.mark, f"“{name}” is {wanted}, here stands {what_stands(node)}")
    if node.kind == "nothing" or not node.text.strip():
        if isinstance(kind, Prose) and kind.empty:
            return ()
        raise slate.refuse("STR-008", node.mark, f"“{name}” is empty", "write it, or take the key out")
    return _READERS[type(kind)](slate, node, kind, name)


def what_stands(node: Node) -> str:
    """Say in words what a node is."""
    if isinstance(node, SequenceNode):
        return "a list"
    if isinstance(node, MappingNode):
        return "a mapping of keys"
    words = {"text": "text", "number": "a number", "flag": "true or false", "nothing": "nothing"}
    return words[node.kind]


def _text_only(slate: Slate, node: ScalarNode, name: str) -> None:
    if node.kind != "text":
        message = f"“{name}” is text, here stands {what_stands(node)}"
        raise slate.refuse("STR-003", node.mark, message, "put it in quotes")


def _prose(slate: Slate, node: ScalarNode, kind: Prose, name: str) -> Text:
    if not kind.empty:
        _text_only(slate, node, name)
    reading = read_prose(node, kind, slate.forms)
    slate.findings.extend(reading.findings)
    slate.strands.extend(reading.strands)
    return _settled(node, reading.text)


def _settled(node: ScalarNode, text: Text) -> Text:
    """Mark a text that does not follow its source text; one not translated yet is in another language."""
    if node.standing == "current":
        return text
    runs = _in_language(text, node) if node.language else text
    return (Unsettled(runs, node.standing, node.mark),)


def _in_language(text: Text, node: ScalarNode) -> Text:
    """Mark a text and the notes it calls, which are printed elsewhere, with their language."""
    return (
        Foreign(tuple(_with_note(run, node) for run in text), node.language, direction_of(node.language), node.mark),
    )


def _with_note(run: Run, node: ScalarNode) -> Run:
    if isinstance(run, Wrapper):
        return replace(run, runs=tuple(_with_note(inner, node) for inner in run.runs))
    if not isinstance(run, NoteCall):
        return run
    # What a citation says is in the words of the edition.
    pieces = [(is_cited, tuple(runs)) for is_cited, runs in groupby(run.note, lambda one: isinstance(one, Citation))]
    note = (piece if is_cited else _in_language(piece, node) for is_cited, piece in pieces)
    return replace(run, note=tuple(chain.from_iterable(note)))


def _plain(slate: Slate, node: ScalarNode, kind: Plain, name: str) -> str:
    if kind.pattern and not re.fullmatch(kind.pattern, node.text):
        message = f"“{node.text}” has not the form of “{name}”"
        raise slate.refuse("STR-007", node.mark, message, f"write {kind.form}")
    _text_only(slate, node, name)
    sign = _MARKUP.search(node.text)
    if sign and not kind.pattern:
        what = "a line break" if sign[0] == "\n" else f"“{sign[0]}”"
        hint = "this text is plain: write it without markup, in one paragraph"
        slate.note("PRO-002", node.at(sign.start()), f"{what} stands in a plain text", hint)
    if not kind.pattern:
        slate.strands.append(plain_strand(node))
    return node.text


def _remark(slate: Slate, node: ScalarNode, _: Remark, name: str) -> str:
    _text_only(slate, node, name)
    return " ".join(node.text.split())


def _id(slate: Slate, node: ScalarNode, _: Id, name: str) -> str:
    if not re.fullmatch(ID_PATTERN, node.text):
        hint = "write lower-case letters, digits and hyphens: the-treaty"
        raise slate.refuse("STR-006", node.mark, f"“{node.text}” is no id", hint)
    _text_only(slate, node, name)
    return node.text


def _flag(slate: Slate, node: ScalarNode, _: Flag, name: str) -> bool:
    if node.kind != "flag":
        hint = nearest(node.text, ("true", "false")) or "write true or false"
        raise slate.refuse("STR-003", node.mark, f"“{name}” is true or false, not “{node.text}”", hint)
    return node.text == "true"


def _number(slate: Slate, node: ScalarNode, kind: Number, name: str) -> float:
    form = f"a {'whole ' if kind.whole else ''}number from {kind.least:g} to {kind.most:g}"
    hint = f"write {form}{f', in {kind.unit}' if kind.unit else ''}"
    if node.kind != "number":
        raise slate.refuse("STR-003", node.mark, f"“{name}” is a number, not “{node.text}”", hint)
    value = float(node.text)
    if not kind.least <= value <= kind.most or (kind.whole and not value.is_integer()):
        raise slate.refuse("STR-007", node.mark, f"“{node.text}” has not the form of “{name}”", hint)
    return int(value) if kind.whole else value


def _day(slate: Slate, node: ScalarNode, kind: Day, _: str) -> date | PartialDate:
    if not re.fullmatch(PARTIAL_DAY_PATTERN if kind.partial else DAY_PATTERN, node.text):
        form = "2014-05-23, 2014-05 or 2014" if kind.partial else "2014-05-23"
        hint = f"write year, month, day: {form}"
        raise slate.refuse("STR-004", node.mark, f"“{node.text}” is no date", hint)
    parts = [int(part) for part in node.text.split("-")]
    try:
        day = date(*([*parts, 1, 1])[:3])
    except ValueError:
        hint = "months go from 01 to 12, days to the end of the month"
        raise slate.refuse("STR-004", node.mark, f"there is no day “{node.text}”", hint) from None
    return PartialDate(*parts) if kind.partial else day


def _language(slate: Slate, node: ScalarNode, _: Language, name: str) -> str:
    if not is_language(node.text):
        hint = "such as en-GB or de"
        raise slate.refuse("STR-007", node.mark, f"“{node.text}” is no language tag", hint)
    _text_only(slate, node, name)
    return node.text


def _file(slate: Slate, node: ScalarNode, kind: File, name: str) -> str:
    _text_only(slate, node, name)
    if not node.text.lower().endswith(kind.endings):
        endings = " or ".join(kind.endings)
        raise slate.refuse("STR-007", node.mark, f"“{node.text}” does not end in {endings}")
    if not re.fullmatch(FILE_PATTERN, node.text):
        hint = "letters, digits, hyphens and points, folders parted by “/”, from the brief’s folder"
        raise slate.refuse("STR-007", node.mark, f"“{node.text}” is no path for a file of a brief", hint)
    return node.text


_READERS: dict[type, Callable[[Slate, ScalarNode, Any, str], Any]] = {
    Prose: _prose,
    Plain: _plain,
    Remark: _remark,
    Id: _id,
    Flag: _flag,
    Number: _number,
    Day: _day,
    Language: _language,
    File: _file,
}

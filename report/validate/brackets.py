"""What stands in square brackets: notes, cross-references, links and spans, as rules for markdown-it."""

from __future__ import annotations

import re

from markdown_it.rules_inline.state_inline import StateInline

from report.validate.citing import cite_in_brackets
from report.validate.faults import fault, notebook, put
from report.validate.languages import is_language

DEPTH_LIMIT = 8

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ATTRIBUTE = re.compile(r"\.(?P<name>[^\s{}]+)|lang=(?P<language>[^\s{}]+)")
_ADDRESS_END = re.compile(r"[()\s]")
_ALMOST = re.compile(r"[ \[^]{1,3}([@#])")


def note(state: StateInline, _silent: bool) -> bool:
    """A note ``^[…]``; what is inside is read as text."""
    start, book = state.pos, notebook(state)
    if state.src[start] != "^":
        return False
    if state.src[start + 1 : start + 2] != "[":
        fault(
            state,
            start,
            "PRO-001",
            "a “^” stands alone",
            "a note is written ^[…]; for the sign itself write \\^",
        )
        return put(state, "^", start, 1)
    end = book.pairs.get(start + 1)
    if end is None:
        fault(state, start, "PRO-001", "a note is opened here and not closed", "close it with “]”")
        return put(state, "^[", start, 2)
    if book.in_note or book.in_affix:
        fault(state, start, "PRO-003", "a note stands inside a note", "put its words into the outer note")
        return put(state, "^[", start, 2)
    if not state.src[start + 2 : end].strip():
        fault(state, start, "PRO-001", "the note is empty", "write the note between the brackets")
    if not book.notes:
        fault(state, start, "PRO-003", "a note cannot stand here", "move it into the text")
    elif state.linkLevel:
        fault(state, start, "PRO-003", "a note stands inside a link", "put it behind the link")
    book.in_note = True
    _wrap(state, "note", start, (start + 2, end), end + 1)
    book.in_note = False
    return True


def bracket(state: StateInline, _silent: bool) -> bool:
    """What an opening bracket begins is told by what follows it, inside or behind."""
    start, book = state.pos, notebook(state)
    if state.src[start] != "[":
        return False
    end = book.pairs.get(start)
    if end is None:
        fault(state, start, "PRO-001", "a bracket is opened here and not closed")
        return put(state, "[", start, 1)
    if state.level >= DEPTH_LIMIT:
        fault(state, start, "PRO-001", "too many brackets stand inside each other")
        return put(state, "[", start, 1)
    inside = _cross_reference if state.src[start + 1] == "#" else None
    behind = {"(": _link, "{": _span}.get(state.src[end + 1 : end + 2])
    cited = cite_in_brackets if book.cites(start) else None
    construct = inside or behind or cited or _unknown_brackets
    return construct(state, start, end)


def _unknown_brackets(state: StateInline, start: int, end: int) -> bool:
    almost = _ALMOST.match(state.src, start + 1, end)
    if not almost:
        hint = "a note is ^[…], a citation [@key], a link […](…); for the sign itself write \\["
        fault(state, start, "PRO-001", "these brackets mean nothing", hint)
        return put(state, "[", start, 1)
    if almost[1] == "@":
        fault(state, start, "PRO-004", "this is almost a citation", "a citation is written [@key] or [@key, p. 13]")
    else:
        fault(state, start, "PRO-005", "this is almost a cross-reference", "a cross-reference is written [#id]")
    return put(state, state.src[start : end + 1], start, end + 1 - start)


def closing_bracket(state: StateInline, _silent: bool) -> bool:
    """A closing bracket that no rule has used: it closes nothing, or what was said to mean nothing."""
    if state.src[state.pos] != "]":
        return False
    if state.pos not in notebook(state).closers:
        fault(state, state.pos, "PRO-001", "a bracket is closed here and not opened")
    return put(state, "]", state.pos, 1)


def _cross_reference(state: StateInline, start: int, end: int) -> bool:
    target = state.src[start + 2 : end]
    if not _ID.fullmatch(target):
        message = f"“{target}” is no id" if target else "the cross-reference names nothing"
        fault(state, start, "PRO-005", message, "a cross-reference is written [#id]")
    token = state.push("cross_reference", "", 0)
    token.meta = {"at": start, "target": target}
    state.pos = end + 1
    return True


def _link(state: StateInline, start: int, end: int) -> bool:
    depth, close = 0, -1
    for match in _ADDRESS_END.finditer(state.src, end + 1, state.posMax):
        depth += {"(": 1, ")": -1}.get(match[0], 0)
        if depth == 0 or depth > DEPTH_LIMIT or match[0].isspace():
            close = match.start()
            break
    if close < 0 or state.src[close] != ")":
        message = "the address of a link is opened here and not closed"
        fault(
            state,
            end + 1,
            "PRO-001",
            message,
            "a link is written [words](https://…), the address without spaces",
        )
        return put(state, "[", start, 1)
    if end == start + 1 or close == end + 2:
        fault(state, start, "PRO-001", "the link lacks its words or its address", "a link is [words](https://…)")
    if state.linkLevel:
        fault(state, start, "PRO-001", "a link stands inside a link", "")
    state.linkLevel += 1
    _wrap(state, "link", start, (start + 1, end), close + 1, address=state.src[end + 2 : close])
    state.linkLevel -= 1
    return True


def _span(state: StateInline, start: int, end: int) -> bool:
    close = state.src.find("}", end, state.posMax)
    if close < 0:
        fault(state, end + 1, "PRO-006", "an attribute is opened here and not closed", "close it with “}”")
        return put(state, "[", start, 1)
    attribute = state.src[end + 2 : close]
    match = _ATTRIBUTE.fullmatch(attribute)
    language = match["language"] if match else None
    if end == start + 1:
        fault(state, start, "PRO-006", "the bracketed span is empty", "put its words between the brackets")
    if language and not is_language(language):
        fault(state, end + 2, "PRO-006", f"“{language}” is no language tag", "such as fr, de or fa-Latn")
    if not match or (match["name"] or "smallcaps") != "smallcaps":
        fault(
            state,
            end + 2,
            "PRO-006",
            f"“{attribute}” is no known attribute",
            "known are .smallcaps and lang=…",
        )
    _wrap(state, "span", start, (start + 1, end), close + 1, language=language)
    return True


def _wrap(state: StateInline, name: str, at: int, inner: tuple[int, int], after: int, **meta: str | None) -> None:
    """Push an opening token, the tokens of what is inside, and a closing token."""
    opening = state.push(f"{name}_open", name, 1)
    opening.meta = {"at": at, **meta}
    outer_end, state.pos, state.posMax = state.posMax, *inner
    state.md.inline.tokenize(state)
    state.push(f"{name}_close", name, -1)
    state.pos, state.posMax = after, outer_end

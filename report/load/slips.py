"""What is wrong with a YAML file that will not parse: the common slips, found and said in plain words.

The parser complains where it loses the thread, often below the slip. The lines of the file that carry
structure (not the text of block scalars) are looked through upwards from there for the slips writers make.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import yaml

from report.findings import Finding, Mark

_BLOCK_HEADER = re.compile(r"(?:^|[:-] )[|>][-+]?[0-9]?$")
_LEAD = re.compile(r"[ -]*(?<![^ ])")
_KEY = r"[A-Za-z][A-Za-z0-9_-]*"

Slip = tuple[int, str, str]  # column offset in the line, message, hint


def explain(error: yaml.YAMLError, text: str, path: str) -> Finding:
    """Turn a complaint of the parser into a finding at the line of the slip."""
    place = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    last = place.line if place else 0
    lines = text.split("\n")
    structure = dict(_structure_lines(lines))
    found = _nearest_slip(structure, last) or _lost_dash(structure, last)
    if found:
        number, (column, message, hint) = found
        return Finding("LOD-002", Mark(path, number + 1, column + 1), message, hint)
    while last > 0 and not (lines[last : last + 1] or [""])[0].strip():
        last -= 1  # the parser often points at the empty end of the file
    column = place.column if place and place.line == last else 0
    message, hint = _plain_words(str(getattr(error, "problem", None) or ""))
    return Finding("LOD-002", Mark(path, last + 1, column + 1), message, hint)


def _structure_lines(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not text of block scalars, not empty and not comments."""
    header_indent: int | None = None  # of the block scalar that may be open
    text_indent: int | None = None
    for number, line in enumerate(lines):
        content = line.strip()
        if not content:
            continue
        indent = len(line) - len(line.lstrip(" "))
        if header_indent is not None:
            text_indent = text_indent if text_indent is not None else indent
            if indent > header_indent and indent >= text_indent:
                continue
            header_indent = text_indent = None
        if content.startswith("#"):
            continue
        if _BLOCK_HEADER.search(content):
            header_indent = indent
        yield number, line.rstrip()


def _nearest_slip(structure: dict[int, str], last: int) -> tuple[int, Slip] | None:
    """Return the first line of the last run of lines with slips, at or above the complaint."""
    best: tuple[int, Slip] | None = None
    for number in sorted((one for one in structure if one <= last), reverse=True):
        slip = _slip(structure[number])
        if slip:
            best = number, slip
        elif best:
            break
    return best


def _lost_dash(structure: dict[int, str], last: int) -> tuple[int, Slip] | None:
    """An item that fits nothing: the first item of its list has probably lost its dash."""
    line = structure.get(last, "")
    depth = len(line) - len(line.lstrip(" "))
    if not line.lstrip(" ").startswith("- "):
        return None
    above = [(number, text) for number, text in structure.items() if number < last]
    inner: tuple[int, str] | None = None
    while above and above[-1][1].startswith(" " * (depth + 1)):
        inner = above.pop()
    if inner is None or inner[1].lstrip(" ").startswith("-") or not above or not above[-1][1].endswith(":"):
        return None
    slip = (depth, "the list begins here without a dash", "an item begins with “- ”, a block with “- id:”")
    return inner[0], slip


def _slip(line: str) -> Slip | None:
    lead = _LEAD.match(line)
    start = lead.end() if lead else 0
    return next((slip for look in _SLIPS if (slip := look(line, start))), None)


def _dash(line: str, _: int) -> Slip | None:
    if re.match(r" *(?:- +)*-[^\s-]", line):
        column = re.match(r"[ -]*", line)
        return (column.end() - 1 if column else 0), "a space is missing after the dash", "write “- item”"
    return None


def _colon(line: str, start: int) -> Slip | None:
    match = re.compile(rf"({_KEY}):(?!//)[^\s:]").match(line, start)
    if not match:
        return None
    return match.end() - 1, f"a space is missing after “{match[1]}:”", f"write “{match[1]}: …”"


def _quote(line: str, start: int) -> Slip | None:
    match = re.compile(rf"(?:{_KEY}: +)?([\"'])(.*)$").match(line, start)
    if not match:
        return None
    quote, rest = match[1], match[2]
    rest = rest.replace("''", "xx") if quote == "'" else re.sub(r"\\.", "xx", rest)
    end = rest.find(quote)
    column = match.start(1)
    if end < 0:
        return column, "a quoted text is opened here and not closed", f"close it with {quote}"
    if rest[end + 1 :].strip():
        hint = "double the quote inside the text, or put the text on its own lines below >-"
        return column + end + 2, "text stands after the closing quote", hint
    return None


def _inner_colon(line: str, start: int) -> Slip | None:
    match = re.compile(rf"(?:{_KEY}: +)?(?![\"'\[{{|>])\S.*?(: |:$)").match(line, start)
    if not match or (re.compile(rf"{_KEY}:(?: |$)").match(line, start) and match.start(1) == line.find(":", start)):
        return None
    hint = "put the whole value in quotes, or on its own lines below >-"
    return match.start(1), "a colon stands in a text without quotes", hint


def _first_sign(line: str, start: int) -> Slip | None:
    match = re.compile(rf"(?:{_KEY}: +)?([@`%*&!])").match(line, start)
    if not match:
        return None
    return match.start(1), f"a text cannot begin with {match[1]} here", "put the whole value in quotes"


def _bracket(line: str, start: int) -> Slip | None:
    match = re.compile(rf"(?:{_KEY}: +)?([\[{{])(.*)$").match(line, start)
    if not match:
        return None
    close = "]" if match[1] == "[" else "}"
    if line.count('"', start) % 2:
        return line.rindex('"'), "a quoted text in brackets is not closed", 'close it with "'
    if line.count(match[1], start) > line.count(close, start):
        return match.start(1), f"“{match[1]}” is opened here and not closed", f"close it with “{close}”"
    if not line.endswith(close):
        return match.start(1), "a text that begins with a bracket needs quotes", "or its own lines below >-"
    return None


def _block_sign(line: str, start: int) -> Slip | None:
    match = re.compile(rf"(?:{_KEY}: +)?([|>][-+]?) *[^\s|>+-]").match(line, start)
    if not match:
        return None
    return (
        match.end() - 1,
        f"text stands in the line of “{match[1]}”",
        "begin the text in the next line, indented",
    )


def _no_key(line: str, start: int) -> Slip | None:
    if line.lstrip(" ").startswith("-") or re.compile(rf"{_KEY}:(?: |$)|[\"'\[\]{{}}]").match(line, start):
        return None
    word = re.compile(rf"({_KEY})(?: *$| +[|>])").match(line, start)
    if word:
        return word.end(1), f"a colon is missing after “{word[1]}”", f"write “{word[1]}: …”"
    hint = "text of a paragraph is indented as its first line; a key is followed by a colon"
    return start, "this line is neither “key: value” nor “- item”", hint


_SLIPS: tuple[Callable[[str, int], Slip | None], ...] = (
    _dash,
    _colon,
    _quote,
    _inner_colon,
    _first_sign,
    _bracket,
    _block_sign,
    _no_key,
)

_COMPLAINTS = (
    (
        "mapping values",
        "a key stands where none can",
        "check the indentation of this line and of the one above",
    ),
    ("expected key", "the indentation fits no line above", "keys of one mapping begin in the same column"),
    ("'-' indicator", "the indentation fits no line above", "items of one list begin in the same column"),
    (
        "expected <document start>",
        "the indentation fits no line above",
        "keys of one mapping begin in the same column",
    ),
    ("end of stream", "the file ends inside a quoted text", "close the quotes"),
    ("expected ','", "a list in brackets is not closed or lacks a comma", ""),
    ("cannot start any token", "a text cannot begin with this character", "put the whole value in quotes"),
    ("not allowed in this context", "an item stands where none can", "check the indentation"),
)


def _plain_words(problem: str) -> tuple[str, str]:
    for sign, message, hint in _COMPLAINTS:
        if sign in problem:
            return message, hint
    return f"this is not YAML ({problem or 'unreadable'})", "check indentation, colons and quotes"

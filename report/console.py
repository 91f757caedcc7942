"""How progress and findings look to a person, and to a program."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path, PurePath
from typing import Any, Literal, TextIO

from report.findings import Finding, Severity

Format = Literal["text", "json", "github"]
FORMATS: tuple[Format, ...] = ("text", "json", "github")

_COLOURS = {Severity.ERROR: "\x1b[31m", Severity.WARNING: "\x1b[33m"}
_PLAIN, _QUIET = "\x1b[0m", "\x1b[2m"
_LONGEST_EXCERPT = 100


def print_findings(findings: Iterable[Finding], project: Path, form: Format, stream: TextIO) -> None:
    """Print findings in one of three forms; on a terminal the text has colours and an excerpt with a caret."""
    listed = list(findings)
    if form == "json":
        write(json.dumps([_record(finding) for finding in listed], ensure_ascii=False, indent=2) + "\n", stream)
        return
    in_form: Callable[[Finding], str] = _github if form == "github" else _text
    for finding in listed:
        if form == "text" and stream.isatty():
            write(_on_terminal(finding, project) + "\n", stream)
        else:
            write(in_form(finding) + "\n", stream)


def write(words: str, stream: TextIO) -> None:
    r"""Write words to a stream; signs that its encoding lacks are written as JSON and Python write them: ``\u201c``."""
    encoding = stream.encoding or "utf-8"
    try:
        words.encode(encoding)
    except UnicodeEncodeError:
        words = "".join(_writable(sign, encoding) for sign in words)
    stream.write(words)


def summary(findings: Iterable[Finding]) -> str:
    """Return the last line: how many errors and warnings there are, or an empty text for none."""
    listed = list(findings)
    counts = [
        (sum(finding.severity is severity for finding in listed), severity.value)
        for severity in (Severity.ERROR, Severity.WARNING)
    ]
    return ", ".join(f"{count} {word}{'s' if count > 1 else ''}" for count, word in counts if count)


class Progress:
    """Says on a terminal what is being made; silent in a pipe."""

    def __init__(self, stream: TextIO = sys.stderr) -> None:
        """Write to this stream if it is a terminal."""
        self._stream = stream if stream.isatty() else None

    def say(self, words: str) -> None:
        """Show a line in place of the last one."""
        if self._stream:
            self._stream.write(f"\r\x1b[K{_QUIET}{words}{_PLAIN}")
            self._stream.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self._stream:
            self._stream.write("\r\x1b[K")
            self._stream.flush()


def _writable(sign: str, encoding: str) -> str:
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        return json.dumps(sign)[1:-1]
    return sign


def _text(finding: Finding) -> str:
    lines = [f"{finding.mark}: {finding.severity} {finding.code}: {finding.message}"]
    lines += _output(finding)
    if finding.hint:
        lines.append(f"hint: {finding.hint}")
    return "\n".join(lines)


def _on_terminal(finding: Finding, project: Path) -> str:
    colour = _COLOURS[finding.severity]
    lines = [f"{finding.mark}: {colour}{finding.severity} {finding.code}{_PLAIN}: {finding.message}"]
    lines += [f"  {line}" for line in _output(finding)] or _excerpt(finding, project)
    if finding.hint:
        lines.append(f"  hint: {finding.hint}")
    return "\n".join(lines)


def _output(finding: Finding) -> list[str]:
    """Return where in a finished file something was noticed, nothing for what was noticed in the sources."""
    if not finding.file:
        return []
    spot = finding.spot
    place = f", page {spot.page}, {spot.left:g} {spot.bottom:g} {spot.right:g} {spot.top:g} pt" if spot else ""
    return [f"in {PurePath(finding.file).name}{place}"]


def _excerpt(finding: Finding, project: Path) -> list[str]:
    """Return the line of the source with a caret below the place, shortened around it; nothing if it is not there."""
    try:
        source = (project / finding.mark.path).read_text(encoding="utf-8", errors="replace").splitlines()
        line = source[finding.mark.line - 1]
    except (OSError, IndexError):
        return []
    start = max(0, finding.mark.column - _LONGEST_EXCERPT // 2)
    shown = line[start : start + _LONGEST_EXCERPT].replace("\t", " ")
    caret = " " * (finding.mark.column - 1 - start) + "^"
    margin = f"{_QUIET}{finding.mark.line:>5} | {_PLAIN}"
    return [f"{margin}{shown}", f"{' ' * 5}{_QUIET} | {_PLAIN}{caret}"]


def _record(finding: Finding) -> dict[str, Any]:
    """Return a finding as a record; one in a finished file has the file, and its page and rectangle where it has any.

    The rectangle is left, bottom, right and top, in points from the lower left corner of the page's MediaBox.
    """
    spot = finding.spot
    found_in: dict[str, Any] = {"file": finding.file, "medium": finding.medium} if finding.file else {}
    if spot:
        found_in |= {"page": spot.page, "rectangle": [spot.left, spot.bottom, spot.right, spot.top]}
    return {
        "path": finding.mark.path,
        "line": finding.mark.line,
        "column": finding.mark.column,
        "severity": finding.severity.value,
        "code": finding.code,
        "message": finding.message,
        "hint": finding.hint,
        **found_in,
    }


def _github(finding: Finding) -> str:
    """Return a workflow command (GitHub Actions, “Workflow commands”): properties and message escaped as it asks."""

    def escaped(words: str) -> str:
        return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def as_property(words: str) -> str:
        return escaped(words).replace(":", "%3A").replace(",", "%2C")

    message = f"{finding.message} ({finding.hint})" if finding.hint else finding.message
    place = f"file={as_property(finding.mark.path)},line={finding.mark.line},col={finding.mark.column}"
    return f"::{finding.severity} {place},title={finding.code}::{escaped(message)}"

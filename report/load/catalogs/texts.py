"""The quoted pieces of a statement to a text in which every character keeps its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.findings import Finding, Mark
from report.load.catalogs.scanner import Piece, Statement
from report.model.manuscript import ScalarNode, Stretch

_ESCAPE = re.compile(r"\\(.?)")
_MEANT = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


def read_text_of(statement: Statement) -> tuple[ScalarNode, list[Finding]]:
    """Return the text of a statement, escapes read, and what is wrong with them."""
    path = statement.mark.path
    findings: list[Finding] = []
    parts: list[str] = []
    stretches: list[Stretch] = []
    offset = 0
    for piece in statement.pieces:
        for text, place in _parts(piece, path, findings):
            if text:
                parts.append(text)
                stretches.append(Stretch(offset, place.line, place.column))
                offset += len(text)
    first = statement.pieces[0] if statement.pieces else Piece("", statement.mark.line, statement.mark.column + 1)
    mark = Mark(path, first.line, first.column - 1)
    places = tuple(stretches) or (Stretch(0, first.line, first.column),)
    return ScalarNode("".join(parts), "text", mark, places), findings


def one_paragraph(node: ScalarNode) -> Iterator[Finding]:
    """Yield what makes more than one paragraph of a text: line ends and tabs, written as escapes or typed."""
    for match in re.finditer(r"[\n\t]+", node.text):
        what = "a line end (\\n)" if "\n" in match[0] else "a tab (\\t)"
        hint = "a text is one paragraph; write a space where one is meant"
        yield Finding("LOC-003", node.at(match.start()), f"{what} stands inside a text", hint)


def _parts(piece: Piece, path: str, findings: list[Finding]) -> Iterator[tuple[str, Mark]]:
    """Yield what stands side by side in the file: characters as they are, and each escape alone."""
    start = 0
    for match in _ESCAPE.finditer(piece.written):
        yield piece.written[start : match.start()], Mark(path, piece.line, piece.column + start)
        mark = Mark(path, piece.line, piece.column + match.start())
        meant = _MEANT.get(match[1])
        if meant is None:
            message = f"“{match[0]}” means nothing inside a text" if match[1] else "a lone backslash ends the text"
            findings.append(Finding("LOC-003", mark, message, 'a backslash stands before n, t, " and \\ only'))
        yield match[0] if meant is None else meant, mark
        start = match.end()
    yield piece.written[start:], Mark(path, piece.line, piece.column + start)

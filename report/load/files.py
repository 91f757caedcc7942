"""The one door to the files of a project: inside the root, of bearable size, honest text."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from report.findings import Checked, Finding, Mark, nearest

TEXT_LIMIT = 1 << 20
PICTURE_LIMIT = 20 << 20

# What no editor types on purpose: control characters, lone carriage returns, YAML's exotic line ends, marks
# that hide or turn round the text around them.
_STRANGE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffd-\uffff]|\r(?!\n)"
)


def read_bytes(root: Path, path: str, named: Mark, limit: int = PICTURE_LIMIT) -> Checked[bytes | None]:
    """Read a file of the project; ``named`` is the place that names it, where its absence is reported."""
    problem = outside(root, path, named) or _missing(root, path, named)
    if problem:
        return Checked(None, (problem,))
    try:
        with (root / path).open("rb") as file:
            body = file.read(limit + 1)
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        return Checked(None, (Finding("LOD-001", named, f"“{path}” cannot be read: {reason}"),))
    if len(body) > limit:
        message = f"“{path}” is larger than {limit >> 10} KiB"
        return Checked(None, (Finding("LOD-006", named, message),))
    return Checked(body)


def read_text(root: Path, path: str, named: Mark, limit: int = TEXT_LIMIT) -> Checked[str | None]:
    """Read a text file: UTF-8, line ends as line feeds, no control characters but tabs and line feeds."""
    read = read_bytes(root, path, named, limit)
    return Checked(None, read.findings) if read.value is None else text_of(path, read.value)


def text_of(path: str, body: bytes) -> Checked[str | None]:
    """Return the text that the bytes of a file are; what is wrong with them is noticed in the file of that path."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Checked(None, (_not_utf8(path, body, error.start),))
    strange = tuple(_strange_characters(path, text))
    return Checked(None, strange) if strange else Checked(text.replace("\r\n", "\n"))


def outside(root: Path, path: str, named: Mark) -> Finding | None:
    """Return what is wrong with a path that leads out of the project, by its words or through a link; else nothing."""
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or "\\" in path or ":" in parts[0] or ".." in parts or "\0" in path:
        hint = "write the path from the brief’s folder, with forward slashes and without “..”"
        return Finding("LOD-008", named, f"“{path}” does not name a file inside the project", hint)
    try:
        inside = (root / path).resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        inside = False
    if not inside:
        hint = "put the file itself in its place"
        return Finding("LOD-008", named, f"“{path}” leads out of the project through a link", hint)
    return None


def _missing(root: Path, path: str, named: Mark) -> Finding | None:
    place, what = root / path, "is not there"
    try:
        if place.is_file():
            return None
        what = "is a folder, not a file" if place.is_dir() else "is no plain file" if place.exists() else what
        siblings = [sibling.name for sibling in place.parent.iterdir() if sibling.name != place.name]
    except PermissionError as error:
        return Finding("LOD-001", named, f"“{path}” cannot be read: {error.strerror}", "its folder is closed to you")
    except (OSError, ValueError):
        siblings = []
    return Finding("LOD-001", named, f"the file “{path}” {what}", nearest(place.name, siblings))


def _not_utf8(path: str, body: bytes, offset: int) -> Finding:
    before = body[:offset]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    message = f"the byte {body[offset]:#04x} is not UTF-8"
    return Finding("LOD-007", Mark(path, line, column), message, "save the file as UTF-8")


def _strange_characters(path: str, text: str) -> list[Finding]:
    found = []
    for match in _STRANGE.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        mark = Mark(path, text.count("\n", 0, match.start()) + 1, match.start() - start + 1)
        message = f"the invisible character U+{ord(match[0]):04X} stands here"
        found.append(Finding("LOD-007", mark, message, "delete it"))
        if len(found) == 20:
            break
    return found

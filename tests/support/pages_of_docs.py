"""The pages of the documentation: their headings, links, commands, and what they show of running them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.support.findings_page import anchor
from tests.support.manual_page import ROOT

PAGES = sorted(path for folder in ("", "docs", "docs/decisions", "benchmarks") for path in (ROOT / folder).glob("*.md"))

_FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^(?:python3 build\.py|(?:\.venv/bin/)?report)(?= |$)([^#]*)")
_LINK = re.compile(r"\]\(([^()\s]+)\)|^\[[^\]]+\]: (\S+)", re.MULTILINE)
_QUOTED = re.compile(r"`([^`\n]+)`")


@dataclass(frozen=True, slots=True)
class Run:
    """A command as a page shows it: its words, and what the page says it prints."""

    words: tuple[str, ...]
    output: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of a line that a page asks for."""

    before: str
    after: str


def text_of(path: Path) -> str:
    """Return a page without its fenced blocks and quoted words, where nothing is a link."""
    return _QUOTED.sub("", _FENCE.sub("", path.read_text(encoding="utf-8")))


def links_of(path: Path) -> list[str]:
    """Return the addresses a page links to."""
    return [inline or defined for inline, defined in _LINK.findall(text_of(path))]


def anchors_of(path: Path) -> set[str]:
    """Return the anchors of the headings of a page."""
    words = re.findall(r"^#+ (.+)$", _FENCE.sub("", path.read_text(encoding="utf-8")), re.MULTILINE)
    return {anchor(heading) for heading in words}


def commands_of(path: Path) -> Iterator[tuple[str, ...]]:
    """Yield the words of every command of ours that a page names, without the program itself."""
    page = path.read_text(encoding="utf-8")
    lines = [line.strip().removeprefix("$ ") for line in page.replace("\\\n", " ").splitlines()]
    for words in (*lines, *_QUOTED.findall(page)):
        found = _COMMAND.match(words)
        if found:
            yield tuple(shlex.split(found[1]))


def story_of(path: Path) -> Iterator[Run | Edit]:
    """Yield what a page has its reader do, in order: commands with their output, and changes of lines."""
    for language, body in _FENCE.findall(path.read_text(encoding="utf-8")):
        if language == "console":
            for one in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
                command, _, output = one.partition("\n")
                found = _COMMAND.match(command)
                yield Run(tuple(found[1].split()) if found else (command,), output)
        elif language == "diff":
            lines = body.splitlines()
            for before, after in zip(lines[::2], lines[1::2], strict=True):
                yield Edit(before.removeprefix("-"), after.removeprefix("+"))

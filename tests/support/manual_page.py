"""The manual as its readers find it: sections of rules with their examples, and a small project to try these in."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib
import yaml

from report.catalogs import jobs, update

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "docs" / "manual.md"

_HEADING = re.compile(r"^### (([A-Z]{3}-\d{3}) – .+)$", re.MULTILINE)
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_WHERE = re.compile(r"(?:# |/\* |\{# )([\w./-]+\.(?:yaml|css|html))(?: \*/| #\})?\n")
_KEY = re.compile(r"@\w+\{([^,]+),")


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block of an example: its language, its text, and the file it stands in if its first line says so."""

    language: str
    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Section:
    """The section of a rule: code, heading, and the examples of what is right and what is wrong."""

    code: str
    heading: str
    right: tuple[Fence, ...]
    wrong: tuple[Fence, ...]


def sections() -> list[Section]:
    """Return the sections of all rules in the order of the manual."""
    manual = MANUAL.read_text(encoding="utf-8")
    found = list(_HEADING.finditer(manual))
    ends = [*(match.start() for match in found[1:]), len(manual)]
    return [_section(match, manual[match.end() : end]) for match, end in zip(found, ends, strict=True)]


def _section(heading: re.Match[str], body: str) -> Section:
    right, _, wrong = body.partition("\nWrong")
    return Section(heading[2], heading[1], tuple(_fences(right)), tuple(_fences(wrong.partition("\n## ")[0])))


def _fences(text: str) -> Iterator[Fence]:
    for language, body in _FENCE.findall(text):
        where = _WHERE.match(body)
        yield Fence(language, body[where.end() :] if where else body, where[1] if where else "")


def write_project(folder: Path, *, has_design: bool) -> Path:
    """Write a small sound project, with templates and sheets if it is to have a design, and return its folder."""
    for path, text in _SOUND.items():
        _write(folder / path, text)
    if has_design:
        for name in ("templates", "styles"):
            shutil.copytree(ROOT / name, folder / name)
    return folder


def translate(folder: Path) -> None:
    """Give a project a complete German edition, in which every text is translated by itself."""
    brief = folder / "content" / "tides" / "brief.yaml"
    _write(brief, brief.read_text(encoding="utf-8") + "editions:\n  - locale: de\n")
    for _ in update(folder, jobs(folder, ["tides"], "de").value):
        pass
    for path in folder.glob("**/locale/de/LC_MESSAGES/*.po"):
        messages = polib.pofile(path)
        for message in messages:
            message.msgstr = message.msgid
        messages.save(path)


def is_design(fence: Fence) -> bool:
    """Whether an example is about templates, sheets or what a house changes about them."""
    return fence.language in ("css", "jinja") or fence.path == "house.yaml"


def put(folder: Path, fence: Fence) -> None:
    """Put an example into a project: where its first line says, else where its language belongs."""
    brief = folder / "content" / "tides"
    section = brief / "sections" / "example.yaml"
    text = fence.text.replace("→", "\t").replace("␡", "\u200b")
    match fence.language:
        case "markdown":
            _write(section, _EXAMPLE + f"  - id: example-words\n    paragraph: >-\n      {text}")
        case "yaml" if not fence.path:
            _write(section, _EXAMPLE + re.sub("^(?=[^\t\n])", "  ", text, flags=re.MULTILINE))
        case "yaml" if fence.path.startswith("content/"):
            _write(folder / fence.path, text)
        case "yaml" if fence.path.startswith("sections/"):
            _write(brief / fence.path, text)
        case "yaml":
            path = (folder / "content" if fence.path == "house.yaml" else brief) / fence.path
            written = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) | yaml.load(text, yaml.BaseLoader)
            _write(path, yaml.safe_dump(written, allow_unicode=True, sort_keys=False, width=10_000))
        case "bibtex":
            calls = "".join(f"[@{key}]" for key in dict.fromkeys(_KEY.findall(text)) if not key.startswith("uncited"))
            _write(brief / "references.bib", _SOUND["content/tides/references.bib"] + text)
            _write(section, f"{_EXAMPLE}  - id: example-words\n    paragraph: Read them.{calls}\n")
        case "csv":
            _write(brief / "data/example.csv", text)
        case "po":
            _put_messages(brief / "locale/de/LC_MESSAGES/brief.po", text)
        case "xml":
            _write(brief / "figures/example.svg", text)
        case _:
            path = folder / fence.path
            _write(path, path.read_text(encoding="utf-8") + text)


def _put_messages(path: Path, text: str) -> None:
    """Put messages at the end of a catalog in the place of those of the same context, or header for header."""

    def key(entry: str) -> str:
        return next((line for line in entry.splitlines() if line.startswith(("msgctxt", 'msgid ""'))), "")

    added = text.split("\n\n")
    keys = {key(entry) for entry in added}
    kept = (
        "\n" * entry.count("\n") if key(entry) in keys else entry for entry in path.read_text("utf-8").split("\n\n")
    )
    _write(path, "\n\n".join((*kept, *added)))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


_EXAMPLE = "id: example\ntitle: An example\nblocks:\n"
_SOUND = {
    "content/house.yaml": (ROOT / "content" / "house.yaml").read_text(encoding="utf-8"),
    "content/tides/brief.yaml": """\
title: The Tides of Harrowmouth
short-title: The Tides of Harrowmouth
language: en-GB
number: 3/2024
date: 2024-09-02
authors:
  - name: Ada Example
keywords: [tides]
description: A brief to try the manual’s examples in.
references: references.bib
summary:
  - id: summary-points
    list:
      - Three gauges measure the tide, and no two of them agree.
sections:
  - introduction
  - gauges
  - example
revisions:
  - version: "1.0"
    date: 2024-09-02
    note: First published edition.
""",
    "content/tides/references.bib": """\
@book{example2019,
  author = {Example, Ada},
  title = {The Tide Book},
  publisher = {Placeholder Press},
  date = {2019},
}
""",
    "content/tides/sections/introduction.yaml": """\
id: introduction
blocks:
  - id: introduction-question
    paragraph: This brief asks which gauge is right.[@example2019, p. 14]
""",
    "content/tides/sections/gauges.yaml": """\
id: gauges
title: What the gauges say
blocks:
  - id: gauges-spread
    paragraph: >-
      On an ordinary day the spread is small, as [#gauges-sheet] and [#gauges-drawing] show.
  - id: gauges-sheet
    table:
      columns:
        - title: Year
        - title: Remarks
      data: data/example.csv
    caption: What the keeper wrote
    source: Harrowmouth Gauge Desk
  - id: gauges-drawing
    figure: figures/example.svg
    caption: The gauges
    alternative: Lines that rise.
    source: Harrowmouth Gauge Desk
""",
    "content/tides/sections/example.yaml": f"{_EXAMPLE}  - id: example-words\n    paragraph: The tide rises.\n",
    "content/tides/data/example.csv": "Year,Remarks\n2021,Sensor raised\n",
    "content/tides/figures/example.svg": (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><path d="M 0 90 L 200 20"/></svg>\n'
    ),
}

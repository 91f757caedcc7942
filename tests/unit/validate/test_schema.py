"""The committed schemas follow the shapes, and say of content what the program says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from report.load.marked import read_yaml
from report.model.manuscript import MappingNode, Node, SequenceNode
from report.validate.schema import schema_files, schemas
from tests.support.findings import ROOT

CONTENT = sorted(path for path in (ROOT / "content").rglob("*.yaml"))


def kind(path: Path) -> str:
    return "section" if path.parent.name == "sections" else path.stem


def data(node: Node | None) -> Any:
    if isinstance(node, MappingNode):
        return {entry.key.text: data(entry.value) for entry in node.entries}
    if isinstance(node, SequenceNode):
        return [data(item) for item in node.items]
    assert node
    return node.text if node.kind == "text" else json.loads(node.text or "null")


def mistakes(path: Path, source: str) -> list[str]:
    validator = jsonschema.Draft7Validator(schemas()[kind(path)])
    return [error.message for error in validator.iter_errors(data(read_yaml(source, path.name).value))]


@pytest.mark.parametrize("path", schema_files())
def test_the_committed_schema_is_the_one_made_from_the_shapes(path: str) -> None:
    assert (ROOT / path).read_bytes() == schema_files()[path], "run: python3 build.py schema"


@pytest.mark.parametrize("name", schemas())
def test_the_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(schemas()[name])


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: str(path.relative_to(ROOT / "content")))
def test_shipped_content_is_as_its_schema_says(path: Path) -> None:
    assert mistakes(path, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: str(path.relative_to(ROOT / "content")))
def test_content_names_its_schema_for_the_editor(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    named = (path.parent / first.removeprefix("# yaml-language-server: $schema=")).resolve()
    assert named == ROOT / "content" / "schema" / f"{kind(path)}.json"


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("heading:", "headding:"),
        ("caption:", "kaption:"),
        ("span: true", "span: yes"),
        ("date: 1934-06", "date: June 1934"),
        ("id: introduction-town", "id: Introduction"),
        ("figures/levels.svg", "../levels.svg"),
        ("rows:", "data: a.csv\n      rows:"),
    ],
)
def test_a_broken_section_is_not_as_its_schema_says(was: str, now: str) -> None:
    (path, source) = next(
        (path, path.read_text()) for path in CONTENT if path.parts[-3] == "specimen" and was in path.read_text()
    )
    assert mistakes(path, source.replace(was, now, 1))

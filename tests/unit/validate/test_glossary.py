"""The glossary is read strictly: every mistake at its place, and what is sound is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.findings import Finding
from report.load.glossary import GLOSSARY_FILE, load_glossary
from report.locales import Shelf
from report.model.glossary import Glossary, Refused
from report.validate.glossary import read_glossary

SOUND = """\
terms:
  - term: gauge
    forms: [gauges]
    renderings:
      de: ["Pegel*", "*pegel*"]
      ru: приливомер*
    refused:
      de: {words: "Latte*", why: a part of it}
  - term: Sample
    kind: person
    keep: true
"""
MISTAKES = [
    ("terms: []", ["STR-008"]),
    ("terms:\n  - term: a\n", ["STR-002"]),
    ("terms:\n  - term: a\n    keep: true\n    renderings: {de: b}\n", ["STR-005"]),
    ("terms:\n  - term: a\n    renderings: {de: []}\n", ["STR-008"]),
    ("terms:\n  - term: a\n    renderings: [b]\n", ["STR-003"]),
    ("terms:\n  - term: a\n    renderings: {de: <b>}\n", ["STR-007"]),
    ("terms:\n  - term: a\n    renderings: {de: b * c}\n", ["STR-007"]),
    ("terms:\n  - term: a\n    kind: place\n    keep: true\n", ["STR-007"]),
    ("terms:\n  - term: a\n    renderings: {dee: b}\n", ["LOC-039"]),
    ("terms:\n  - term: a\n    keep: true\n  - term: b\n    forms: [a]\n    keep: true\n", ["LOC-039"]),
    ("terms:\n  - term: a\n    keep: true\n    refused: {de: {words: b}}\n", ["STR-002"]),
    ("terms:\n  - term: a\n    kept: true\n    renderings: {de: b}\n", ["STR-001"]),
    ("terms: [", ["LOD-002"]),
    ("terms:\n  - &a {term: a, keep: true}\n", ["LOD-005"]),
]


def read(folder: Path, text: str) -> tuple[Glossary, list[Finding]]:
    (folder / "content").mkdir()
    (folder / GLOSSARY_FILE).write_text(text, encoding="utf-8")
    shelf = Shelf.of(None)
    node = load_glossary(folder)
    glossary = read_glossary(node.value, shelf)
    return glossary.value, [*node.findings, *glossary.findings]


def test_a_project_may_do_without_a_glossary(tmp_path: Path) -> None:
    node = load_glossary(tmp_path)
    assert (node.value, node.findings) == (None, ())
    assert read_glossary(None, Shelf.of(None)).value == Glossary()


def test_terms_have_their_forms_and_renderings(tmp_path: Path) -> None:
    glossary, findings = read(tmp_path, SOUND)
    gauge, sample = glossary.terms
    assert findings == []
    assert gauge.forms == ("gauge", "gauges")
    assert gauge.renderings == {"de": ("Pegel*", "*pegel*"), "ru": ("приливомер*",)}
    assert gauge.refused == {"de": Refused(("Latte*",), "a part of it")}
    assert (sample.kind, sample.is_kept) == ("person", True)


@pytest.mark.parametrize(("text", "codes"), MISTAKES)
def test_a_mistake_is_a_finding_in_the_file(tmp_path: Path, text: str, codes: list[str]) -> None:
    findings = read(tmp_path, text)[1]
    assert [finding.code for finding in findings] == codes
    assert all(finding.mark.path == GLOSSARY_FILE for finding in findings)


def test_a_mistake_in_one_term_leaves_the_others(tmp_path: Path) -> None:
    glossary, _ = read(tmp_path, SOUND + "  - term: a\n    renderings: {dee: b}\n")
    assert [term.name for term in glossary.terms] == ["gauge", "Sample", "a"]

"""A house's own locale packs: the files of ``content/locales`` as trees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from report.findings import Checked, Finding, Mark
from report.load.files import read_text
from report.load.marked import read_yaml
from report.locales.shape import TAG_PATTERN
from report.model.manuscript import Node

FOLDER = "content/locales"
FILE = "pack.yaml"
TAG = re.compile(TAG_PATTERN)
_LIMIT = 256 << 10


def load_packs(project: Path) -> Checked[Mapping[str, Node | None]]:
    r"""Read the packs of a project, by their tags; a pack names an invisible character as ``\u00a0``.

    One that cannot be read has no tree.
    """
    nodes: dict[str, Node | None] = {}
    findings: list[Finding] = []
    for folder in sorted(path for path in (project / FOLDER).glob("*") if path.name[0] != "."):
        path = f"{FOLDER}/{folder.name}/{FILE}"
        slips = _slips(folder)
        findings += slips
        if slips:
            continue
        text = read_text(project, path, Mark(path), _LIMIT)
        node = Checked(None) if text.value is None else read_yaml(text.value, path, escapes=True)
        findings += (*text.findings, *node.findings)
        nodes[folder.name] = node.value
    return Checked(nodes, tuple(findings))


def _slips(folder: Path) -> tuple[Finding, ...]:
    """What is wrong with a folder before its pack is read; one that is closed is noticed when it is."""
    try:
        return tuple(_slips_of_open(folder))
    except PermissionError:
        return ()


def _slips_of_open(folder: Path) -> Iterator[Finding]:
    mark = Mark(f"{FOLDER}/{folder.name}")
    if not folder.is_dir():
        hint = f"a pack is {FOLDER}/TAG/{FILE}"
        yield Finding("LOC-020", mark, f"“{folder.name}” lies beside the folders of the packs", hint)
    elif not TAG.fullmatch(folder.name):
        hint = "a tag is a language and, where needed, a script and a country: eo, sr-Latn, de-AT"
        yield Finding("LOC-020", mark, f"“{folder.name}” is no locale tag", hint)
    elif not (folder / FILE).is_file():
        others = sorted(one.name for one in folder.iterdir())
        hint = f"call “{others[0]}” {FILE}" if len(others) == 1 else "“report locale new TAG” writes one"
        yield Finding("LOC-020", mark, f"there is no {FILE} in this folder", hint)

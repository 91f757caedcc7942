"""A brief's files to a Manuscript: house, brief.yaml, the sections it lists, figures and tables they name.

Loading goes on with what is sound. It looks only where files are named; whether the rest has the right shape
is for validating to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from report.findings import Checked, Finding, Mark
from report.load.assets import read_picture
from report.load.files import read_text
from report.load.marked import read_yaml
from report.load.spreadsheets import read_spreadsheet
from report.model.manuscript import (
    Manuscript,
    MappingNode,
    Node,
    ScalarNode,
    SectionFile,
    SequenceNode,
    mappings_in,
)

T = TypeVar("T")

ERRATA_FILE = "errata.yaml"
_ID_LINE = re.compile(r"^[ -]*id:[ ]*([a-z0-9-]+)", re.MULTILINE)


def load(root: Path, slug: str) -> Checked[Manuscript]:
    """Read all files of the brief ``content/<slug>`` below the project folder."""
    return _Loader(root, slug).load()


class _Loader:
    def __init__(self, root: Path, slug: str) -> None:
        self.root = root
        self.slug = slug
        self.folder = f"content/{slug}"
        self.findings: list[Finding] = []
        self.unread: set[str] = set()

    def load(self) -> Checked[Manuscript]:
        brief_path = f"{self.folder}/brief.yaml"
        house = self._yaml("content/house.yaml", Mark("content/house.yaml"))
        brief = self._yaml(brief_path, Mark(brief_path))
        sections = tuple(self._sections(brief))
        nodes = [brief, *(section.node for section in sections)]
        pictured = self._named(nodes, _pictures_named, read_picture)
        manuscript = Manuscript(
            slug=self.slug,
            folder=self.folder,
            house=house,
            brief=brief,
            sections=sections,
            pictures={path: one.picture for path, one in pictured.items()},
            drawings={path: one.texts for path, one in pictured.items() if one.texts},
            spreadsheets=self._named(nodes, _spreadsheets_named, read_spreadsheet),
            references=tuple((f"{self.folder}/{one.text}", one.mark) for one in _references_named(brief)),
            unread=frozenset(self.unread),
            errata=self._errata(),
        )
        self._report_strays(manuscript)
        return Checked(manuscript, tuple(self.findings))

    def _take(self, checked: Checked[T]) -> T:
        self.findings.extend(checked.findings)
        return checked.value

    def _yaml(self, path: str, named: Mark) -> Node | None:
        text = self._take(read_text(self.root, path, named))
        if text is None:
            return None
        node = self._take(read_yaml(text, path))
        if node is None:
            self.unread.update(_ID_LINE.findall(text))
        return node

    def _errata(self) -> Node | None:
        """Read what is said of published versions; a brief of which nothing is said has no such file."""
        path = f"{self.folder}/{ERRATA_FILE}"
        return self._yaml(path, Mark(path)) if (self.root / path).exists() else None

    def _sections(self, brief: Node | None) -> Iterator[SectionFile]:
        for name, listed in self._listed(brief):
            node = self._yaml(self._section_path(name), listed)
            if node is None:
                self.unread.add(name)
            yield SectionFile(name, listed, node)

    def _listed(self, brief: Node | None) -> Iterator[tuple[str, Mark]]:
        """Yield the ids of sections and where they are listed; when the list is lost, all files there are."""
        listed = brief.get("sections") if isinstance(brief, MappingNode) else None
        if not isinstance(listed, SequenceNode):
            yield from ((path.stem, Mark(self._section_path(path.stem))) for path in self._section_files())
            return
        seen: set[str] = set()
        for item in listed.items:
            name = _text(item)
            if name and name.text not in seen:
                seen.add(name.text)
                yield name.text, name.mark

    def _section_path(self, name: str) -> str:
        return f"{self.folder}/sections/{name}.yaml"

    def _section_files(self) -> list[Path]:
        return sorted((self.root / self.folder / "sections").glob("*.yaml"))

    def _named(
        self,
        nodes: list[Node | None],
        names: Callable[[MappingNode], ScalarNode | None],
        read: Callable[[Path, str, Mark], Checked[T | None]],
    ) -> dict[str, T]:
        """Read each file that the content names, once; the findings of a file are said once."""
        found: dict[str, T | None] = {}
        for node in nodes:
            for mapping in mappings_in(node):
                name = names(mapping)
                if name and name.text not in found:
                    found[name.text] = self._take(read(self.root, f"{self.folder}/{name.text}", name.mark))
        return {path: value for path, value in found.items() if value is not None}

    def _report_strays(self, manuscript: Manuscript) -> None:
        """Say which section files are not listed: a forgotten line in brief.yaml loses a section silently."""
        listed = {section.id for section in manuscript.sections}
        for file in self._section_files():
            if file.stem not in listed:
                mark = Mark(self._section_path(file.stem))
                hint = f"add “- {file.stem}” under sections in brief.yaml, or delete the file"
                self.findings.append(Finding("LOD-012", mark, f"“{file.stem}” is not listed", hint))


def _text(node: Node | None) -> ScalarNode | None:
    return node if isinstance(node, ScalarNode) and node.kind == "text" else None


def _references_named(brief: Node | None) -> Iterator[ScalarNode]:
    """Yield the names of the .bib files: there may be one, or a list of them."""
    named = brief.get("references") if isinstance(brief, MappingNode) else None
    for item in named.items if isinstance(named, SequenceNode) else (named,):
        name = _text(item)
        if name:
            yield name


def _pictures_named(mapping: MappingNode) -> ScalarNode | None:
    return _text(mapping.get("figure"))


def _spreadsheets_named(mapping: MappingNode) -> ScalarNode | None:
    table = mapping.get("table")
    return _text(table.get("data")) if isinstance(table, MappingNode) else None

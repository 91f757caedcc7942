"""A manuscript in the words of an edition: every unit's text replaced by its translation, at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from report.findings import Mark
from report.model.catalog import Translation
from report.model.manuscript import Entry, Manuscript, MappingNode, Node, ScalarNode, SequenceNode


def translate(
    manuscript: Manuscript,
    translations: Iterable[Translation],
    locale: str,
    language: str,
    keeps: Callable[[str], bool],
) -> Manuscript:
    """Return the manuscript with its units in the words of an edition.

    ``locale`` is that of the edition, ``language`` that of the manuscript. A unit that is not translated keeps its
    words and is marked as missing; so is a stale one, unless it ``keeps`` its old translation, marked as stale.
    """
    nodes = {one.unit.mark: _worded(one, language, keeps) for one in translations}
    drawings = {path: tuple(nodes.get(one.mark, one) for one in texts) for path, texts in manuscript.drawings.items()}
    sheets = {
        path: replace(sheet, rows=tuple(tuple(nodes.get(cell.mark, cell) for cell in row) for row in sheet.rows))
        for path, sheet in manuscript.spreadsheets.items()
    }
    return replace(
        manuscript,
        house=_reworded(manuscript.house, nodes) if manuscript.house else None,
        brief=_reworded(manuscript.brief, nodes) if manuscript.brief else None,
        sections=tuple(
            replace(section, node=_reworded(section.node, nodes)) if section.node else section
            for section in manuscript.sections
        ),
        errata=_reworded(manuscript.errata, nodes) if manuscript.errata else None,
        drawings=drawings,
        spreadsheets=sheets,
        locale=locale,
    )


def _worded(translation: Translation, language: str, keeps: Callable[[str], bool]) -> ScalarNode:
    """Return the value that takes the place of a unit's."""
    message, standing = translation.message, translation.standing
    if message and message.is_translated and standing != "missing":
        words = message.translations[0]
        if standing == "current" or keeps(words.text):
            return replace(words, standing=standing)
    # What is printed then is the source text itself, untranslated, whatever the catalog holds.
    return replace(translation.unit.node, language=language, standing="missing")


def _reworded(node: Node, nodes: Mapping[Mark, ScalarNode]) -> Node:
    if isinstance(node, ScalarNode):
        return nodes.get(node.mark, node)
    if isinstance(node, SequenceNode):
        return replace(node, items=tuple(_reworded(item, nodes) for item in node.items))
    return MappingNode(tuple(Entry(one.key, _reworded(one.value, nodes)) for one in node.entries), node.mark)

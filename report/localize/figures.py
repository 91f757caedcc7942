"""Figures of a brief that no translator writes: those of tables, of drawings and of the series, set by the pack."""

from __future__ import annotations

from dataclasses import replace

from report import locales
from report.model import blocks
from report.model.brief import Brief
from report.model.locale import Pack
from report.model.text import Text, Words


def refigured(brief: Brief, source: Pack, pack: Pack) -> Brief:
    """Return a brief whose figures, written in one locale, are those of another.

    Figures are the number of the brief, cells that are a number and no more, and the texts of
    drawings that are figures and signs alone. Figures in sentences are the translator's.
    """
    if (source.numbers, source.digits) == (pack.numbers, pack.digits):
        return brief
    return _Refiguring(source, pack).brief(brief)


class _Refiguring:
    """Sets the figures of tables, of drawings and of the series."""

    def __init__(self, source: Pack, pack: Pack) -> None:
        self._source, self._pack = source, pack

    def brief(self, brief: Brief) -> Brief:
        return replace(
            brief,
            number=self._figures(brief.number),
            summary=tuple(map(self._block, brief.summary)),
            sections=tuple(
                replace(section, blocks=tuple(map(self._block, section.blocks))) for section in brief.sections
            ),
        )

    def _block(self, block: blocks.Block) -> blocks.Block:
        match block:
            case blocks.Table():
                return replace(block, rows=tuple(self._row(row, block.columns) for row in block.rows))
            case blocks.Figure():
                wording = tuple(
                    words if _has_letters(words) else self._figures(words) for words in block.picture.wording
                )
                return replace(block, picture=replace(block.picture, wording=wording))
            case _:
                return block

    def _row(self, row: tuple[Text, ...], columns: tuple[blocks.Column, ...]) -> tuple[Text, ...]:
        return tuple(self._cell(cell, column) for cell, column in zip(row, columns, strict=True))

    def _cell(self, cell: Text, column: blocks.Column) -> Text:
        """Return a cell of figures; one on which a note hangs was translated as a whole.

        In a column of words figures are years, numbers of laws and the like: they take the digits and no more.
        """
        match cell:
            case (Words() as words,) if column.numeric:
                return (replace(words, text=self._figures(words.text)),)
            case (Words() as words,) if not _has_letters(words.text):
                return (replace(words, text=locales.in_digits(words.text, self._pack)),)
            case _:
                return cell

    def _figures(self, written: str) -> str:
        return locales.renumbered(written, self._source, self._pack)


def _has_letters(words: str) -> bool:
    return any(map(str.isalpha, words))

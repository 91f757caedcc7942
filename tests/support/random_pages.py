"""Random two-column documents like the product's, made from a seed, whose every word is unique.

Body words are ``w<number><letters>``, numbered through the document; note calls print ``C<n>``,
note markers ``M<n>``, and the words of a note are ``n<n>i<number><letters>``. So a reader of the
PDF (``page_reader``) can say exactly which word or note is lost, doubled or misplaced.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.support.engine import FACE_RULES, FAMILY

SHEET = (
    FACE_RULES
    + """
@page { size: A4; margin: 26.5mm 18mm 28mm 20mm;
        @footnote { margin-top: 10.4pt; padding-top: 3pt; border-top: .5pt solid } }
html { font: 9.7pt/13pt """
    + FAMILY
    + """; orphans: 2; widows: 2; text-align: justify }
body, p, ul, ol, blockquote, figure { margin: 0; padding: 0 }
figure { break-inside: avoid }
.columns { columns: 2; column-gap: 6.5mm }
.ragged { column-fill: auto }
p + p { text-indent: 1.25em }
h1 { font-size: 30pt; line-height: 39pt; margin: 0 0 13pt; text-align: start }
h2 { font-size: 11.2pt; line-height: 13pt; margin: 26pt 0 13pt; break-after: avoid; text-align: start }
ul, ol { margin: 6.5pt 0 6.5pt 1.25em }
li ul { margin-block: 0 }
blockquote { margin: 13pt 0 13pt 1.25em; font-size: 9.2pt }
.pull { font-size: 15pt; line-height: 19.5pt; margin: 13pt 0; break-inside: avoid }
.summary { margin: 13pt 0; padding: 6.5pt; background: #eee; break-inside: avoid }
.summary ul { columns: 2 }
.spanning { margin: 13pt 0; break-inside: avoid }
.plate { background: #ccd }
figcaption, caption { font-size: 8.3pt; text-align: start }
table { width: 100%; border-collapse: collapse; font-size: 8.3pt; text-align: start }
caption { caption-side: bottom }
td { padding: 0 6pt 0 0; vertical-align: top }
tr { break-inside: avoid }
.note { float: footnote; font-size: 7.9pt; line-height: 10.4pt; text-indent: 0 }
.note::footnote-call, .note::footnote-marker { content: "C" attr(data-number); font-size: .7em;
                                               vertical-align: super; line-height: 0 }
.note::footnote-marker { content: "M" attr(data-number) " " }
"""
)

_PLATE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/%3E"

# Calls for each hundred words: as in the brief, twice that, and far beyond what an editor would do.
DENSITIES = (0.0, 0.3, 0.6, 1.5, 4.0)


@dataclass(frozen=True, slots=True)
class RandomDocument:
    """One random document: its HTML, and how many words and notes went into it."""

    seed: int
    html: str
    words: int
    notes: int
    right_to_left: bool


def random_document(seed: int) -> RandomDocument:
    """Make the document of a seed."""
    return _Writer(seed).document()


class _Writer:
    """Writes the blocks of one document, counting the words and the notes."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.dice = Random(seed)
        self.words = 0
        self.notes = 0
        self.density = self.dice.choice(DENSITIES)
        self.longest_note = self.dice.choice((12, 40, 110))
        self.balanced = self.dice.random() < 0.7

    def document(self) -> RandomDocument:
        direction = "rtl" if self.dice.random() < 0.15 else "ltr"
        parts = [f"<h1>{self.text(3, 7)}</h1>", self.summary()]
        for _ in range(self.dice.randint(1, 3)):
            parts.append(self.columns())
            if self.dice.random() < 0.8:
                parts.append(self.spanning())
        parts.append(self.columns())
        html = (
            f'<!DOCTYPE html><html lang="en" dir="{direction}"><meta charset="utf-8"><title>{self.seed}</title>'
            f"<style>{SHEET}</style><body>{''.join(parts)}</body></html>"
        )
        return RandomDocument(self.seed, html, self.words, self.notes, direction == "rtl")

    def text(self, least: int, most: int) -> str:
        """Some words, with emphasis and note calls here and there."""
        words = []
        for _ in range(self.dice.randint(least, most)):
            word = f"w{self.words}{self.letters(8)}"
            self.words += 1
            if self.dice.random() < 0.08:
                word = f"<em>{word}</em>"
            if self.dice.random() * 100 < self.density:
                word += self.note()
            words.append(word)
        return " ".join(words)

    def letters(self, most: int) -> str:
        return "".join(self.dice.choices("aeimnorstl", k=self.dice.randint(1, most)))

    def note(self) -> str:
        number, self.notes = self.notes, self.notes + 1
        length = self.dice.randint(2, self.longest_note)
        words = " ".join(f"n{number}i{index}{self.letters(5)}" for index in range(length))
        return f'<a id="call-{number}"></a><span class="note" id="note-{number}" data-number="{number}">{words}</span>'

    def paragraph(self) -> str:
        return f"<p>{self.text(5, 140)}</p>"

    def heading(self) -> str:
        return f"<h2>{self.text(1, 9)}</h2>{self.paragraph()}"

    def list(self) -> str:
        tag = self.dice.choice(("ul", "ol"))
        return f"<{tag}>{''.join(self.item() for _ in range(self.dice.randint(2, 5)))}</{tag}>"

    def item(self) -> str:
        words = self.text(4, 40)
        if self.dice.random() < 0.75:
            return f"<li>{words}</li>"
        return f"<li>{words}<ul><li>{self.text(3, 20)}</li><li>{self.text(3, 20)}</li></ul></li>"

    def quotation(self) -> str:
        return f"<blockquote><p>{self.text(15, 60)}</p></blockquote>"

    def pull_quote(self) -> str:
        return f'<p class="pull">{self.text(6, 16)}</p>'

    def table(self) -> str:
        columns = self.dice.randint(2, 4)
        rows = "".join(
            "<tr>" + "".join(f"<td>{self.text(1, 12)}</td>" for _ in range(columns)) + "</tr>"
            for _ in range(self.dice.randint(2, 9))
        )
        return f"<table>{rows}<caption>{self.text(4, 15)}</caption></table>"

    def figure(self) -> str:
        lines = self.dice.randint(6, 22)
        plate = f'<img class="plate" style="display: block; width: 100%; height: {13 * lines}pt" src="{_PLATE}" alt="">'
        return f"<figure>{plate}<figcaption>{self.text(5, 40)}</figcaption></figure>"

    def timeline(self) -> str:
        events = "".join(f"<p><b>{self.text(1, 2)}</b> {self.text(4, 25)}</p>" for _ in range(self.dice.randint(3, 7)))
        return f"<div>{events}</div>"

    def summary(self) -> str:
        standfirst = self.text(10, 50)
        points = "".join(f"<li>{self.text(8, 30)}</li>" for _ in range(4))
        return f'<div class="summary"><p>{standfirst}</p><ul>{points}</ul></div>'

    def spanning(self) -> str:
        grid = " data-grid" if self.dice.random() < 0.5 else ""
        return f'<div class="spanning"{grid}>{self.dice.choice((self.table, self.figure, self.timeline))()}</div>'

    def columns(self) -> str:
        kinds: tuple[Callable[[], str], ...] = (
            self.heading,
            self.list,
            self.quotation,
            self.pull_quote,
            self.table,
            self.figure,
        )
        blocks = [self.paragraph()]
        for _ in range(self.dice.randint(1, 9)):
            likely = self.dice.random() < 0.65
            blocks.append(self.paragraph() if likely else self.dice.choice(kinds)())
        kind = "columns" if self.balanced else "columns ragged"
        return f'<div class="{kind}">{"".join(blocks)}</div>'

"""Small pages with matter in their margins, set by the corrected engine and read back from the file."""

from __future__ import annotations

from dataclasses import dataclass

from report.preflight.file import Drawn, read_file
from report.typeset.corrections import corrected_engine
from report.typeset.fonts import no_machine_fonts
from tests.support.engine import SMALL_SHEET

# In small type, which nothing else on these pages is set in: numbers in 5 points, words beside lines in 4.
NUMBER_SIZE, WORDS_SIZE = 5.0, 4.0
_UNSEEN = " \u200e\u200f"  # marks of direction, which the engine writes into pages read from the right
MARGINS = "@page { margin: 5mm 20mm }"
PATTERNS = f"""
@page {{
  @top-left-corner {{ content: "0"; padding-right: 8pt; font: {NUMBER_SIZE}pt Proof }}
  @bottom-left-corner {{ content: "0"; padding-right: 20pt; font: {WORDS_SIZE}pt Proof }}
  @top-right-corner {{ content: ""; padding-right: 4pt; border-right: 1pt solid #ff0000 }} }}
"""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands in a margin: its words, the left and right edge, and the base line, in points from the lower left."""

    words: str
    left: float
    right: float
    base: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its middle from the left, its foot and its top, in points from the lower left corner."""

    middle: float
    foot: float
    top: float


@dataclass(frozen=True, slots=True)
class Margins:
    """A page: its lines of text, the numbers of lines, the words beside lines, and the bars."""

    lines: tuple[Beside, ...]
    numbers: tuple[Beside, ...]
    words: tuple[Beside, ...]
    bars: tuple[Bar, ...]
    drawn: tuple[Drawn, ...]

    def base(self, words: str) -> float:
        """Return the base line of the line that begins with words."""
        return next(line.base for line in self.lines if line.words.startswith(words))


def margins(body: str, sheet: str = "", *, direction: str = "ltr", with_patterns: bool = True) -> list[Margins]:
    """Set the body of a document, and read what stands on its pages."""
    return [_read(list(page.drawn)) for page in read_file(set_margins(body, sheet, direction, with_patterns)).pages]


def set_margins(body: str, sheet: str = "", direction: str = "ltr", with_patterns: bool = True) -> bytes:
    """Set the body of a document, its margins filled, as a tagged file."""
    with no_machine_fonts():
        from weasyprint import HTML  # noqa: PLC0415 - only once the fonts of the machine are kept out

        from report.typeset.margins import fill_margins  # noqa: PLC0415

        with corrected_engine():
            styles = f"{SMALL_SHEET}{MARGINS}{PATTERNS if with_patterns else ''}{sheet}"
            head = f'<!DOCTYPE html><html lang="en" dir="{direction}"><title>Test</title><style>{styles}</style>'
            document = HTML(string=f"{head}<body>{body}").render(pdf_variant="pdf/ua-1")
            fill_margins([page._page_box for page in document.pages], str)
            made: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
            return made


def _read(drawn: list[Drawn]) -> Margins:
    texts = [one for one in drawn if one.kind == "text" and one.text.strip(_UNSEEN)]
    sizes = {round(one.size, 2) for one in texts}
    by_size = {
        size: tuple(
            Beside(one.text.strip(_UNSEEN), one.place.left, one.place.right, one.origin[1])
            for one in texts
            if round(one.size, 2) == size
        )
        for size in sizes
    }
    bars = tuple(
        Bar((one.place.left + one.place.right) / 2, one.place.bottom, one.place.top)
        for one in drawn
        if one.kind == "fill" and one.place.right - one.place.left < 2
    )
    lines = tuple(one for size, ones in by_size.items() if size not in (NUMBER_SIZE, WORDS_SIZE) for one in ones)
    return Margins(lines, by_size.get(NUMBER_SIZE, ()), by_size.get(WORDS_SIZE, ()), bars, tuple(drawn))

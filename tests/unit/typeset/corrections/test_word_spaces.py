"""A justified line is as wide as its measure, also in a face that closes up letters across a word space."""

from __future__ import annotations

import fontpkg
import pypdfium2

from tests.support.engine import Engine
from tests.support.line_edges import line_edges

AMIRI = f'@font-face {{ font-family: Amiri; src: url("{fontpkg.path("Amiri", 400, "normal").as_uri()}") }}'
WORDS = (
    "روابط دو کشور در سال‌های گذشته وارد مرحله‌ای تازه شد. دو کشور که در دو سدهٔ گذشته بارها رو در روی یکدیگر ایستاده "
    "بودند، اکنون با هم کار می‌کنند. گروهی آن را هم‌پیمانی طبیعی می‌دانند، گروهی دیگر شریکی که به کار می‌گیردشان. "
)
RIGHT = 280


def overhangs(engine: Engine) -> list[float]:
    """How far the ink of each line stands out beyond the measure at its right, in points."""
    html = (
        f"<!DOCTYPE html><title>T</title><style>{AMIRI} @page {{ size: 300pt 200pt; margin: 20pt }}"
        "html { font: 11pt/18pt Amiri; text-align: justify } body, p { margin: 0 }</style>"
        f'<body dir="rtl" lang="fa"><p>{WORDS}</p>'
    )
    page = pypdfium2.PdfDocument(engine.set_html(html))[0]
    return [line.right - RIGHT for line in line_edges(page)]


def test_the_stock_engine_runs_over_the_measure(stock: Engine) -> None:
    assert max(overhangs(stock)) > 1


def test_a_justified_line_keeps_to_its_measure(corrected: Engine) -> None:
    found = overhangs(corrected)
    assert max(found) < 0.5
    assert sum(overhang > -1 for overhang in found) >= 3


def test_words_of_a_line_stand_apart(corrected: Engine) -> None:
    """Latin words too: what is widened after shaping is the spaces, and nothing else."""
    (lines,) = corrected.pages("<p style='text-align: justify'>" + "a gauge in the harbour " * 12 + "</p>")
    assert len(lines) > 2
    assert all(line.words.split()[0] in {"a", "gauge", "in", "the", "harbour"} for line in lines)

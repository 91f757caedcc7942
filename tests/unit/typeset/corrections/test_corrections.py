"""The corrections as a whole: listed cheaply, installed together, taken off again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from report.typeset import corrections
from report.typeset.corrections import CORRECTIONS, OtherEngine, corrected_engine, is_for_installed_engine

ROOT = Path(__file__).parents[4]


def test_the_list_is_read_without_the_engine() -> None:
    code = "import sys, report.typeset.corrections; sys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize("correction", CORRECTIONS, ids=lambda correction: str(correction.name))
def test_each_correction_names_a_test_and_the_installed_engine(correction: corrections.Correction) -> None:
    assert (ROOT / correction.test).is_file()
    assert is_for_installed_engine(correction)


def test_the_stock_engine_is_put_back() -> None:
    from weasyprint.layout import LayoutContext, block, inline, page  # noqa: PLC0415 - only once the fonts of the machine are kept out

    def engine() -> list[object]:
        return [
            page.make_page,
            page.block_level_layout,
            inline.split_first_line,
            block.block_box_layout,
            block.resolve_percentages,
            LayoutContext.unlayout_footnote,
        ]

    stock = engine()
    with corrected_engine():
        corrected = engine()
        with corrected_engine():
            assert engine() == corrected
        assert engine() == corrected
    assert all(before is not after for before, after in zip(stock, corrected, strict=True))
    assert engine() == stock


def test_another_engine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corrections, "installed_engine", lambda: "71.0")
    with pytest.raises(OtherEngine), corrected_engine():
        pass

"""qpdf finds every file whole: its objects, streams and tables of contents, and nothing that it had to mend."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from tests.support.shipped import BRIEFS, LOCALES

pytestmark = pytest.mark.slow
Made = Callable[[str, str, str], Path]


@pytest.mark.parametrize("ending", ["pdf", "press.pdf", "booklet.pdf"])
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("slug", BRIEFS)
def test_nothing_in_a_file_is_damaged(made: Made, slug: str, locale: str, ending: str) -> None:
    with pikepdf.open(made(slug, locale, ending), attempt_recovery=False) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.get_warnings() == []


def test_what_is_damaged_is_noticed(made: Made, tmp_path: Path) -> None:
    whole = made("specimen", "en-GB", "press.pdf")
    (tmp_path / "cut.pdf").write_bytes(whole.read_bytes()[:-2000])
    with pytest.raises(pikepdf.PdfError):
        pikepdf.open(tmp_path / "cut.pdf", attempt_recovery=False)
    with pikepdf.open(whole) as pdf:
        torn = pdf.make_stream(b"not what its filter says", Filter=pikepdf.Name.FlateDecode)
        pdf.Root.OutputIntents[0].DestOutputProfile = torn
        pdf.save(tmp_path / "torn.pdf")
    with pikepdf.open(tmp_path / "torn.pdf", attempt_recovery=False) as pdf:
        assert pdf.check_pdf_syntax() != []

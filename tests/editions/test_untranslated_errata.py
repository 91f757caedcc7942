"""What is said of a published version and not translated yet prints in the words of the original, marked as such."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report.cli import main
from tests.support.manual_page import translate, write_project

pytestmark = pytest.mark.slow
SAID = """\
errata:
  - id: word
    kind: erratum
    version: "1.0"
    date: 2024-10-03
    before: They called it [une affaire d’opinion]{lang=fr}.
    after: They called it [Ansichtssache]{lang=de}.
    text: The *word* was [Ansichtssache]{lang=de}, and not [une affaire d’opinion]{lang=fr} after all.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A brief with a German edition, whose one erratum has foreign words and has not been translated."""
    folder = write_project(tmp_path_factory.mktemp("errata") / "project", has_design=True)
    translate(folder)
    assert main(["freeze", "tides", "1.0", "--project", str(folder)]) == 0
    (folder / "content/tides/errata.yaml").write_text(SAID, encoding="utf-8")
    order = ["build", "tides", "--locale", "de", "--medium", "paged", "--medium", "screen"]
    assert main([*order, "--project", str(folder)]) == 0, "preflight finds every word in its language"
    return folder


def test_the_words_of_the_original_are_marked_and_foreign_words_in_them_keep_their_language(built: Path) -> None:
    page = (built / "dist/tides/de/tides.de.html").read_text(encoding="utf-8")
    (text,) = re.findall(r'<p class="erratum-text">(.*?)</p>', page)
    mark = '<span class="unsettled-mark">[not yet translated]</span>'
    assert text.startswith(f'<span class="unsettled" data-standing="missing">{mark} <span lang="en-GB">The <em>word')
    assert '<span lang="de">Ansichtssache</span>, and not <span lang="fr">une affaire d’opinion</span> after' in text


def test_each_text_that_is_not_translated_is_told_with_its_place(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "tides", "--locale", "de", "--project", str(built)]) == 0
    said = capsys.readouterr().err
    lines = SAID.splitlines()
    for key in ("before", "after", "text"):
        number = next(at for at, line in enumerate(lines, start=1) if line.strip().startswith(f"{key}:"))
        assert f"content/tides/errata.yaml:{number}:" in said
    assert said.count("warning LOC-006") == 3


def test_nothing_goes_out_before_it_is_translated(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish", "tides", "--project", str(built)]) == 1
    assert "error LOC-009: the de edition is not ready: of" in capsys.readouterr().err

"""What errata cite is printed below them, and changes nothing of the text that they speak of."""

from __future__ import annotations

from pathlib import Path

from report.cite.apparatus import cited_works
from report.model.text import note_calls, plain
from tests.support.errata import CORRECTION, prepared, prepared_with_findings, project_with

LATER = """\
@book{later2020,
  author = {Later, Bea},
  title = {The Later Book},
  publisher = {Placeholder Press},
  date = {2020},
}
"""
CITING = """\
  - id: cited
    kind: erratum
    version: "1.0"
    date: 2020-06-02
    text: "@later2020 [p. 3] said so. Others did, too.[@example2020, p. 9; @later2020]"
"""


def with_a_later_work(folder: Path, *errata: str) -> Path:
    project = project_with(folder, *errata)
    references = project / "content" / "plain" / "references.bib"
    references.write_text(references.read_text(encoding="utf-8") + LATER, encoding="utf-8")
    return project


def test_works_are_cited_in_full_below_the_text_and_not_called_in_it(tmp_path: Path) -> None:
    notice = prepared(with_a_later_work(tmp_path / "project", CITING)).apparatus.notices[0]
    assert plain(notice.text) == "Later said so. Others did, too."
    assert list(note_calls(notice.text)) == []
    sources = plain(notice.sources)
    assert sources.count("The Later Book") == 2, "no mention looks back at another"
    assert sources.endswith("2020.")


def test_notes_and_bibliography_are_those_of_the_text(tmp_path: Path) -> None:
    with_errata = prepared(with_a_later_work(tmp_path / "with", CITING)).apparatus
    without = prepared(project_with(tmp_path / "without")).apparatus
    assert [plain(note.text) for note in with_errata.notes.values()] == [
        plain(note.text) for note in without.notes.values()
    ]
    assert [one.key for group in with_errata.bibliography for one in group.references] == ["example2020"]


def test_a_work_that_an_erratum_alone_cites_is_cited(tmp_path: Path) -> None:
    _, findings = prepared_with_findings(with_a_later_work(tmp_path / "project", CITING))
    assert "CIT-003" not in {one.code for one in findings}


def test_a_work_that_there_is_not_is_said_at_its_place(tmp_path: Path) -> None:
    _, findings = prepared_with_findings(project_with(tmp_path / "project", CITING))
    said = [one for one in findings if one.code == "CIT-002"]
    assert {one.mark.path for one in said} == {"content/plain/errata.yaml"}
    assert all("later2020" in one.message for one in said)


def test_what_an_erratum_cites_keeps_its_place_in_the_work(tmp_path: Path) -> None:
    made = prepared(project_with(tmp_path / "project", CORRECTION))
    notice = made.apparatus.notices[0]
    called = [work for call in note_calls(notice.erratum.text) for work in cited_works(call.note)]
    assert [work.key for work in called] == ["example2020"]
    assert plain(notice.sources).endswith(", 7.")

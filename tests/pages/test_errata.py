"""What is said after publication stands on pages and on the web, and nothing of the text that it speaks of is lost."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import polib
import pypdfium2
import pytest

from report import production
from report.catalogs import jobs, update
from report.desk import Desk
from report.publish.reissue import reissue_page
from report.publish.write import write_all
from tests.support.errata import (
    CORRECTION,
    ERRATUM,
    SECOND,
    WITHDRAWAL,
    body_of,
    freeze,
    prepared,
    project_with,
)

HOSTILE = """\
  - id: hostile
    kind: erratum
    version: "1.0"
    date: 2020-06-02
    before: "a \\\\<b\\\\> & {{ 7 * 7 }} {% raw %}"
    text: "Read a \\\\<script\\\\>alert(1)\\\\</script\\\\> in the place of it."
"""


def words_of(body: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(body)
    return [page.get_textpage().get_text_range().replace("\u00a0", " ") for page in document]


def text_of(page: str) -> str:
    """The words of a web page, as a reader meets them."""
    return " ".join(re.sub("<[^>]+>", "", page).split())


def outline_of(body: bytes) -> list[str]:
    with pikepdf.open(BytesIO(body)) as pdf, pdf.open_outline() as outline:
        return [str(item.title) for item in outline.root]


def test_the_notices_stand_under_a_heading_that_is_in_the_outline(tmp_path: Path) -> None:
    body = body_of(prepared(project_with(tmp_path / "project", CORRECTION, ERRATUM, design=True)), "paged")
    assert outline_of(body)[-2:] == ["Corrections", "Imprint"]
    words = " ".join(" ".join(words_of(body)).split())
    for said in (
        "Correction to version 1.0, 1 June 2020",
        "Version 1.0: It was said",
        "Version 1.1: It is said",
        "The opening spoke of the past.",
        "Example, A Book, 2020, 7.",
        "Erratum in version 1.1, 20 June 2020",
        "Corrections to version 1.0 stand at the end of the text.",
    ):
        assert said in words


def test_a_notice_leads_to_what_it_is_about(tmp_path: Path) -> None:
    page = body_of(prepared(project_with(tmp_path / "project", CORRECTION, ERRATUM, design=True)), "screen").decode()
    page = page.replace("\u00a0", " ")
    assert '<a class="erratum-place" href="#b-opening-words">Paragraph 1</a>' in page
    assert '<a class="erratum-place" href="#b-matter-words">Section I, paragraph 1</a>' in page
    assert '<a class="erratum-place" href="#b-summary-point">Summary, paragraph 1</a>' in page
    assert page.count('href="#errata"') == 2, "from the head of the text, and from the contents"


def test_an_edition_of_which_nothing_is_said_tells_nothing(tmp_path: Path) -> None:
    made = prepared(project_with(tmp_path / "project", design=True))
    page = body_of(made, "screen").decode()
    assert "errat" not in page[page.index("<body>") :]
    assert outline_of(body_of(made, "paged"))[-2:] == ["Bibliography", "Imprint"]


def test_nothing_that_is_written_in_an_erratum_is_markup(tmp_path: Path) -> None:
    page = body_of(prepared(project_with(tmp_path / "project", HOSTILE, second="", design=True)), "screen").decode()
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{ 7 * 7 }} {% raw %}" in page


def test_a_withdrawn_version_says_so_on_every_page_and_in_its_title(tmp_path: Path) -> None:
    body = body_of(prepared(project_with(tmp_path / "project", WITHDRAWAL, design=True)), "paged")
    pages = words_of(body)
    assert all("1.1 withdrawn on 1 July 2020" in words for words in pages)
    assert "This version was withdrawn on 1 July 2020." in pages[0]
    with pikepdf.open(BytesIO(body)) as pdf:
        assert str(pdf.docinfo["/Title"]).startswith("Withdrawn: ")
        packet = pdf.Root.Metadata.read_bytes()
    assert b"<report:withdrawn>2020-07-01</report:withdrawn>" in packet
    assert b"<dc:relation><rdf:Bag><rdf:li>plain/en-GB/1.0</rdf:li></rdf:Bag></dc:relation>" in packet


def test_a_withdrawn_web_page_says_so_to_readers_and_programs(tmp_path: Path) -> None:
    page = body_of(prepared(project_with(tmp_path / "project", WITHDRAWAL, design=True)), "screen").decode()
    assert "<title>Withdrawn: A plain brief" in page
    assert '<meta name="report.withdrawn" content="2020-07-01">' in page
    assert "The reasons are given at the end of the text." in page


def test_errata_travel_with_the_sources(tmp_path: Path) -> None:
    made = prepared(project_with(tmp_path / "project", CORRECTION))
    assert made.project / "content" / "plain" / "errata.yaml" in made.origin.inputs


def test_errata_are_translated_like_any_text(tmp_path: Path) -> None:
    project = project_with(tmp_path / "project", CORRECTION, second=f"{SECOND}editions:\n  - locale: de\n", design=True)
    list(update(project, jobs(project, ["plain"], "de").value))
    catalog = polib.pofile(project / "content/plain/locale/de/LC_MESSAGES/brief.po")
    for message in catalog:
        message.msgstr = message.msgid
        if message.msgctxt == "said-word/text":
            message.msgstr = "Der Anfang sprach von Vergangenem.[@example2020, p. 7]"
    catalog.save()
    page = body_of(prepared(project, "de"), "screen").decode()
    assert "Berichtigungen" in page
    assert "Der Anfang sprach von Vergangenem." in page
    assert "Berichtigung zu Version" in page


@pytest.fixture(scope="module")
def older(tmp_path_factory: pytest.TempPathFactory) -> tuple[production.Prepared, production.Reissued]:
    """The brief at 1.1, with the words of its opening changed, and the web page of 1.0 issued again."""
    project = project_with(tmp_path_factory.mktemp("older") / "project", CORRECTION, ERRATUM, design=True)
    freeze(prepared(project), "1.0")
    opening = project / "content" / "plain" / "sections" / "opening.yaml"
    opening.write_text(opening.read_text(encoding="utf-8").replace("It was said", "It is said"), encoding="utf-8")
    now = prepared(project)
    assert production.earlier_versions(now) == ("1.0",)
    desk = Desk()
    page = production.reissue(now, "1.0", desk)
    assert page is not None
    assert [one for one in desk.findings if one.holds] == []
    return now, page


def test_the_page_of_an_older_version_keeps_its_words_below_a_banner(
    older: tuple[production.Prepared, production.Reissued],
) -> None:
    page = older[1].proof.body.decode()
    banner, _, text = page.partition('<header class="masthead"')
    assert "A newer version of this text is available: version 1.1 of" in banner
    assert 'href="../../1.1/en-GB/plain.en-GB.html"' in banner
    assert 'href="../../1.1/en-GB/plain.en-GB.html#errata"' in banner
    assert "A word <em>corrected</em>." in banner
    assert "This note was added on" in banner
    assert "It was said before." in text_of(text)
    assert "It is said before" not in text_of(page)
    assert '<meta name="dcterms.isReplacedBy" content="plain/en-GB/1.1">' in page
    assert '<meta name="report.version" content="1.0">' in page


def test_an_older_page_says_that_the_newer_version_was_withdrawn_as_well(tmp_path: Path) -> None:
    project = project_with(tmp_path / "project", WITHDRAWAL, design=True)
    freeze(prepared(project), "1.0")
    desk = Desk()
    page = production.reissue(prepared(project), "1.0", desk)
    assert page is not None
    assert [one for one in desk.findings if one.holds] == []
    banner = text_of(page.proof.body.decode().partition('<header class="masthead"')[0])
    assert "A newer version of this text is available: version 1.1 of" in banner
    assert "1.1 withdrawn on 1 July 2020" in banner


def test_an_older_page_tells_what_speaks_of_it_alone(
    older: tuple[production.Prepared, production.Reissued],
) -> None:
    page = older[1].proof.body.decode()
    assert 'id="erratum-said-word"' in page
    assert 'id="erratum-point-word"' not in page


def test_a_page_issued_again_is_the_same_to_the_byte(
    older: tuple[production.Prepared, production.Reissued],
) -> None:
    now, page = older
    again = production.reissue(now, "1.0", Desk())
    assert again is not None
    assert again.proof.body == page.proof.body


def test_a_release_remembers_the_pages_it_had(
    older: tuple[production.Prepared, production.Reissued], tmp_path: Path
) -> None:
    page = older[1]
    folder = tmp_path / "dist" / "plain" / "1.0" / "en-GB"
    folder.mkdir(parents=True)
    (folder / "plain.en-GB.html").write_bytes(b"first")
    (folder / "manifest.json").write_text('{"outputs": {"plain.en-GB.html": {"sha256": "0123"}}}', encoding="utf-8")
    write_all(tmp_path / "dist", [reissue_page(page.edition, page.proof, tmp_path / "dist")])
    assert (folder / "plain.en-GB.html").read_bytes() == page.proof.body
    manifest = (folder / "manifest.json").read_text(encoding="utf-8")
    assert sha256(page.proof.body).hexdigest() in manifest
    assert re.search(r'"earlier": \[\s*"0123"\s*\]', manifest)
    assert reissue_page(page.edition, page.proof, tmp_path / "dist").files == {}


@pytest.mark.parametrize("spoiled", ["", "[]", "{", '{"outputs": {"plain.en-GB.html": 1}}', "\x00"])
def test_a_manifest_that_cannot_be_read_is_left_as_it_is(
    spoiled: str, older: tuple[production.Prepared, production.Reissued], tmp_path: Path
) -> None:
    page = older[1]
    folder = tmp_path / "dist" / "plain" / "1.0" / "en-GB"
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text(spoiled, encoding="utf-8")
    write_all(tmp_path / "dist", [reissue_page(page.edition, page.proof, tmp_path / "dist")])
    assert (folder / "manifest.json").read_text(encoding="utf-8") == spoiled
    assert (folder / "plain.en-GB.html").read_bytes() == page.proof.body


def test_a_draft_prints_the_notices_and_is_not_withdrawn(tmp_path: Path) -> None:
    made = prepared(project_with(tmp_path / "project", CORRECTION, WITHDRAWAL, design=True))
    draft = replace(made, edition=replace(made.edition, state="draft"))
    page = body_of(draft, "screen").decode()
    assert "Withdrawal of version 1.1, 1 July 2020" in text_of(page)
    assert "<title>Withdrawn" not in page

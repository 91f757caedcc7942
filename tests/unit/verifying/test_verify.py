"""What is said of a file that was copied, altered, forged, or made by others."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pikepdf
import pytest

from report.errors import UsageError
from report.seal import sealed
from report.verifying import Answer, Wish, verify
from report.verifying.answers import as_text
from tests.support.enclosed import SOUND, manifest_of, pdf_with
from tests.support.sealed import flipped, release_manifest, sealed_page, sealed_pdf


def verdict(path: Path, project: Path | None = None) -> Answer:
    return verify(path, Wish(project or path.parent / "no project"))


def test_a_file_that_was_copied_and_renamed_is_known(tmp_path: Path) -> None:
    made = sealed_pdf(tmp_path / "small.en-GB.pdf")
    (tmp_path / "elsewhere").mkdir()
    answer = verdict(shutil.copy(made, tmp_path / "elsewhere" / "from the post.bin"))
    assert (answer.outcome, answer.status, answer.proofs) == ("unaltered", 0, ("sealed",))
    said = answer.said
    assert (said.brief, said.locale, said.version, said.state) == ("small", "en-GB", "1.0", "published")
    assert said.medium == "paged"


def test_a_redline_says_what_it_is_compared_with(tmp_path: Path) -> None:
    answer = verdict(sealed_pdf(tmp_path / "a.pdf", version="1.1-draft-since-1.0", state="draft", inside=False))
    assert (answer.outcome, answer.said.number, answer.said.since) == ("unaltered", "1.1", "1.0")
    assert "small, en-GB, version 1.1 (draft) compared with 1.0, PDF" in as_text(answer)


@pytest.mark.parametrize("medium", ["press", "booklet"])
def test_a_file_for_print_says_its_medium(tmp_path: Path, medium: str) -> None:
    assert verdict(sealed_pdf(tmp_path / "a.pdf", medium=medium)).said.medium == medium


def test_a_web_page_is_known_by_its_head(tmp_path: Path) -> None:
    page = sealed_page(tmp_path / "small.html")
    assert (verdict(page).outcome, verdict(page).said.medium) == ("unaltered", "screen")
    page.write_bytes(page.read_bytes().replace(b"Small", b"Smell"))
    assert verdict(page).outcome == "altered"


@pytest.mark.parametrize("is_page", [False, True])
def test_a_flipped_bit_is_found_wherever_it_is(tmp_path: Path, *, is_page: bool) -> None:
    path = sealed_page(tmp_path / "a.html") if is_page else sealed_pdf(tmp_path / "a.pdf", medium="press", inside=False)
    whole = path.read_bytes()
    for at in range(len(whole)):
        answer = verdict(flipped(path, at, at % 8))
        assert (answer.outcome, answer.status) == ("altered", 1), at
        path.write_bytes(whole)


@pytest.mark.parametrize("is_page", [False, True])
def test_a_file_that_was_cut_short_is_told_from_one_that_was_changed(tmp_path: Path, *, is_page: bool) -> None:
    """A PDF bears its seal near its end: one that lost that no longer says which edition it is."""
    path = sealed_page(tmp_path / "a.html") if is_page else sealed_pdf(tmp_path / "a.pdf", medium="press")
    whole = path.read_bytes()
    for length in range(0, len(whole), 64):
        path.write_bytes(whole[:length])
        answer = verdict(path)
        assert answer.outcome in ("altered", "foreign"), length
        if answer.outcome == "altered" or (length > 8 and not is_page):
            assert answer.notes == ("it does not end as such files do: it was cut short, or did not come whole",), (
                length
            )
    path.write_bytes(whole.replace(b"small", b"large"))
    assert verdict(path).notes == ()


def test_added_missing_and_doubled_bytes_are_found(tmp_path: Path) -> None:
    path = sealed_pdf(tmp_path / "a.pdf")
    whole = path.read_bytes()
    for body in (whole + b"\n", whole[:-1], whole + whole, whole[:200], whole[: len(whole) - 300]):
        path.write_bytes(body)
        assert verdict(path).status == 1


def test_what_is_added_by_the_rules_of_the_format_is_found(tmp_path: Path) -> None:
    """An incremental update (ISO 32000-1, 7.5.6) leaves every byte of the file as it was."""
    path = sealed_pdf(tmp_path / "a.pdf")
    path.write_bytes(path.read_bytes() + b"\n9 0 obj <<>> endobj\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n")
    assert verdict(path).sentence.startswith("it was altered after it was made")


def test_a_seal_that_was_taken_from_another_file_does_not_fit(tmp_path: Path) -> None:
    path, other = sealed_pdf(tmp_path / "a.pdf", medium="press"), sealed_pdf(tmp_path / "b.pdf", medium="booklet")
    own, foreign = (re.findall(rb"sha256:[0-9a-f]{64}", one.read_bytes())[-1] for one in (path, other))
    path.write_bytes(path.read_bytes().replace(own, foreign))
    assert (verdict(path).outcome, verdict(path).seal) == ("altered", "broken")


def test_a_second_seal_in_a_file_counts_as_none(tmp_path: Path) -> None:
    path = sealed_pdf(tmp_path / "a.pdf", medium="press")
    body = path.read_bytes()
    path.write_bytes(body + b"\n<report:seal>sha256:" + b"0" * 64 + b"</report:seal>\n%%EOF\n")
    assert (verdict(path).outcome, verdict(path).seal) == ("altered", "doubled")


def test_another_file_that_went_out_under_the_number_before_is_not_called_altered(tmp_path: Path) -> None:
    """What is listed under its number is the newer one: the older is whole, and not as published now."""
    older = sealed_pdf(tmp_path / "a.pdf", medium="press")
    newer = sealed_pdf(tmp_path / "b.pdf", medium="press", title="Newer")
    manifest = release_manifest(tmp_path / "p/dist/small/1.0/en-GB", {"small.press.pdf": ("press", newer)})
    answer = verdict(older, tmp_path / "p")
    assert (answer.outcome, answer.seal) == ("not-as-published", "whole")
    record = json.loads(manifest.read_text(encoding="utf-8"))
    record["outputs"]["small.press.pdf"]["earlier"] = [answer.sha256]
    manifest.write_text(json.dumps(record), encoding="utf-8")
    answer = verdict(older, tmp_path / "p")
    assert (answer.outcome, answer.proofs) == ("unaltered", ("sealed", "published"))
    assert answer.record is None, "the manifest tells what the newer one was made from"


def test_a_redline_is_looked_for_in_its_own_manifest_and_never_called_published(tmp_path: Path) -> None:
    path = sealed_pdf(tmp_path / "a.pdf", version="1.1-since-1.0", inside=False)
    folder = tmp_path / "p/dist/small/redline/1.0–1.1/en-GB"
    manifest = release_manifest(folder, {"small.redline.pdf": ("paged", path)}, version="1.1-since-1.0")
    answer = verdict(path, tmp_path / "p")
    assert (answer.manifest, answer.proofs, answer.sentence) == (manifest, ("sealed", "built"), "it is as it was made")
    assert verdict(Path(shutil.copy(path, folder))).proofs == ("sealed", "built")
    other = sealed_pdf(tmp_path / "b.pdf", version="1.1-since-1.0", inside=False, title="Other")
    assert verdict(other, tmp_path / "p").outcome == "unaltered", "redlines come and go"


def test_a_page_that_was_issued_again_says_for_which_version(tmp_path: Path) -> None:
    page = sealed_page(tmp_path / "a.html", '<meta name="dcterms.isReplacedBy" content="small/en-GB/1.1">')
    assert verdict(page).said.successor == "1.1"
    assert "it was issued again when version 1.1 came out, and leads to that" in as_text(verdict(page))
    odd = sealed_page(tmp_path / "b.html", '<meta name="dcterms.isReplacedBy" content="small/en-GB/../../1.1">')
    assert verdict(odd).said.successor == ""


def test_a_file_that_another_program_saved_again_is_found(tmp_path: Path) -> None:
    path = sealed_pdf(tmp_path / "a.pdf")
    with pikepdf.open(path) as pdf:
        pdf.save(tmp_path / "b.pdf", linearize=True)
    assert verdict(tmp_path / "b.pdf").outcome == "altered"


def test_sources_that_were_changed_and_sealed_over_are_found(tmp_path: Path) -> None:
    other = {"inputs": json.loads(manifest_of({**SOUND, "content/small/brief.yaml": b"title: Other\n"}))["inputs"]}
    answer = verdict(sealed_pdf(tmp_path / "a.pdf", record=other))
    assert (answer.outcome, answer.proofs) == ("altered", ())
    assert "sealed anew: the file “content/small/brief.yaml” inside is not the one" in answer.sentence


def test_a_file_that_calls_itself_another_version_than_its_sources_is_found(tmp_path: Path) -> None:
    answer = verdict(sealed_pdf(tmp_path / "a.pdf", version="1.1"))
    assert answer.sentence.endswith("the manifest inside it is that of another edition")


def test_a_file_is_looked_for_in_the_manifest_of_its_release(tmp_path: Path) -> None:
    path = sealed_pdf(tmp_path / "a.pdf", medium="press")
    manifest = release_manifest(tmp_path / "p/dist/small/1.0/en-GB", {"small.press.pdf": ("press", path)})
    answer = verdict(path, tmp_path / "p")
    assert (answer.outcome, answer.proofs) == ("unaltered", ("sealed", "published"))
    assert answer.manifest == manifest


def test_a_file_that_was_forged_and_sealed_anew_is_not_as_published(tmp_path: Path) -> None:
    path = sealed_pdf(tmp_path / "a.pdf", medium="press")
    release_manifest(tmp_path / "p/dist/small/1.0/en-GB", {"small.press.pdf": ("press", path)})
    path.write_bytes(sealed(path.read_bytes().replace(b"%%EOF", b"%%EOF % forged")))
    # Not even a manifest of the forger's own, beside the file, is taken for that of the release.
    release_manifest(tmp_path, {"a.pdf": ("press", path)})
    answer = verdict(path, tmp_path / "p")
    assert (answer.outcome, answer.status) == ("not-as-published", 1)


def test_a_release_says_nothing_of_other_media_and_versions(tmp_path: Path) -> None:
    path, other = sealed_pdf(tmp_path / "a.pdf", medium="press"), sealed_page(tmp_path / "b.html")
    release_manifest(tmp_path / "p/dist/small/1.0/en-GB", {"small.html": ("screen", other)})
    release_manifest(tmp_path / "p/dist/small/1.1/en-GB", {"small.press.pdf": ("press", other)}, version="1.1")
    assert verdict(path, tmp_path / "p").proofs == ("sealed",)


def test_an_earlier_draft_is_not_called_wrong_by_a_later_one(tmp_path: Path) -> None:
    first = sealed_pdf(tmp_path / "a.pdf", medium="press", state="draft")
    release_manifest(tmp_path / "p/dist/small/en-GB", {"small.press.pdf": ("press", first)}, state="draft")
    assert verdict(first, tmp_path / "p").proofs == ("sealed", "built")
    later = sealed_page(tmp_path / "later.html")
    release_manifest(tmp_path / "p/dist/small/en-GB", {"small.press.pdf": ("press", later)}, state="draft")
    assert (verdict(first, tmp_path / "p").outcome, verdict(first, tmp_path / "p").proofs) == ("unaltered", ("sealed",))


def test_a_web_page_stays_as_published_when_it_is_issued_again(tmp_path: Path) -> None:
    page, again = sealed_page(tmp_path / "a.html"), sealed_pdf(tmp_path / "b.pdf")
    folder = tmp_path / "p/dist/small/1.0/en-GB"
    manifest = release_manifest(folder, {"small.html": ("screen", again)})
    record = json.loads(manifest.read_text(encoding="utf-8"))
    record["outputs"]["small.html"]["earlier"] = [verdict(page).sha256]
    manifest.write_text(json.dumps(record), encoding="utf-8")
    answer = verdict(page, tmp_path / "p")
    assert answer.proofs == ("sealed", "published")
    assert answer.notes == ("another file has been issued under its version since",)


def test_files_without_a_seal_are_known_by_the_manifest_beside_them(tmp_path: Path) -> None:
    path = tmp_path / "small.references.bib"
    path.write_text("@book{a}\n", encoding="utf-8")
    release_manifest(tmp_path, {path.name: ("references", path)})
    assert (verdict(path).outcome, verdict(path).proofs) == ("unaltered", ("published",))
    path.write_text("@book{b}\n", encoding="utf-8")
    assert verdict(path).outcome == "altered"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "names no edition"),
        (b"%PDF-1.7\nof another program\n%%EOF\n", "names no edition"),
        (b"%PDF-1.7\n<report:brief>../../etc</report:brief><report:locale>en</report:locale>", "names no edition"),
        (b"\x00\xff" * 5000, "names no edition"),
    ],
)
def test_what_is_not_ours_is_said_in_a_sentence(tmp_path: Path, body: bytes, words: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(body)
    answer = verdict(path)
    assert (answer.outcome, answer.status) == ("foreign", 1)
    assert words in answer.sentence


def test_an_encrypted_file_is_said_to_be_one(tmp_path: Path) -> None:
    path = pdf_with(tmp_path / "a.pdf", [], encryption=pikepdf.Encryption(owner="o", user="u"))
    assert verdict(path).sentence == "it is encrypted, which no file of ours is"


def test_a_file_that_asks_for_too_much_is_refused(tmp_path: Path) -> None:
    bomb = {"content/small/brief.yaml": b"0" * (21 << 20)}
    path = sealed_pdf(tmp_path / "a.pdf")
    with pikepdf.open(path) as pdf:
        packet = pdf.Root.Metadata.read_bytes()

    def describe(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Metadata = pdf.make_stream(packet)

    pdf_with(path, [*bomb.items(), ("manifest.json", manifest_of(bomb))], describe)
    path.write_bytes(sealed(path.read_bytes()))
    assert "is larger than 20 MiB" in verdict(path).sentence


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with path.open("wb") as file:
        file.truncate((256 << 20) + 1)
    answer = verdict(path)
    assert (answer.outcome, answer.status) == ("unreadable", 3)


@pytest.mark.parametrize("manifest", [b"", b"[]", b'{"outputs": []}', b'{"outputs": {"a.pdf": 1}}', b"[" * 100_000])
def test_a_manifest_that_is_none_is_no_witness(tmp_path: Path, manifest: bytes) -> None:
    path = sealed_pdf(tmp_path / "a.pdf")
    (tmp_path / "manifest.json").write_bytes(manifest)
    assert verdict(path).proofs == ("sealed",)


def test_what_is_no_file_is_wrong_usage(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("absent.pdf", ".", "pipe"):
        with pytest.raises(UsageError):
            verdict(tmp_path / name)

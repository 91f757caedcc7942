"""What is said of a file that was copied, altered, forged, or made by others."""

from __future__ import annotations

import json
import os
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


def test_a_flipped_bit_is_found_wherever_it_is(tmp_path: Path) -> None:
    path = sealed_pdf(tmp_path / "a.pdf", medium="press")
    whole = path.read_bytes()
    for at in range(len(whole)):
        answer = verdict(flipped(path, at))
        assert (answer.outcome, answer.status) == ("altered", 1), at
        path.write_bytes(whole)


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

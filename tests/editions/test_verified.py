"""A finished file proves what it is: copied, altered, forged, and made again."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

import pikepdf
import pytest
from jsonschema import Draft202012Validator

from report import production
from report.cli import main
from report.desk import Desk
from report.model.output import MEDIA
from report.order import Order
from report.seal import seal_of, sealed
from report.versions import made_with
from tests.support.projects import ROOT, small_project
from tests.support.sealed import flipped
from tests.support.shipped import change

pytestmark = pytest.mark.slow
ENDINGS = {"paged": "pdf", "screen": "html", "press": "press.pdf", "booklet": "booklet.pdf"}
SCHEMA = json.loads((ROOT / "docs/manifest.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one small brief, built in all media."""
    folder = small_project(tmp_path_factory.mktemp("verified"))
    assert main(["build", "small", "--project", str(folder)]) == 0
    return folder


@pytest.fixture
def copied(project: Path, tmp_path: Path) -> Path:
    """The PDF for readers, elsewhere and under another name."""
    return Path(shutil.copy(made(project, "paged"), tmp_path / "from the post.pdf"))


def made(project: Path, medium: str) -> Path:
    return project / "dist/small/en-GB" / f"small.en-GB.{ENDINGS[medium]}"


def asked(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, dict[str, object]]:
    """Ask for the verdict on one file, and return the exit status and the record."""
    capsys.readouterr()
    status = main(["verify", *map(str, words), "--format", "json"])
    (record,) = json.loads(capsys.readouterr().out)
    return status, record


def test_a_copy_is_known_without_the_project(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(copied)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "from the post.pdf: it is as it was made"
    assert said[1] == "  says it is: small, en-GB, version 0.1 (draft), PDF"
    assert said[2] == "  seal: fits"
    assert said[3].endswith("sources inside it are those that it was made from")


def test_what_went_out_is_known_by_its_release_and_made_again(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later = Path(shutil.copytree(project, tmp_path / "released"))
    assert main(["freeze", "small", "0.1", "--project", str(later)]) == 0
    assert main(["publish", "small", "--project", str(later)]) == 0
    released = later / "dist/small/0.1/en-GB/small.en-GB.pdf"
    copy = Path(shutil.copy(released, tmp_path / "released.pdf"))
    status, said = asked(capsys, copy, "--rebuild", "--project", later)
    assert (status, said["state"], said["proofs"]) == (0, "published", ["sealed", "published", "rebuilt"])
    assert asked(capsys, copy, "--rebuild")[1]["proofs"] == ["sealed", "rebuilt"]
    copy.write_bytes(sealed(copy.read_bytes().replace(b"endobj", b"endobj ", 1)))
    status, said = asked(capsys, copy, "--project", later)
    assert (status, said["outcome"]) == (1, "not-as-published")


@pytest.mark.parametrize("medium", MEDIA)
def test_every_medium_is_sealed_and_listed(project: Path, medium: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, said = asked(capsys, made(project, medium), "--project", project)
    assert (status, said["medium"], said["seal"]) == (0, medium, "whole")
    assert said["manifest"] == str(project / "dist/small/en-GB/manifest.json")


@pytest.mark.parametrize("medium", MEDIA)
def test_a_flipped_bit_is_found_anywhere_in_a_whole_file(project: Path, medium: str) -> None:
    body = bytearray(made(project, medium).read_bytes())
    chance = random.Random(medium)
    for at in (*range(0, len(body), 997), *(chance.randrange(len(body)) for _ in range(300)), len(body) - 1):
        body[at] ^= 1 << chance.randrange(8)
        assert seal_of(bytes(body)) != "whole", at
        body = bytearray(made(project, medium).read_bytes())


def test_a_flipped_byte_is_said(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, said = asked(capsys, flipped(copied, 5000))
    assert (status, said["outcome"], said["seal"]) == (1, "altered", "broken")


def test_an_update_that_keeps_the_file_before_it_is_found(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copied.write_bytes(copied.read_bytes() + b"\n1 0 obj\n<</Title (Other)>>\nendobj\nstartxref\n0\n%%EOF\n")
    assert asked(capsys, copied)[1]["outcome"] == "altered"


def test_a_pdf_is_made_again_from_the_sources_inside(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, said = asked(capsys, copied, "--rebuild")
    assert (status, said["proofs"]) == (0, ["sealed", "rebuilt"])
    assert said["rebuilt"] == {"made": True, "from": "the sources inside", "same": True, "reasons": []}


@pytest.mark.parametrize("medium", ["screen", "press", "booklet"])
def test_what_holds_no_sources_is_made_again_from_the_project(
    project: Path, medium: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, said = asked(capsys, made(project, medium), "--rebuild", "--project", project)
    assert (status, said["proofs"]) == (0, ["sealed", "built", "rebuilt"])


def test_where_a_file_was_altered_is_found_by_making_it_again(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not even a seal that was made anew hides a word that was changed."""
    body = copied.read_bytes()
    at = body.index(b'"x-default">') + 15
    copied.write_bytes(sealed(body[:at] + b"X" + body[at + 1 :]))
    assert asked(capsys, copied)[0] == 0
    status, said = asked(capsys, copied, "--rebuild")
    assert (status, said["outcome"]) == (1, "not-made-again")
    assert isinstance(said["rebuilt"], dict)
    where, why = said["rebuilt"]["reasons"]
    assert where.startswith(f"the bytes differ from byte {at + 1:,} on, in object ".replace(",", " ", 1))
    assert why.startswith("sources, faces and makers are the same")


def test_sources_that_have_changed_since_are_named(
    project: Path, copied: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later = Path(shutil.copytree(project, tmp_path / "later"))
    change(later / "content/small/sections/evidence.yaml", "A citation names", "Each citation names")
    status, said = asked(capsys, copied, "--rebuild", "--project", later)
    assert (status, said["outcome"]) == (1, "not-made-again")
    assert isinstance(said["rebuilt"], dict)
    assert said["rebuilt"]["reasons"] == ["“content/small/sections/evidence.yaml” has changed"]


def test_other_native_libraries_are_named_as_the_reason(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, desk = made_with(), Desk()
    monkeypatch.setattr("report.production.preparing.made_with", lambda: here | {"Pango": "1.2.3"})
    prepared = production.prepare(Order(project, "small", "en-GB", ("paged",)), desk)
    (proof,) = production.produce(prepared, ("paged",), desk)
    (tmp_path / "elsewhere.pdf").write_bytes(proof.body)
    status, said = asked(capsys, tmp_path / "elsewhere.pdf", "--rebuild")
    assert (status, said["outcome"]) == (1, "not-made-again")
    assert isinstance(said["rebuilt"], dict)
    assert said["rebuilt"]["reasons"] == [f"“Pango”: “1.2.3” then, “{here['Pango']}” now"]


def test_a_template_in_a_file_reaches_nothing_behind_what_it_is_given(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A hostile file is one whose sources were made for those who make it again."""
    hostile = Path(shutil.copytree(project, tmp_path / "hostile"))
    shutil.rmtree(hostile / "dist")
    change(hostile / "templates/base.html", "</head>", '{{ [1]["__class__"]["__base__"] }}</head>')
    status, said = asked(capsys, made(project, "screen"), "--rebuild", "--project", hostile)
    assert status == 1
    assert isinstance(said["rebuilt"], dict)
    assert "access to attribute '__class__' of 'list' object is unsafe" in str(said["rebuilt"]["reasons"])


def test_a_file_that_another_program_saved_fails_preflight(
    project: Path, copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pikepdf.open(copied, allow_overwriting_input=True) as pdf:
        pdf.save(copied, linearize=True)
    main(["preflight", str(copied), "--project", str(project)])
    assert "warning PRE-069: the file was altered after it was made" in capsys.readouterr().err


def test_manifests_have_the_form_that_is_told(project: Path) -> None:
    validator = Draft202012Validator(SCHEMA)
    record = json.loads((project / "dist/small/en-GB/manifest.json").read_text(encoding="utf-8"))
    assert [one.message for one in validator.iter_errors(record)] == []
    assert {one["medium"] for one in record["outputs"].values()} == {*MEDIA, "references"}
    with pikepdf.open(made(project, "paged")) as pdf:
        inside = json.loads(pdf.attachments["manifest.json"].get_file().read_bytes())
    assert [one.message for one in validator.iter_errors(inside)] == []
    assert {name: inside[name] for name in inside} == {name: record[name] for name in inside}


def test_the_manifest_tells_what_was_noticed(project: Path, tmp_path: Path) -> None:
    noticed = Path(shutil.copytree(project, tmp_path / "noticed"))
    with (noticed / "content/small/references.bib").open("a", encoding="utf-8") as file:
        file.write("@book{unused, author = {Nobody}, title = {Unread}, publisher = {None}, year = {2001}}\n")
    main(["build", "small", "--medium", "screen", "--project", str(noticed)])
    record = json.loads((noticed / "dist/small/en-GB/manifest.json").read_text(encoding="utf-8"))
    assert "CIT-003" in {one["code"] for one in record["findings"]}
    assert [one.message for one in Draft202012Validator(SCHEMA).iter_errors(record)] == []


def test_batches_end_with_the_worst_of_their_verdicts(
    project: Path, copied: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.pdf").write_bytes(b"%PDF-1.7\nno more")
    assert main(["verify", str(made(project, "screen")), str(copied)]) == 0
    assert main(["verify", str(copied), str(tmp_path / "letter.pdf")]) == 1
    said = capsys.readouterr().out
    assert "letter.pdf: it names no edition" in said
    assert main(["verify", str(tmp_path / "absent.pdf"), str(copied)]) == 2
    said = capsys.readouterr()
    assert "there is no file" in said.err
    assert f"{copied.name}: it is as it was" in said.out, "one that is not there leaves no other unanswered"

"""Unpacking a PDF: whole and true, or not at all, with a plain word for why."""

from __future__ import annotations

import zlib
from pathlib import Path

import pikepdf
import pytest

from report.errors import ReportError, UnpackError, UsageError, WriteError
from report.unpacking import limits, unpack
from tests.support.enclosed import SOUND, Change, manifest_of, packed, pdf_with, with_manifest


def refused(path: Path, folder: Path) -> str:
    """The words by which a file is refused; nothing may have been written."""
    before = sorted(folder.parent.rglob("*"))
    with pytest.raises(ReportError) as refusal:
        unpack(path, folder)
    assert sorted(folder.parent.rglob("*")) == before
    return str(refusal.value)


def names_of(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.Root.Names.EmbeddedFiles


def place_of(pdf: pikepdf.Pdf, number: int = 0) -> pikepdf.Object:
    return names_of(pdf).Names[2 * number + 1]


def test_files_are_written_as_they_went_in(tmp_path: Path) -> None:
    path = pdf_with(tmp_path / "a.pdf", with_manifest(SOUND))
    unpacked = unpack(path, tmp_path / "new" / "project")
    written = {name: (unpacked.folder / name).read_bytes() for name in unpacked.names}
    assert written == dict(with_manifest(SOUND))
    assert (unpacked.made.brief, unpacked.made.locale) == ("small", "en-GB")


def test_an_empty_folder_is_as_good_as_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    unpack(pdf_with(tmp_path / "a.pdf", with_manifest(SOUND)), tmp_path / "here")
    assert (tmp_path / "here" / "manifest.json").is_file()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.pdf", "here"]


def test_an_empty_file_and_one_in_other_letters_come_back_too(tmp_path: Path) -> None:
    bodies = SOUND | {"content/small/figures/é.svg": b"", "content/small/data/كتاب.csv": b"a,b\n"}
    unpacked = unpack(pdf_with(tmp_path / "a.pdf", with_manifest(bodies)), tmp_path / "new")
    assert {name: (tmp_path / "new" / name).read_bytes() for name in unpacked.names} == dict(with_manifest(bodies))


@pytest.mark.parametrize("in_the_way", ["a file", "a folder with a file", "a link", "a dead link"])
def test_what_stands_there_is_left_alone(tmp_path: Path, in_the_way: str) -> None:
    path, folder = pdf_with(tmp_path / "a.pdf", with_manifest(SOUND)), tmp_path / "there"
    if in_the_way == "a file":
        folder.write_text("mine")
    elif in_the_way == "a folder with a file":
        folder.mkdir()
        (folder / "mine").write_text("mine")
    else:
        folder.symlink_to(tmp_path / ("nothing" if "dead" in in_the_way else "else"))
        (tmp_path / "else").mkdir()
    with pytest.raises(UsageError):
        unpack(path, folder)
    assert not (tmp_path / "nothing").exists()
    assert list((tmp_path / "else").glob("*")) == []


def test_a_file_that_does_not_exist_is_wrong_usage(tmp_path: Path) -> None:
    for name in ("none.pdf", "."):
        with pytest.raises(UsageError, match="there is no file"):
            unpack(tmp_path / name, tmp_path / "new")


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = pdf_with(tmp_path / "a.pdf", with_manifest(SOUND))

    def fails(_path: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(WriteError, match="No space left"):
        unpack(path, tmp_path / "new")
    assert [one.name for one in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize(
    "name",
    [
        *("../out.yaml", "content/../../out.yaml", "/etc/out", "content//a.yaml", "content/./a.yaml", "", "content/"),
        *("C:/out.yaml", "content\\a.yaml", "c:a.yaml", "content/a.yaml:stream", "//server/share/a"),
        *(
            "content/a\x00.yaml",
            "content/a\n.yaml",
            "content/\u202egpj.yaml",
            "content/a\x1b[2J.yaml",
            "content/a\u200b",
        ),
        *("content/con", "content/NUL.yaml", "COM1", "content/lpt¹.txt", "content/aux.tar.gz"),
        *(".git/hooks/post-checkout", "content/.hidden", "content/a.", "content/a ", " content/a", "content/a?"),
        *("a/" * 20 + "a", "x" * 250, "content/" + "é" * 130 + ".yaml"),
    ],
)
def test_a_name_that_leads_out_or_astray_is_refused(tmp_path: Path, name: str) -> None:
    files = with_manifest(SOUND | {name: b"out"})
    words = refused(pdf_with(tmp_path / "a.pdf", files), tmp_path / "new")
    assert words.isprintable()
    assert "is not unpacked: " in words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("content/a.yaml", "content/A.yaml"),
        ("content/é.yaml", "content/e\u0301.yaml"),
        ("content/straße", "content/STRASSE"),
        ("content/a", "content/a/b.yaml"),
        ("content/A", "content/a/b.yaml"),
    ],
)
def test_names_that_are_one_to_some_system_are_refused(tmp_path: Path, one: str, other: str) -> None:
    files = with_manifest(SOUND | {one: b"1", other: b"2"})
    words = refused(pdf_with(tmp_path / "a.pdf", files), tmp_path / "new")
    assert "one name" in words or "and a folder for" in words


def test_a_name_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    path = pdf_with(tmp_path / "a.pdf", [*with_manifest(SOUND), ("templates/base.html", b"other")])
    assert "two files inside have one name" in refused(path, tmp_path / "new")


def _other_key(pdf: pikepdf.Pdf) -> None:
    names_of(pdf).Names[0] = pikepdf.String("content/other.yaml")


def _other_plain_name(pdf: pikepdf.Pdf) -> None:
    place_of(pdf).F = pikepdf.String("../other.yaml")


@pytest.mark.parametrize("change", [_other_key, _other_plain_name])
def test_a_file_has_one_name_wherever_it_is_given(tmp_path: Path, change: Change) -> None:
    assert "two names" in refused(pdf_with(tmp_path / "a.pdf", with_manifest(SOUND), change), tmp_path / "new")


def _no_names(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Names


def _names_are_a_number(pdf: pikepdf.Pdf) -> None:
    names_of(pdf).Names = 7


def _odd_names(pdf: pikepdf.Pdf) -> None:
    names_of(pdf).Names.append(pikepdf.String("more"))


def _no_stream(pdf: pikepdf.Pdf) -> None:
    place_of(pdf).EF.F = pikepdf.Dictionary()


def _nothing_there(pdf: pikepdf.Pdf) -> None:
    del place_of(pdf).EF


def _circle(pdf: pikepdf.Pdf) -> None:
    tree = pdf.make_indirect(names_of(pdf))
    pdf.Root.Names.EmbeddedFiles = tree
    tree.Kids = pikepdf.Array([tree])


def _foreign_packing(pdf: pikepdf.Pdf) -> None:
    place_of(pdf).EF.F.write(b"00>", filter=pikepdf.Name.ASCIIHexDecode)


def _packed_twice(pdf: pikepdf.Pdf) -> None:
    body = zlib.compress(zlib.compress(b"x"))
    place_of(pdf).EF.F.write(body, filter=pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode]))


def _cut_short(pdf: pikepdf.Pdf) -> None:
    place_of(pdf).EF.F.write(zlib.compress(b"word " * 900)[:-9], filter=pikepdf.Name.FlateDecode)


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (_no_names, "no manifest"),
        (_names_are_a_number, "damaged"),
        (_odd_names, "damaged"),
        (_no_stream, "damaged"),
        (_nothing_there, "damaged"),
        (_circle, "damaged"),
        (_foreign_packing, "not ours"),
        (_packed_twice, "not ours"),
        (_cut_short, "damaged"),
    ],
)
def test_a_file_that_is_built_wrongly_is_refused(tmp_path: Path, change: Change, word: str) -> None:
    assert word in refused(pdf_with(tmp_path / "a.pdf", with_manifest(SOUND), change), tmp_path / "new")


@pytest.mark.parametrize("body", [b"", b"no PDF at all", b"%PDF-1.7\n%%EOF", b"\x00" * 5000])
def test_what_is_no_pdf_is_said(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(body)
    assert "it is no PDF, or it is damaged" in refused(tmp_path / "a.pdf", tmp_path / "new")


def test_a_pdf_cut_anywhere_is_refused_or_whole(tmp_path: Path) -> None:
    whole = pdf_with(tmp_path / "a.pdf", with_manifest(SOUND)).read_bytes()
    for end in range(0, len(whole) - 8, len(whole) // 8):
        (tmp_path / "a.pdf").write_bytes(whole[:end])
        assert "damaged" in refused(tmp_path / "a.pdf", tmp_path / "new")


def test_an_encrypted_pdf_is_said(tmp_path: Path) -> None:
    for password in ("", "secret"):
        locks = pikepdf.Encryption(owner="owner", user=password)
        path = pdf_with(tmp_path / "a.pdf", with_manifest(SOUND), encryption=locks)
        assert "it is encrypted" in refused(path, tmp_path / "new")


def test_a_file_that_was_changed_is_said_by_name(tmp_path: Path) -> None:
    files = [*(SOUND | {"templates/base.html": b"<evil>"}).items(), ("manifest.json", manifest_of(SOUND))]
    words = refused(pdf_with(tmp_path / "a.pdf", files), tmp_path / "new")
    assert "“templates/base.html” inside is not the one" in words


def test_a_file_that_was_taken_out_or_slipped_in_is_said_by_name(tmp_path: Path) -> None:
    more = SOUND | {"styles/more.css": b""}
    out = pdf_with(tmp_path / "a.pdf", [*SOUND.items(), ("manifest.json", manifest_of(more))])
    assert "“styles/more.css”, which its manifest lists, is not inside" in refused(out, tmp_path / "new")
    slipped = pdf_with(tmp_path / "a.pdf", [*more.items(), ("manifest.json", manifest_of(SOUND))])
    assert "“styles/more.css” is inside, but" in refused(slipped, tmp_path / "new")


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"inputs": []}',
        b'{"inputs": {"a": 3}}',
        b'{"inputs": {"a": {"sha256": 3}}}',
        manifest_of(SOUND, brief="small; rm -rf ~"),
        manifest_of(SOUND, brief=None),
        manifest_of(SOUND, locale="$(reboot)"),
    ],
)
def test_a_manifest_that_says_nothing_sound_is_refused(tmp_path: Path, manifest: bytes) -> None:
    path = pdf_with(tmp_path / "a.pdf", [*SOUND.items(), ("manifest.json", manifest)])
    assert "manifest" in refused(path, tmp_path / "new")


def test_a_pdf_of_others_is_said(tmp_path: Path) -> None:
    assert "not made by “report build”" in refused(pdf_with(tmp_path / "a.pdf", []), tmp_path / "new")
    path = pdf_with(tmp_path / "a.pdf", [("invoice.xml", b"<invoice/>")])
    assert "not made by “report build”" in refused(path, tmp_path / "new")


def test_a_file_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = pdf_with(tmp_path / "a.pdf", [("content/a", b"\x00" * (limits.ONE_BYTES + 1))])
    assert path.stat().st_size < limits.ONE_BYTES / 100
    assert "is larger than 20 MiB" in refused(path, tmp_path / "new")


def test_files_that_unpack_to_too_much_together_are_refused(tmp_path: Path) -> None:
    def shared(pdf: pikepdf.Pdf) -> None:
        body = packed(pdf, b"\x00" * limits.ONE_BYTES)
        for number in range(20):
            place_of(pdf, number).EF.F = body

    path = pdf_with(tmp_path / "a.pdf", [(f"content/{number}", b"x") for number in range(20)], shared)
    assert "larger than 100 MiB together" in refused(path, tmp_path / "new")


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    path = pdf_with(tmp_path / "a.pdf", [(f"content/{number}", b"") for number in range(limits.COUNT + 1)])
    assert "more than 2000 files" in refused(path, tmp_path / "new")


def test_a_bomb_that_the_library_would_unpack_is_stopped_by_the_system(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(_with_packed_objects(1536 << 20))
    assert (tmp_path / "a.pdf").stat().st_size < 8 << 20
    words = refused(tmp_path / "a.pdf", tmp_path / "new")
    assert "memory" in words or "damaged" in words
    (tmp_path / "a.pdf").write_bytes(_with_packed_objects(1 << 20))
    assert "no manifest" in refused(tmp_path / "a.pdf", tmp_path / "new")


def _with_packed_objects(size: int) -> bytes:
    """A PDF whose catalog stands in a stream of objects that unpacks to so many bytes."""
    packer = zlib.compressobj(1)
    catalog = b"2 0 << /Type /Catalog /Pages << /Type /Pages /Kids [] /Count 0 >> >> "
    pieces = [packer.compress(catalog)]
    block = b" " * (1 << 20)
    pieces.extend(packer.compress(block) for _ in range(size >> 20))
    packed = b"".join(pieces) + packer.flush()
    head = b"%PDF-1.7\n"
    stream = (
        b"1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\n"
    )
    body = head + stream % (len(packed), packed)
    rows = b"\x00\x00\x00\x00\x00\xff" + b"\x01\x00\x00\x00\x09\x00" + b"\x02\x00\x00\x00\x01\x00"
    rows += b"\x01" + len(body).to_bytes(4, "big") + b"\x00"
    table = b"3 0 obj\n<< /Type /XRef /Size 4 /W [1 4 1] /Root 2 0 R /Length %d >>\nstream\n%s\nendstream\nendobj\n"
    return body + table % (len(rows), rows) + b"startxref\n%d\n%%%%EOF\n" % len(body)


def test_what_a_name_holds_never_reaches_the_terminal_as_it_is(tmp_path: Path) -> None:
    path = pdf_with(tmp_path / "a.pdf", with_manifest({"\x1b]0;owned\x07": b""}))
    words = refused(path, tmp_path / "new")
    assert "\\u001b]0;owned\\u0007" in words


def test_nothing_of_the_file_is_believed_without_its_manifest(tmp_path: Path) -> None:
    with pytest.raises(UnpackError, match="no manifest"):
        unpack(pdf_with(tmp_path / "a.pdf", list(SOUND.items())), tmp_path / "new")


def test_no_program_of_the_folder_where_the_caller_stands_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = pdf_with(tmp_path / "a.pdf", with_manifest(SOUND))
    for name in ("json.py", "zlib.py", "report.py", "pikepdf.py"):
        (tmp_path / name).write_text("from pathlib import Path; Path('was-run').touch(); raise SystemExit")
    monkeypatch.chdir(tmp_path)
    assert unpack(path, tmp_path / "new").names
    assert not (tmp_path / "was-run").exists()

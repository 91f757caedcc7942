"""What travels inside a PDF: every input as it is, and a manifest that lists them."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from report.model.output import Enclosure, Face, Origin
from report.publish.enclosing import enclose
from tests.support.editions import edition

FILES = {"LICENSE": b"Free.", "content/tiny/brief.yaml": b"title: T\n", "content/tiny/data/levels.csv": b"a,b\n"}


def enclosed(project: Path, face: Face) -> dict[str, Enclosure]:
    for name, body in FILES.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_bytes(body)
    origin = Origin(project, tuple(project / name for name in FILES), {"engine": "70.0"})
    return {one.name: one for one in enclose(edition(), (face,), origin)}


def face_in(folder: Path) -> Face:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "Face-Regular.ttf").write_bytes(b"outlines")
    return Face("Face", 400, False, folder / "Face-Regular.ttf", "1.0", "OFL-1.1")


def test_every_input_is_enclosed_as_it_is(tmp_path: Path) -> None:
    found = enclosed(tmp_path, face_in(tmp_path / "faces"))
    assert {name: one.body for name, one in found.items() if name != "manifest.json"} == FILES
    assert list(found) == sorted(found)


def test_the_manifest_lists_every_input_with_its_checksum_and_says_which_edition_it_is(tmp_path: Path) -> None:
    record = json.loads(enclosed(tmp_path, face_in(tmp_path / "faces"))["manifest.json"].body)
    assert record["inputs"] == {name: {"sha256": sha256(body).hexdigest()} for name, body in FILES.items()}
    assert (record["brief"], record["locale"], record["version"], record["date"]) == (
        "tiny",
        "en-GB",
        "1.0",
        "2020-02-29",
    )
    assert record["made-with"] == {"engine": "70.0"}
    assert [face["file"] for face in record["faces"]] == ["Face-Regular.ttf"]
    assert "outputs" not in record


def test_each_file_says_what_it_is_and_what_it_is_to_the_text(tmp_path: Path) -> None:
    found = enclosed(tmp_path, face_in(tmp_path / "faces"))
    assert {name: (one.media_type, one.relationship) for name, one in found.items()} == {
        "LICENSE": ("text/plain", "Supplement"),
        "content/tiny/brief.yaml": ("application/yaml", "Source"),
        "content/tiny/data/levels.csv": ("text/csv", "Data"),
        "manifest.json": ("application/json", "Data"),
    }


def test_nothing_says_in_which_folder_it_was_made(tmp_path: Path) -> None:
    one = enclosed(tmp_path / "one", face_in(tmp_path / "faces"))
    face = face_in(tmp_path / "elsewhere" / "faces")
    assert one == enclosed(tmp_path / "two", replace(face, weight=400))

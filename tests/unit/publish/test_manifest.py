"""The manifest: what was written, what was noticed, and what went out before under the same version."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from report.findings import Finding, Mark
from report.model.output import Artifact, Face, Medium, Origin
from report.publish.manifest import manifest_of, remembering
from report.publish.names import artifact_name, reference_file_names
from tests.support import editions
from tests.support.press import shipped
from tests.support.projects import ROOT

VALIDATOR = Draft202012Validator(json.loads((ROOT / "docs/manifest.schema.json").read_text(encoding="utf-8")))
MARK = Mark("content/tiny/brief.yaml", 2, 3)


def record(folder: Path, digest: str = "a", findings: tuple[Finding, ...] = ()) -> dict[str, Any]:
    """Make the manifest of a small edition with a PDF of this digest and a file of references."""
    (folder / "brief.yaml").write_text("title: Tiny\n", encoding="utf-8")
    edition = editions.edition()
    artifacts = (
        Artifact(folder / artifact_name(edition, "paged"), digest * 64),
        Artifact(folder / reference_file_names(edition)["ris"], "f" * 64),
    )
    origin = Origin(folder, (folder / "brief.yaml",), {"weasyprint": "70.0"})
    made: dict[str, Any] = json.loads(manifest_of(edition, (), origin, artifacts, None, findings))
    return made


def test_outputs_have_their_medium_and_digest(tmp_path: Path) -> None:
    assert record(tmp_path)["outputs"] == {
        "tiny.en-GB.pdf": {"medium": "paged", "sha256": "a" * 64},
        "tiny.en-GB.references.ris": {"medium": "references", "sha256": "f" * 64},
    }


def test_findings_are_in_order_and_name_the_output_they_were_noticed_in(tmp_path: Path) -> None:
    first, last = Finding("CIT-003", MARK, "nobody cites it"), Finding("PRE-012", MARK, "white", file="tiny.en-GB.pdf")
    assert record(tmp_path, findings=(last, first, first))["findings"] == [
        {"code": "CIT-003", "severity": "warning", "place": str(MARK), "message": "nobody cites it"},
        {
            "code": "PRE-012",
            "severity": last.severity.value,
            "place": str(MARK),
            "message": "white",
            "output": "tiny.en-GB.pdf",
        },
    ]


@pytest.mark.parametrize(("medium", "has_profile"), [("press", True), ("booklet", True), ("paged", False)])
def test_the_profile_of_files_for_the_press_is_named_by_its_digest(
    medium: Medium, has_profile: bool, tmp_path: Path
) -> None:
    edition, profile = shipped()
    artifact = Artifact(tmp_path / artifact_name(edition, medium), "a" * 64)
    made = json.loads(manifest_of(edition, (), Origin(tmp_path, (), {}), (artifact,), profile))
    named = {"condition": "CGATS TR 001", "description": profile.description, "sha256": profile.sha256}
    assert made.get("profile") == (named if has_profile else None)


@pytest.mark.parametrize(("medium", "families"), [("paged", {"Face"}), ("screen", set())])
def test_faces_are_those_that_a_printed_edition_is_made_from(
    medium: Medium, families: set[str], tmp_path: Path
) -> None:
    (tmp_path / "face.otf").write_bytes(b"a face")
    faces = (Face("Face", 400, False, tmp_path / "face.otf", "1.0", "OFL-1.1"),)
    artifact = Artifact(tmp_path / artifact_name(editions.edition(), medium), "a" * 64)
    made = json.loads(manifest_of(editions.edition(), faces, Origin(tmp_path, (), {}), (artifact,)))
    assert {one["family"] for one in made["faces"]} == families


def test_it_has_the_form_that_is_told(tmp_path: Path) -> None:
    made = record(tmp_path, findings=(Finding("CIT-003", MARK, "nobody cites it"),))
    assert [one.message for one in VALIDATOR.iter_errors(made)] == []
    assert list(VALIDATOR.iter_errors(made | {"more": 1}))
    assert list(VALIDATOR.iter_errors(made | {"format": 2}))


def test_what_went_out_before_is_remembered(tmp_path: Path) -> None:
    path = tmp_path / "manifest.json"
    for digest in "abab":
        path.write_bytes(remembering(json.dumps(record(tmp_path, digest)).encode(), path))
    outputs = json.loads(path.read_bytes())["outputs"]
    assert outputs["tiny.en-GB.pdf"] == {"medium": "paged", "sha256": "b" * 64, "earlier": ["a" * 64]}
    assert "earlier" not in outputs["tiny.en-GB.references.ris"]
    assert [one.message for one in VALIDATOR.iter_errors(json.loads(path.read_bytes()))] == []


@pytest.mark.parametrize("before", [None, b"", b"[]", b'{"outputs": [1]}', b'{"outputs": {"a": {}}}', b"[" * 100_000])
def test_what_is_no_manifest_is_no_memory(tmp_path: Path, before: bytes | None) -> None:
    if before is not None:
        (tmp_path / "before.json").write_bytes(before)
    assert remembering(b"{}", tmp_path / "before.json") == b"{}"

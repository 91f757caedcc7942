"""The manifest says for which printing condition the files for the press were made, and by which profile."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from report.model.output import Artifact, Medium, Origin
from report.publish import publish
from tests.support.press import a_page, paged_proof, shipped


@pytest.mark.parametrize(("medium", "has_profile"), [("press", True), ("booklet", True), ("paged", False)])
def test_the_profile_is_named_by_its_digest(medium: Medium, has_profile: bool, tmp_path: Path) -> None:
    edition, profile = shipped()
    proof = paged_proof(a_page("q Q"))
    proof = type(proof)(medium, proof.body, proof.galley)
    origin = Origin(tmp_path, (), {})
    artifacts: tuple[Artifact, ...] = publish(edition, [proof], (), origin, tmp_path / "dist", profile)
    manifest = json.loads((artifacts[0].path.parent / "manifest.json").read_text(encoding="utf-8"))
    named = {"condition": "CGATS TR 001", "description": profile.description, "sha256": profile.sha256}
    assert manifest.get("profile") == (named if has_profile else None)

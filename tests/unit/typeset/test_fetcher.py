"""What the engine may read: files of the project and the declared faces."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.model.output import Face
from report.typeset.addresses import PROJECT, face_address
from report.typeset.fonts import no_machine_fonts

with no_machine_fonts():
    from report.typeset.fetcher import ProjectFetcher


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    path = tmp_path / "secret.txt"
    path.write_text("secret")
    return path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "a b.png").write_bytes(b"png")
    return folder


def test_a_file_of_the_project_is_served(project: Path) -> None:
    assert ProjectFetcher(project, ()).fetch(f"{PROJECT}a%20b.png").read() == b"png"


def test_a_declared_face_is_served_and_its_neighbour_is_not(project: Path, outside: Path) -> None:
    path = outside.with_name("face.ttf")
    path.write_bytes(b"face")
    face = Face("Face", 400, False, path, "1", "OFL-1.1")
    fetcher = ProjectFetcher(project, (face,))
    assert fetcher.fetch(face_address(face)).read() == b"face"
    with pytest.raises(ValueError, match="only files of the project"):
        fetcher.fetch(face_address(face).replace("face.ttf", "secret.txt"))
    with pytest.raises(ValueError, match="only files of the project"):
        fetcher.fetch(outside.as_uri())


def test_no_path_and_no_link_leads_out_of_the_project(project: Path, outside: Path) -> None:
    (project / "link.png").symlink_to(outside)
    fetcher = ProjectFetcher(project, ())
    for name in ("link.png", "../secret.txt", "%2e%2e/secret.txt", "/etc/hostname"):
        with pytest.raises(ValueError, match="outside the project"):
            fetcher.fetch(PROJECT + name)


@pytest.mark.parametrize("address", ["https://example.org/a.png", "http://127.0.0.1/", "ftp://example.org/a"])
def test_there_is_no_network(project: Path, address: str) -> None:
    with pytest.raises(ValueError, match="only files of the project"):
        ProjectFetcher(project, ()).fetch(address)

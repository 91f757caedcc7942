"""``report publish``: what was frozen goes out, all of it, in the folder of its version; a build never touches that."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from report.cli import main
from tests.support.manual_page import translate, write_project

pytestmark = pytest.mark.slow
WITHOUT_PRINTER = "press:"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small brief in two languages, complete, of a house without a printer, frozen as 1.0."""
    folder = write_project(tmp_path_factory.mktemp("publishing") / "project", has_design=True)
    house = folder / "content/house.yaml"
    house.write_text(house.read_text(encoding="utf-8").partition(f"\n{WITHOUT_PRINTER}")[0] + "\n", encoding="utf-8")
    translate(folder)
    assert main(["freeze", "tides", "1.0", "--project", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def published(project: Path) -> Path:
    """The folder that the brief was published to."""
    assert main(["publish", "tides", "--jobs", "1", "--project", str(project)]) == 0
    return project / "dist/tides/1.0"


def test_every_edition_goes_to_the_folder_of_its_version(published: Path) -> None:
    assert sorted(path.name for path in published.iterdir()) == ["de", "en-GB"]
    assert {"tides.de.pdf", "tides.de.html", "manifest.json"} <= {path.name for path in (published / "de").iterdir()}


def test_what_goes_out_is_published_whatever_the_brief_says(published: Path) -> None:
    page = (published / "en-GB/tides.en-GB.html").read_text(encoding="utf-8")
    assert '<meta name="report.version" content="1.0">' in page
    assert '<meta name="report.state" content="published">' in page
    assert 'name="robots"' not in page
    assert b"<report:state>published</report:state>" in (published / "en-GB/tides.en-GB.pdf").read_bytes()
    record = json.loads((published / "en-GB/manifest.json").read_bytes())
    assert (record["version"], record["state"]) == ("1.0", "published")


def test_publishing_again_gives_the_same_bytes(project: Path, published: Path, tmp_path: Path) -> None:
    assert main(["publish", "tides", "--jobs", "2", "--project", str(project), "--out", str(tmp_path)]) == 0
    assert _bytes(tmp_path / "tides/1.0") == _bytes(published)


def test_a_build_is_the_draft_of_the_next_version_and_leaves_what_went_out(project: Path, published: Path) -> None:
    before = _bytes(published)
    assert main(["build", "tides", "--medium", "screen", "--project", str(project)]) == 0
    assert _bytes(published) == before
    page = (project / "dist/tides/en-GB/tides.en-GB.html").read_text(encoding="utf-8")
    assert '<meta name="report.version" content="1.1-draft">' in page
    assert '<meta name="dcterms.identifier" content="tides/en-GB/1.1-draft">' in page
    assert '<meta name="robots" content="noindex">' in page


def test_nothing_goes_out_while_one_edition_is_held(
    project: Path, published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert published.is_dir()
    catalog = project / "content/tides/locale/de/LC_MESSAGES/brief.po"
    sound = catalog.read_text(encoding="utf-8")
    # The translation says otherwise what the source text says still.
    changed = sound.replace('msgstr "Ada Example"', 'msgstr "Ada Beispiel"')
    assert changed != sound
    try:
        catalog.write_text(changed, encoding="utf-8")
        assert main(["publish", "tides", "--jobs", "1", "--project", str(project), "--out", str(tmp_path)]) == 1
    finally:
        catalog.write_text(sound, encoding="utf-8")
    assert "REV-006: this is not as it was frozen as 1.0: the authors" in capsys.readouterr().err
    assert list(tmp_path.rglob("*.pdf")) == []


def _bytes(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}

"""One thing is touched, and exactly what was made of it is made again."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import fontpkg_spectral
import pytest

from report.cli import main
from report.incremental import stock
from report.model.output import Medium
from tests.support.rebuilds import EVERYTHING, LOCALES, SLUGS, Artifact, files_in, outdated, reasons
from tests.support.shipped import change

PRINTED: tuple[Medium, ...] = ("paged", "press", "booklet")
NOTHING: frozenset[Artifact] = frozenset()


def of(
    slugs: Iterable[str] = SLUGS, locales: Iterable[str] = LOCALES, media: Iterable[Medium] = ("screen", *PRINTED)
) -> frozenset[Artifact]:
    wanted = {(slug, locale, medium) for slug in slugs for locale in locales for medium in media}
    return frozenset(one for one in EVERYTHING if one in wanted)


# What is touched, and what is made again. The pages for readers enclose what they were made from: templates and sheets
# of the screen too, the glossary, the rules of preflight. So they are made again where the others are not.
TOUCHED = {
    "content/small/sections/introduction.yaml": of(["small"]),
    "content/small/brief.yaml": of(["small"]),
    "content/small/references.bib": of(["small"]),
    "content/other/references.bib": of(["other"]),
    "content/small/figures/levels.svg": of(["small"]),
    "content/small/data/levels.csv": of(["small"]),
    "content/small/locale/de/LC_MESSAGES/brief.po": of(["small"], ["de"]),
    "templates/locale/de/LC_MESSAGES/house.po": of(SLUGS, ["de"]),
    "content/house.yaml": EVERYTHING,
    "content/citation-styles/ours.yaml": EVERYTHING,
    "content/glossary.yaml": of(media=["paged"]),
    "content/preflight/press.yaml": of(media=["paged", "press"]),
    "LICENSE": of(media=["paged"]),
    "templates/brief.html": EVERYTHING,
    "templates/macros/legends.html": EVERYTHING,  # a macro of the macro of figures
    "templates/media/paged/notes.html": of(media=PRINTED),
    "templates/media/screen/notes.html": of(media=["screen", "paged"]),
    "styles/parts/figures.css": EVERYTHING,
    "styles/parts/notes.paged.css": of(media=PRINTED),
    "styles/parts/notes.screen.css": of(media=["screen", "paged"]),
    "styles/paged.css": of(media=PRINTED),
    "styles/screen.css": of(media=["screen", "paged"]),
}


def test_nothing_is_made_again_while_nothing_is_touched(project: Path) -> None:
    assert outdated(project) == NOTHING


@pytest.mark.parametrize("name", TOUCHED)
def test_what_is_touched_has_its_dependants_made_again(project: Path, name: str) -> None:
    path = project / name
    path.write_bytes(path.read_bytes() + b"\n")
    assert outdated(project) == TOUCHED[name]
    assert reasons(project) == {f"{name.removeprefix('content/small/').removeprefix('content/other/')} changed"}


@pytest.mark.parametrize("name", TOUCHED)
def test_a_time_stamp_decides_nothing(project: Path, name: str) -> None:
    path = project / name
    body = path.read_bytes()
    path.unlink()
    path.write_bytes(body)
    assert outdated(project) == NOTHING


@pytest.mark.parametrize("name", ["README.md", "content/small/notes.txt", "content/small/sections/.lock", "docs/a.md"])
def test_what_nothing_is_made_of_has_no_dependants(project: Path, name: str) -> None:
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_text("a comment", encoding="utf-8")
    assert outdated(project) == NOTHING


def test_new_faces_make_new_pages_and_no_new_web_page(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = project.parent / "elsewhere" / "fontpkg_spectral"
    shutil.copytree(Path(fontpkg_spectral.__file__).parent, package)
    monkeypatch.syspath_prepend(package.parent)
    assert outdated(project) == NOTHING
    change(package / "metadata.json", '"version": "2.005"', '"version": "2.100"')
    assert outdated(project) == of(media=PRINTED)
    assert reasons(project) == {"Spectral 2.005 → 2.100"}


def test_faces_that_were_drawn_anew_make_new_pages(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = project.parent / "elsewhere" / "fontpkg_spectral"
    shutil.copytree(Path(fontpkg_spectral.__file__).parent, package)
    monkeypatch.syspath_prepend(package.parent)
    face = next(iter(sorted(package.rglob("*.ttf"))))
    face.write_bytes(face.read_bytes() + b"\0")
    assert outdated(project) == of(media=PRINTED)
    assert reasons(project) == {"the faces of Spectral changed"}


def test_another_engine_makes_everything_new(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project.parent / "elsewhere" / "weasyprint-71.0.dist-info").mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [str(project.parent / "elsewhere"), *sys.path])
    assert outdated(project) == EVERYTHING
    assert reasons(project) == {"weasyprint 70.0 → 71.0"}


def test_another_native_library_makes_everything_new(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = stock.native_versions()
    monkeypatch.setattr(stock, "native_versions", lambda: found | {"Pango": "1.99"})
    assert outdated(project) == EVERYTHING
    assert reasons(project) == {f"Pango {found['Pango']} → 1.99"}


def test_another_program_makes_everything_new(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = project.parent / "elsewhere" / "report"
    code.mkdir(parents=True)
    (code / "cli.py").write_text("pass\n", encoding="utf-8")
    monkeypatch.setattr(stock, "_REPORT", code)
    assert outdated(project) == EVERYTHING
    assert reasons(project) == {"the program changed"}


def test_another_profile_of_the_printer_makes_new_files_for_the_press(built: Path, project: Path) -> None:
    profile = built.parent / "printer.icc"
    body = profile.read_bytes()
    try:
        profile.write_bytes(body + b"\0")
        assert outdated(project) == of(media=["press", "booklet"])
        assert reasons(project) == {"printer.icc changed"}
    finally:
        profile.write_bytes(body)


def add_pack(project: Path) -> None:
    path = project / "content/locales/de/pack.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("terms:\n  ibid: A. a. O.\n", encoding="utf-8")


def add_template(project: Path) -> None:
    shutil.copy(project / "templates/macros/legends.html", project / "templates/media/screen/")
    (project / "templates/media/screen/macros").mkdir()
    (project / "templates/media/screen/legends.html").rename(project / "templates/media/screen/macros/legends.html")


def drop_glossary(project: Path) -> None:
    (project / "content/glossary.yaml").unlink()


# What comes and goes; nobody had named it, so it is found when the edition is read.
CAME_OR_WENT: dict[str, tuple[Callable[[Path], None], frozenset[Artifact]]] = {
    "a locale pack, which the words of any citation may be of": (add_pack, EVERYTHING),
    "a template of the screen before the one of both media": (add_template, of(media=["screen", "paged"])),
    "the glossary": (drop_glossary, of(media=["paged"])),
}


@pytest.mark.slow
@pytest.mark.parametrize("what", CAME_OR_WENT)
def test_what_comes_or_goes_has_its_dependants_made_again(
    project: Path, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    act, expected = CAME_OR_WENT[what]
    act(project)
    assert main(["build", "--jobs", "1", "--project", str(project)]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if "rebuilt" in line and ".references." not in line]
    endings = {"html": "screen", "press.pdf": "press", "booklet.pdf": "booklet", "pdf": "paged"}
    rebuilt = set()
    for line in lines:
        slug, locale, ending = Path(line.split("  ")[0]).name.split(".", 2)
        rebuilt.add((slug, locale, endings[ending]))
    assert rebuilt == expected
    assert outdated(project) == NOTHING


@pytest.mark.slow
def test_what_is_made_again_has_the_bytes_of_what_is_made_anew(project: Path) -> None:
    for name, before, after in (
        ("content/small/sections/introduction.yaml", "why it is asked now", "why it is asked today"),
        ("content/other/locale/de/LC_MESSAGES/brief.po", "It says what question", "It tells what question"),
        ("styles/parts/notes.screen.css", "}", "} "),
    ):
        path = project / name
        text = path.read_text(encoding="utf-8")
        path.write_text(after.join(text.rsplit(before, 1)), encoding="utf-8")
        assert main(["build", "--jobs", "1", "--project", str(project)]) == 0
    warm = files_in(project / "dist")
    shutil.rmtree(project / "dist")
    assert main(["build", "--jobs", "1", "--project", str(project)]) == 0
    assert warm == files_in(project / "dist")

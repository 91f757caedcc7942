"""A project of two briefs in two locales, with all that an artifact may depend on; and what is outdated in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import polib

from report.cli import main
from report.incremental.bench import Bench
from report.incremental.stock import Stock, makers
from report.incremental.wish import Wish
from report.model.output import MEDIA, Medium
from tests.support.projects import ROOT
from tests.support.shipped import change

SLUGS = ("small", "other")
LOCALES = ("en-GB", "de")
Artifact = tuple[str, str, Medium]
EVERYTHING: frozenset[Artifact] = frozenset(
    (slug, locale, medium) for slug in SLUGS for locale in LOCALES for medium in MEDIA
)
_FIGURES = """  - id: evidence-curve
    figure: figures/levels.svg
    caption: A curve
    alternative: Three lines rise slowly.
    source: Example Desk
    span: true
  - id: evidence-table
    table:
      columns:
        - title: Year
        - title: Quay
          numeric: true
      data: data/levels.csv
    caption: A table
    source: Example Desk
"""


def two_briefs(folder: Path) -> Path:
    """Make of a folder a project with two small briefs in two locales, and a house that has rules of its own."""
    project = folder / "project"
    for name in ("templates", "styles"):
        shutil.copytree(ROOT / name, project / name)
    (project / "content").mkdir()
    shutil.copy(ROOT / "LICENSE", project)
    for name in ("house.yaml", "glossary.yaml"):
        shutil.copy(ROOT / "content" / name, project / "content")
    for tag in ("ru", "fa"):
        shutil.rmtree(project / "templates/locale" / tag)
    _equip(project, folder)
    for slug in SLUGS:
        assert main(["new", slug, "--project", str(project)]) == 0
        own = project / "content" / slug
        change(own / "brief.yaml", "language: en-GB\n", "language: en-GB\neditions:\n  - locale: de\n    stale: keep\n")
    own = project / "content" / "small"
    for kind, name in (("figures", "levels.svg"), ("data", "levels.csv")):
        (own / kind).mkdir()
        shutil.copy(ROOT / "content/specimen" / kind / name, own / kind / name)
    (own / "data/levels.csv").write_text("Year,Quay\n2019,412\n2020,415\n", encoding="utf-8")
    section = own / "sections/evidence.yaml"
    section.write_text(section.read_text(encoding="utf-8") + _FIGURES, encoding="utf-8")
    change(section, "It is printed as\n", "See [#evidence-curve] and [#evidence-table]. It is printed as\n")
    assert main(["catalog", "update", "--project", str(project)]) == 0
    for slug in SLUGS:
        _translate(project / "content" / slug / "locale/de/LC_MESSAGES/brief.po")
    return project


def _translate(path: Path) -> None:
    """Translate a catalog by saying the same."""
    catalog = polib.pofile(str(path))
    for message in catalog:
        message.msgstr = message.msgid
    catalog.save()


def _equip(project: Path, folder: Path) -> None:
    """Give the house a printer with a profile of his own, a locale pack, a style of citing, rules of preflight."""
    shutil.copy("/usr/share/color/icc/ghostscript/default_cmyk.icc", folder / "printer.icc")
    house = project / "content/house.yaml"
    change(house, "/usr/share/color/icc/ghostscript/default_cmyk.icc", str(folder / "printer.icc"))
    house.write_text(house.read_text(encoding="utf-8") + "citations:\n  style: ours\n", encoding="utf-8")
    for name, words in (
        ("citation-styles/ours.yaml", "title: Ours\nextends: house-short-title\n"),
        ("preflight/press.yaml", "extends: press\n"),
    ):
        path = project / "content" / name
        path.parent.mkdir()
        path.write_text(words, encoding="utf-8")


def wish(project: Path, *, jobs: int = 1) -> Wish:
    """Everything there is of a project, into its own output folder."""
    return Wish(project, project / "dist", SLUGS, "", (), is_everything=True, jobs=jobs)


def outdated(project: Path) -> frozenset[Artifact]:
    """Return every artifact that a build would make again, as the ledgers have it."""
    bench = Bench(wish(project), Stock(project), makers(), lambda _words: None)
    plans = [bench.plan((slug, locale)) for slug in SLUGS for locale in LOCALES]
    return frozenset((one.slug, one.locale, medium) for one in plans for medium in one.outdated)


def reasons(project: Path) -> set[str]:
    """Return why artifacts would be made again."""
    bench = Bench(wish(project), Stock(project), makers(), lambda _words: None)
    plans = [bench.plan((slug, locale)) for slug in SLUGS for locale in LOCALES]
    return {why for one in plans for why in one.outdated.values()}


def files_in(folder: Path) -> dict[str, bytes]:
    """Return every file of an output folder that is for readers, by its path."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and ".ledger" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}

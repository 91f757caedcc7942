"""The plain brief after it went out: with errata, a second version, and texts that were frozen."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from report import production
from report.desk import Desk
from report.findings import Finding
from report.model.frozen import as_data, as_json, frozen_path
from report.model.output import Setting
from report.model.redline import Printing
from report.order import Order
from tests.support.findings import PLAIN, ROOT

SECOND = '  - version: "1.1"\n    date: 2020-06-01\n    note: A word *corrected*.\n'
CORRECTION = """\
  - id: said-word
    kind: correction
    version: "1.0"
    date: 2020-06-01
    target: [opening-words, matter-words]
    before: It was said
    after: It is said
    text: The opening spoke of the past.[@example2020, p. 7]
"""
ERRATUM = """\
  - id: point-word
    kind: erratum
    version: "1.1"
    date: 2020-06-20
    target: summary-point
    text: It says a little more.
"""
WITHDRAWAL = """\
  - id: taken-back
    kind: withdrawal
    version: "1.1"
    date: 2020-07-01
    text: It says too little.
"""


def project_with(folder: Path, *errata: str, second: str = SECOND, design: bool = False) -> Path:
    """Copy the plain brief and write errata beside it; with a ``second`` version listed, and the shipped design."""
    shutil.copytree(PLAIN, folder)
    for name in ("templates", "styles") if design else ():
        shutil.copytree(ROOT / name, folder / name)
    brief = folder / "content" / "plain" / "brief.yaml"
    brief.write_text(brief.read_text(encoding="utf-8") + second, encoding="utf-8")
    if errata:
        (brief.parent / "errata.yaml").write_text("errata:\n" + "".join(errata), encoding="utf-8")
    return folder


def prepared(project: Path, locale: str = "", *, published: bool = True) -> production.Prepared:
    """Prepare the brief, as if its text were the one that was published under the last number."""
    made, _ = prepared_with_findings(project, locale, published=published)
    return made


def prepared_with_findings(
    project: Path, locale: str = "", *, published: bool = True
) -> tuple[production.Prepared, list[Finding]]:
    """Prepare the brief, and return what was noticed on the way."""
    desk = Desk()
    made = production.prepare(Order(project, "plain", locale, ("paged", "screen")), desk)
    if published:
        edition = replace(made.edition, state="published", revision=made.edition.brief.revisions[-1])
        made = replace(made, edition=edition)
    return made, desk.findings


def body_of(made: production.Prepared, setting: Setting) -> bytes:
    """Make a medium of a prepared brief, preflight included, and return its bytes."""
    return production.produce(made, (setting,), Desk())[0].body


def freeze(made: production.Prepared, version: str) -> None:
    """Write the text of a prepared brief as it would be frozen under a number."""
    brief = made.edition.brief
    revision = next(one for one in brief.revisions if one.version == version)
    listed = brief.revisions[: brief.revisions.index(revision) + 1]
    edition = replace(made.edition, brief=replace(brief, revisions=listed), revision=revision, state="published")
    path = made.project / frozen_path(brief.slug, version, edition.locale)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(as_json(as_data(Printing(edition, made.apparatus))))

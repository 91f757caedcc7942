"""The page context and the render call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from jinja2 import TemplateError
from markupsafe import Markup

from report.compose.copy import copy_of, families_of
from report.compose.environment import environment, templates_in
from report.compose.process_colours import process_colours
from report.compose.revised import Marked
from report.compose.revised.old_order import old_order
from report.compose.sheet import one_sheet, sheets_of
from report.compose.strips import strips_of
from report.errors import ReportError
from report.model.apparatus import Apparatus
from report.model.edition import Edition
from report.model.output import Face, Galley, ReferenceFormat, Setting


def compose(  # noqa: PLR0913, PLR0917 - all that a page is made of
    edition: Edition,
    apparatus: Apparatus,
    medium: Setting,
    faces: tuple[Face, ...],
    project: Path,
    reference_files: Mapping[ReferenceFormat, str] = MappingProxyType({}),
    edition_pages: Mapping[str, str] = MappingProxyType({}),
    marked: Marked | None = None,
) -> Galley:
    """Set an edition with its apparatus in one medium.

    ``project`` is the folder with ``templates/`` and ``styles/``. Templates and sheets were validated before.
    ``reference_files`` are the names of the files of cited references that will stand beside the page, by format, and
    ``edition_pages`` the addresses of the pages of all the brief's editions, by locale; paper leads to neither.
    ``marked`` is the redline whose merged text the edition is.

    Raises:
        ReportError: a template fails although it was found sound.
    """
    brief = edition.brief
    if medium == "paged":
        reference_files, edition_pages = {}, {}
    sheet = one_sheet(project, medium, brief.house.design, edition.pack, is_redline=marked is not None)
    if marked and medium == "screen":
        sheet += old_order(marked.redline)
    setting = environment(project, edition, apparatus, medium, edition_pages, marked)
    try:
        html = setting.get_template("redline.html" if marked else "brief.html").render(
            edition=edition,
            brief=brief,
            house=brief.house,
            apparatus=apparatus,
            strips=strips_of(brief),
            sheet=Markup(sheet) if medium == "screen" else "",
            families=families_of(faces, medium),
            reference_files=reference_files,
            edition_pages=edition_pages,
            redline=marked.redline if marked else None,
            changes=marked.changes if marked else (),
        )
    except TemplateError as error:
        raise ReportError(f"a template failed: {error}") from error
    copy = copy_of(edition, apparatus, medium, faces, marked)
    copy = replace(copy, files=tuple(reference_files.values()), editions=tuple(edition_pages.values()))
    inks = process_colours(sheet) if medium == "paged" else ()
    sources = (path.relative_to(project).as_posix() for path in (*templates_in(setting), *sheets_of(project, medium)))
    return Galley(html, sheet, medium, faces, copy, str(brief.mark), inks, tuple(sources))

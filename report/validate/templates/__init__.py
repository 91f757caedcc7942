"""Templates are well-formed and use only what exists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from report.compose.environment import bare_environment
from report.findings import Checked, Finding
from report.model.output import SETTINGS, Setting
from report.validate.crossing import Names
from report.validate.source import Source, one_a_line
from report.validate.templates.attributes import check_attributes, check_words
from report.validate.templates.book import Book, Template, bound
from report.validate.templates.defined import check_definitions
from report.validate.templates.markup import Markup, read_markup
from report.validate.templates.names import check_names
from report.validate.templates.nesting import check_nesting
from report.validate.templates.scanner import Piece, pieces_of
from report.validate.templates.syntax import parse
from report.validate.templates.tags import Nesting
from report.validate.templates.written import check_ids, names_of


def check_templates(project: Path, sources: Sequence[Source]) -> Checked[Names]:
    """Return what the templates write for sheets to find, and every mistake in them."""
    setting = bare_environment(project, "paged")
    findings: list[Finding] = []
    templates: list[Template] = []
    marked: list[tuple[Source, Sequence[Piece], Markup]] = []
    for source in sources:
        told: list[Finding] = []
        pieces = tuple(pieces_of(source, told))
        markup = read_markup(source, pieces)
        told += check_nesting(source, pieces, markup)
        tree = parse(setting, source, pieces, told)
        told += _written(source, markup, is_sound=not told)
        findings += one_a_line(told)
        templates.append(bound(Template(*_name(source.path), source, pieces, tree)))
        marked.append((source, pieces, markup))
    book = Book(tuple(templates), setting)
    usage = check_names(book)
    findings += (*usage.findings, *check_definitions(book, usage.value.read), *check_ids(marked, book))
    return Checked(names_of(marked, usage.value.arguments), tuple(findings))


def _written(source: Source, markup: Markup, *, is_sound: bool) -> Iterator[Finding]:
    """Yield what is wrong with the markup of a template; its nesting is looked at when its Jinja tags are sound."""
    yield from markup.findings
    if is_sound:
        yield from Nesting(source).follow(markup.events)
    yield from check_attributes(source, markup)
    yield from check_words(source, markup)


def _name(path: str) -> tuple[str, frozenset[Setting]]:
    """Return the name by which others call a template file, and the media that see it."""
    parts = PurePosixPath(path).parts[1:]
    for medium in SETTINGS:
        if parts[:2] == ("media", medium):
            return "/".join(parts[2:]), frozenset({medium})
    return "/".join(parts), frozenset(SETTINGS)

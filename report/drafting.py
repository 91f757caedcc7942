"""A brief as it is to become when a version is frozen: listed, its note translated, and nothing written yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from report.errors import UsageError
from report.findings import Checked, Finding, Mark
from report.load.catalogs import load_catalog, read_catalog
from report.load.files import text_of
from report.load.marked import read_yaml
from report.localize.updating import updated, wanted_of
from report.localize.writing import po_file
from report.model.catalog import Catalog, brief_catalog
from report.model.manuscript import ScalarNode, Stretch
from report.production import Reading
from report.revisions.listing import with_revision
from report.validate import validate


@dataclass(frozen=True, slots=True)
class Drafted:
    """A brief read as it is to become, and the files, by their paths from the project, that make it so."""

    reading: Reading
    files: Mapping[str, bytes]


def with_row(project: Path, reading: Reading, version: str, day: date, note: str) -> Drafted:
    """Return a brief in which a version is listed; what is wrong with its row is noticed in the manuscript.

    Raises:
        UsageError: the revisions are listed in a form in which no row can be put.
    """
    manuscript = reading.manuscript.value
    path = f"{manuscript.folder}/brief.yaml"
    written = (project / path).read_bytes().decode("utf-8")
    assert manuscript.brief is not None, "a sound brief has a file"
    changed = with_revision(written, manuscript.brief, version, day, note)
    if changed is None:
        raise UsageError(f"brief.yaml lists its revisions in a form of its own: write {version} into it yourself")
    body = changed.encode("utf-8")
    text = text_of(path, body)
    if text.value is None:
        return Drafted(replace(reading, manuscript=Checked(manuscript, text.findings)), {path: body})
    tree = read_yaml(text.value, path)
    listed = replace(manuscript, brief=tree.value)
    said = (*tree.findings, *(one for one in reading.manuscript.findings if one.mark.path != path))
    now = replace(reading, manuscript=Checked(listed, said), brief=validate(listed, reading.shelf))
    return Drafted(now, {path: body})


def with_notes(project: Path, drafted: Drafted, notes: Mapping[str, str]) -> Drafted:
    """Return a brief whose catalogs, brought up to date, have translations of the note of its last revision."""
    brief = drafted.reading.brief.value
    context = f"revisions/{len(brief.revisions)}/note"
    files: dict[str, bytes] = {}
    catalogs: dict[str, Checked[Catalog]] = {}
    for plan in brief.editions:
        if plan.locale in notes:
            catalog = load_catalog(project, brief_catalog(brief.slug, plan.locale), plan.mark).value
            catalog, _ = updated(catalog, wanted_of(brief.units), plan.locale, brief.slug)
            body = po_file(_with_translation(catalog, context, notes[plan.locale]))
            files[catalog.path] = body
            text = text_of(catalog.path, body)
            catalogs[plan.locale] = (
                read_catalog(text.value, catalog.path) if text.value is not None else Checked(catalog, text.findings)
            )
    return Drafted(replace(drafted.reading, catalogs=catalogs), {**drafted.files, **files})


def in_the_note(findings: Iterable[Finding], drafted: Drafted) -> tuple[Finding, ...]:
    """Return what holds a brief as it is to become; what is in files not written yet, in the words of the order."""
    options = dict.fromkeys(drafted.files, "--note")
    options |= {catalog.value.path: f"--note-for {locale}" for locale, catalog in drafted.reading.catalogs.items()}
    return tuple(
        replace(one, mark=Mark(options[one.mark.path])) if one.mark.path in options else one
        for one in findings
        if one.holds or one.mark.path not in options
    )


def _with_translation(catalog: Catalog, context: str, words: str) -> Catalog:
    messages = tuple(
        replace(
            one, translations=(ScalarNode(words, "text", one.mark, (Stretch(0, 1, 1),)),), is_fuzzy=False, previous=""
        )
        if one.context == context and not one.is_obsolete
        else one
        for one in catalog.messages
    )
    return replace(catalog, messages=messages)

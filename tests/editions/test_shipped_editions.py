"""The shipped editions: complete, with the same apparatus in every language, and readable back from their pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import fields, is_dataclass
from functools import cache
from io import StringIO
from pathlib import Path

import pytest

from report import production
from report.cli import main
from report.compose import compose
from report.model.edition import Edition
from report.model.text import CitedNames, CitedWork, CrossReference, Link, NoteCall
from report.publish.names import edition_pages, reference_file_names
from tests.support.read_back import READERS, lost_words, words_of
from tests.support.shipped import BRIEFS, LOCALES, ROOT, TRANSLATED, prepared

EDITIONS = [(slug, locale) for slug in BRIEFS for locale in LOCALES]
TRANSLATIONS = [(slug, locale) for slug in BRIEFS for locale in TRANSLATED]
LEAST_OF_PERSIAN = 0.9


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int, str]:
    """All editions of all briefs, from one command: where they are, its exit status, and what it said."""
    out = tmp_path_factory.mktemp("dist")
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()) as said:
        status = main(["build", "--project", str(ROOT), "--out", str(out)])
    return out, status, said.getvalue()


@cache
def edition(slug: str, locale: str) -> production.Prepared:
    return prepared(ROOT, slug, locale)[0]


def test_nothing_is_to_be_said_of_what_is_shipped(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--project", str(ROOT)]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(("slug", "locale"), TRANSLATIONS)
def test_every_text_is_translated_and_current(slug: str, locale: str) -> None:
    progress = edition(slug, locale).edition.progress
    assert (progress.missing, progress.stale, progress.unsettled) == (0, 0, 0)
    brief = production.read(ROOT, slug).brief.value
    assert progress.current == sum(len(unit.source.split()) for unit in (*brief.units, *brief.house.units))


@pytest.mark.parametrize(("slug", "locale"), TRANSLATIONS)
def test_each_block_has_the_notes_citations_and_links_of_the_source(slug: str, locale: str) -> None:
    source, translated = (by_block(edition(slug, tag).edition) for tag in ("en-GB", locale))
    assert sum(map(Counter.total, source.values())) > 20
    assert translated == source


@pytest.mark.parametrize(("slug", "locale"), TRANSLATIONS)
def test_the_whole_apparatus_is_that_of_the_source(slug: str, locale: str) -> None:
    source, translated = edition(slug, "en-GB").apparatus, edition(slug, locale).apparatus
    assert set(translated.notes) == set(source.notes)
    assert set(translated.targets) == set(source.targets)
    works = [
        {reference.key: frozenset(reference.notes) for group in one.bibliography for reference in group.references}
        for one in (source, translated)
    ]
    assert works[0] == works[1]
    sections = [Counter(note.section for note in one.notes.values()) for one in (source, translated)]
    assert sections[0] == sections[1]
    mentioned = [
        {note.id: Counter(mention.key for mention in note.mentions) for note in one.notes.values()}
        for one in (source, translated)
    ]
    assert mentioned[0] == mentioned[1]


def test_one_command_makes_every_edition_of_every_brief(shipped: tuple[Path, int, str]) -> None:
    out, status, said = shipped
    assert status == 0, said
    # A page may have white on it; all else that preflight says is an error.
    assert set(re.findall(r"\b(?:warning|error) ([A-Z]{3}-\d{3})", said)) <= {"PRE-012"}, said
    for slug, locale in EDITIONS:
        names = {path.name.removeprefix(f"{slug}.{locale}.") for path in (out / slug / locale).iterdir()}
        assert names == {
            "pdf",
            "html",
            "press.pdf",
            "booklet.pdf",
            "references.bib",
            "references.ris",
            "references.csl.json",
            "manifest.json",
        }


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(("slug", "locale"), EDITIONS)
def test_every_word_comes_back_from_the_pages(
    shipped: tuple[Path, int, str], slug: str, locale: str, reader: str
) -> None:
    pages = READERS[reader](shipped[0] / slug / locale / f"{slug}.{locale}.pdf")
    assert all(words_of([page]).total() > 30 for page in pages)
    wanted = words_of(passages(slug, locale))
    lost = lost_words(wanted, pages)
    share = 1 - lost.total() / wanted.total()
    assert wanted.total() > 1000
    figure = f"{slug} {locale}, {reader}: {share:.2%} of {wanted.total()} words; lost {lost.most_common(12)}"
    assert share >= (LEAST_OF_PERSIAN if locale == "fa" else 1), figure


def passages(slug: str, locale: str) -> Iterator[str]:
    """Yield every text that must be on the printed pages."""
    made = edition(slug, locale)
    files, pages = reference_file_names(made.edition), edition_pages(made.edition)
    copy = compose(made.edition, made.apparatus, "paged", made.faces, ROOT, files, pages).copy
    return (passage.text for passage in (*copy.body, *copy.notes))


def by_block(made: Edition) -> Mapping[str, Counter[Hashable]]:
    """Return, for each block and each other text, its notes, cited works with their places, and where it leads."""
    found: dict[str, Counter[Hashable]] = defaultdict(Counter)
    brief = made.brief
    texts = (brief.title, brief.subtitle, brief.standfirst, brief.summary, brief.sections, brief.house)
    for name, value in zip(("title", "subtitle", "standfirst", "summary", "sections", "house"), texts, strict=True):
        for block, what in apparatus_in(value, name):
            found[block][what] += 1
    return found


def apparatus_in(value: object, block: str) -> Iterator[tuple[str, Hashable]]:
    """Yield what a value holds of the apparatus, each with the nearest block it stands in."""
    if isinstance(value, tuple):
        for one in value:
            yield from apparatus_in(one, block)
        return
    if not is_dataclass(value):
        return
    match value:
        case NoteCall():
            yield block, ("note", value.id)
        case CitedWork():
            yield block, ("work", value.key, value.locator, value.without_names)
        case CitedNames():
            yield block, ("names", value.key)
        case CrossReference():
            yield block, ("reference", value.target)
        case Link():
            yield block, ("link", value.address)
        case _:
            block = getattr(value, "id", block)
    for one in fields(value):
        yield from apparatus_in(getattr(value, one.name), block)

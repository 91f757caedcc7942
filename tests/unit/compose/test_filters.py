"""What templates may call: words become markup in one place, and everything written is escaped there."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from typing import Literal

import pytest
from markupsafe import Markup

from report.compose.environment import environment
from report.compose.filters import tools
from report.model.apparatus import Apparatus, Mention, Note, Reference, Target
from report.model.blocks import PartialDate, Picture
from report.model.edition import Edition, Sibling
from report.model.output import Setting
from report.model.text import (
    CitedNames,
    CrossReference,
    Direction,
    Emphasis,
    Foreign,
    Link,
    NoteCall,
    ReferenceLink,
    Run,
    SmallCaps,
    Strong,
    Unsettled,
    Words,
)
from tests.support.editions import MARK, SHELF, edition, paragraph, section, timeline, words

PROJECT = Path(__file__).resolve().parents[3]
PICTURE = Picture("a b.png", "image/png", 1, 1, "")
NOTE = NoteCall("p-1", words("A note & more."), MARK)
LEADS = 'role="doc-biblioref" data-leads="To the entry in the bibliography"'


APPARATUS = Apparatus(
    notes={
        f"p-{number}": Note(f"p-{number}", number, str(number), NOTE.note, (Mention("un:a/70", "first"),), "one", MARK)
        for number in (1, 2)
    },
    bibliography=(),
    targets={
        "one": Target("one", "section", "I", "Section\u00a0I"),
        "steps": Target("steps", "figure", "1", "Figure\u00a01"),
    },
    names={("un:a/70", False): (Foreign(words("Общество & Co."), "ru", "ltr", MARK),)},
)


def in_persian() -> Edition:
    return replace(edition(section("one", "One")), locale="fa", direction="rtl", pack=SHELF.pack("fa"))


def called(medium: Setting = "screen", direction: Direction = "ltr") -> SimpleNamespace:
    """All that templates may call, for a tiny edition."""
    return called_for(replace(edition(section("one", "One", paragraph("p", NOTE))), direction=direction), medium)


def called_for(
    made: Edition, medium: Setting, project: Path = PROJECT, pages: Mapping[str, str] = MappingProxyType({})
) -> SimpleNamespace:
    """All that templates may call, for an edition in a medium."""
    found = tools(environment(PROJECT, made, APPARATUS, medium), made, APPARATUS, medium, project, pages)
    return SimpleNamespace(**found.filters, **found.functions, **found.tests)


@pytest.mark.parametrize(
    ("run", "markup"),
    [
        (Words('<script>&"', MARK), "&lt;script&gt;&amp;&#34;"),
        (Emphasis(words("x"), MARK), "<em>x</em>"),
        (Strong(words("x"), MARK), "<strong>x</strong>"),
        (SmallCaps(words("x"), MARK), '<span class="small-caps">x</span>'),
        (Foreign(words("x"), 'fr"><b>', "ltr", MARK), '<span lang="fr&#34;&gt;&lt;b&gt;">x</span>'),
        (Foreign(words("x"), "fa", "rtl", MARK), '<bdi lang="fa" dir="rtl">x</bdi>'),
        (CitedNames("un:a/70", False, MARK), '<span lang="ru">Общество &amp; Co.</span>'),
        (
            ReferenceLink((*words("A & "), Emphasis(words("b"), MARK)), "un:a/70", MARK),
            f'<a class="cited" href="#ref-un.3a.a.2f.70" {LEADS}>A &amp; <em>b</em></a>',
        ),
        (
            Link(words("x"), 'https://x.test/?a&"b', MARK),
            '<a class="link" href="https://x.test/?a&amp;&#34;b">x</a>',
        ),
        (CrossReference("steps", MARK), '<a class="cross-reference" href="#b-steps">Figure\u00a01</a>'),
        (CrossReference("one", MARK), '<a class="cross-reference" href="#s-one">Section\u00a0I</a>'),
    ],
)
def test_a_run_becomes_markup_with_everything_escaped(run: Run, markup: str) -> None:
    assert str(called().runs((run,))) == markup


def test_words_are_set_apart_from_the_text_they_run_against() -> None:
    inner = Foreign(words("د"), "fa", "rtl", MARK)
    outer = Foreign((*words("a "), inner), "en", "ltr", MARK)
    markup = '<bdi lang="en" dir="ltr">a <bdi lang="fa" dir="rtl">د</bdi></bdi>'
    assert str(called(direction="rtl").runs((outer,))) == markup


@pytest.mark.parametrize(("made", "markup"), [("ltr", '<span lang="en-GB">'), ("rtl", '<bdi lang="en-GB" dir="rtl">')])
def test_a_note_speaks_the_edition_s_language_where_foreign_words_call_it(made: Direction, markup: str) -> None:
    text = called(direction=made).runs((Foreign((*words("a."), NOTE), "fr", "ltr", MARK),))
    assert f"a.{markup}&#8288;<sup" in text
    assert "lang" not in called(direction=made).runs((NOTE,))


@pytest.mark.parametrize(
    ("made", "opening", "closing"),
    [("ltr", '<span lang="en-GB">', "</span>"), ("rtl", '<bdi lang="en-GB" dir="rtl">', "</bdi>")],
)
def test_labels_and_cited_names_speak_the_edition_s_language_among_foreign_words(
    made: Direction, opening: str, closing: str
) -> None:
    seen = (*words("voir "), CrossReference("one", MARK), *words(" de "), CitedNames("un:a/70", False, MARK))
    text = str(called(direction=made).runs((Foreign((Emphasis(seen, MARK),), "fr", "ltr", MARK),)))
    assert f'voir {opening}<a class="cross-reference" href="#s-one">Section\u00a0I</a>{closing} de ' in text
    assert f" de {opening}<" in text
    assert text.count(opening) == 2
    assert opening not in called(direction=made).runs(seen)


def test_links_do_not_nest() -> None:
    address = Emphasis((Link(words("x.test"), "https://x.test/", MARK),), MARK)
    run = ReferenceLink((*words("“"), *words("A, 2001, "), address, *words(" (read in 2002)")), "k", MARK)
    assert str(called().runs((run,))) == (
        f'<a class="cited" href="#ref-k" {LEADS}>“A, 2001, </a>'
        '<em><a class="link" href="https://x.test/">x.test</a></em> (read in 2002)'
    )


def test_words_before_an_address_are_the_link_only_if_they_say_something() -> None:
    run = ReferenceLink((*words("("), Link(words("x.test"), "https://x.test/", MARK), *words(" 2001)")), "k", MARK)
    assert str(called().runs((run,))) == (
        f'(<a class="link" href="https://x.test/">x.test</a><a class="cited" href="#ref-k" {LEADS}> 2001)</a>'
    )


def test_an_entry_leads_back_to_its_notes() -> None:
    def back(number: int) -> str:
        return (
            f'<a class="reference-note" href="#note-p-{number}" role="doc-backlink"'
            f' aria-label="note\u00a0{number}">{number}</a>'
        )

    assert str(called().citing_notes(Reference("k", (), ("p-2",), "ltr", MARK))) == f"note\u00a0{back(2)}"
    assert (
        str(called().citing_notes(Reference("k", (), ("p-1", "p-2"), "ltr", MARK)))
        == f"notes\u00a0{back(1)}, {back(2)}"
    )


def test_a_note_is_a_link_on_the_screen_and_stands_in_the_text_on_paper() -> None:
    assert 'href="#note-p-1"' in called("screen").runs((NOTE,))
    assert "A note &amp; more." in called("paged").runs((NOTE,))


def test_plain_words_have_cross_references_and_no_notes() -> None:
    text = (*words("See "), CrossReference("steps", MARK), NOTE, *words(" and "), CitedNames("un:a/70", False, MARK))
    assert called().plain(text) == "See Figure\u00a01 and Общество & Co."


def test_dates_for_machines_are_as_exact_as_they_are_known() -> None:
    assert called().iso_date(PartialDate(2000, 12)) == "2000-12"
    assert called().iso_date(date(2017, 3, 1)) == "2017-03-01"


def test_a_step_after_the_date_of_the_brief_is_upcoming() -> None:
    entry = timeline("steps", spans=False).entries[0]
    assert called().upcoming(entry, date(2019, 4, 30))
    assert not called().upcoming(entry, date(2019, 5, 2))


@pytest.mark.parametrize(
    ("direction", "written", "markup"),
    [
        ("rtl", "desk@example.org", '<bdi dir="ltr">desk@example.org</bdi>'),
        ("rtl", "میز <b>", "میز &lt;b&gt;"),
        ("rtl", "۲/۲۰۱۷", "۲/۲۰۱۷"),
        ("ltr", "desk@example.org", "desk@example.org"),
        ("ltr", "آدا مثالی", '<bdi dir="rtl">آدا مثالی</bdi>'),
    ],
)
def test_words_against_the_script_of_the_edition_are_set_apart(direction: Direction, written: str, markup: str) -> None:
    assert called(direction=direction).apart(written) == markup


def test_names_are_listed_in_the_words_of_the_locale() -> None:
    assert called().listed(["A", "B & C"]) == "A and B &amp; C"
    assert called().listed(["A"]) == "A"
    assert called().listed(["A", "B", "C"]) == "A, B and C"
    assert called().with_commas(name for name in ("A", "<B>")) == "A, &lt;B&gt;"
    made = replace(in_persian(), siblings=())
    persian = called_for(made, "screen")
    assert persian.listed(["Amiri", "قلم"]) == '<bdi dir="ltr">Amiri</bdi> و قلم'
    assert persian.with_commas(["آ", "ب"]) == "آ، ب"
    assert persian.with_commas(["آ", Markup("<i>B</i>")]) == "آ، <i>B</i>", "what is set already stays as it is"
    assert persian.in_digits("2/2017") == "۲/۲۰۱۷"
    assert persian.in_digits(2017) == "۲۰۱۷"


@pytest.mark.parametrize(("standing", "label"), [("stale", "[earlier wording]"), ("missing", "[not yet translated]")])
def test_a_text_that_does_not_follow_its_source_begins_with_a_mark(
    standing: Literal["stale", "missing"], label: str
) -> None:
    text = (Unsettled((Emphasis(words("x"), MARK), NOTE), standing, MARK),)
    markup = called().runs(text)
    assert markup.startswith(f'<span class="unsettled" data-standing="{standing}"><span class="unsettled-mark">{label}')
    assert f"{label}</span> <em>x</em>" in markup
    assert called().unsettled(text)
    assert called().plain(text) == "x"


def test_the_same_place_is_in_every_other_edition_that_has_a_page() -> None:
    siblings = tuple(Sibling(tag, tag.upper(), "ltr") for tag in ("en-GB", "de", "ru"))
    made = replace(edition(section("one", "One")), siblings=siblings)
    pages = {"en-GB": "../en-GB/tiny.en-GB.html", "de": "../de/tiny.de.html"}
    places = called_for(made, "screen", pages=pages).same_place("s-one")
    assert places == ((siblings[1], "../de/tiny.de.html#s-one"),)
    assert called().same_place("s-one") == ()


@pytest.mark.parametrize("medium", ["paged", "screen"])
def test_a_drawing_is_set_in_the_words_of_the_edition(tmp_path: Path, medium: Setting) -> None:
    body = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><text>Quay</text></svg>'
    (tmp_path / "a.svg").write_bytes(body)
    made = in_persian()
    picture = Picture("a.svg", "image/svg+xml", 1, 1, "", ("Quay",), ("اسکله",))
    address = called_for(made, medium, tmp_path).asset(picture)
    kind, _, encoded = address.partition(",")
    assert kind == "data:image/svg+xml;base64"
    drawn = b64decode(encoded).decode()
    assert "اسکله" in drawn
    assert "Quay" not in drawn
    assert f"font-family: '{made.pack.faces.display[0]}', 'Fira Sans', sans-serif" in drawn


def test_a_picture_is_a_path_on_paper_and_the_file_itself_on_the_screen(tmp_path: Path) -> None:
    (tmp_path / "a b.png").write_bytes(b"png")
    made = edition(section("one", "One"))
    assert called_for(made, "paged", tmp_path).asset(PICTURE) == "a%20b.png"
    assert called_for(made, "screen", tmp_path).asset(PICTURE) == "data:image/png;base64,cG5n"

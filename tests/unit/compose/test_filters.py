"""What templates may call: words become markup in one place, and everything written is escaped there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from report.compose.environment import environment
from report.compose.filters import Setter
from report.model.apparatus import Apparatus, Mention, Note, Reference, Target
from report.model.blocks import PartialDate, Picture
from report.model.output import Medium
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
    Words,
)
from tests.support.editions import MARK, edition, paragraph, section, timeline, words

PROJECT = Path(__file__).resolve().parents[3]
PICTURE = Picture("a b.png", "image/png", 1, 1, "", "")
NOTE = NoteCall("p-1", words("A note & more."), MARK)


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


def setter(medium: Medium = "screen", direction: Direction = "ltr") -> Setter:
    made = replace(edition(section("one", "One", paragraph("p", NOTE))), direction=direction)
    return Setter(environment(PROJECT, made, APPARATUS, medium), made, APPARATUS, medium, PROJECT)


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
            '<a class="cited" href="#ref-un.3a.a.2f.70" role="doc-biblioref">A &amp; <em>b</em></a>',
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
    assert str(setter().runs((run,))) == markup


def test_words_are_set_apart_from_the_text_they_run_against() -> None:
    inner = Foreign(words("د"), "fa", "rtl", MARK)
    outer = Foreign((*words("a "), inner), "en", "ltr", MARK)
    markup = '<bdi lang="en" dir="ltr">a <bdi lang="fa" dir="rtl">د</bdi></bdi>'
    assert str(setter(direction="rtl").runs((outer,))) == markup


def test_links_do_not_nest() -> None:
    address = Emphasis((Link(words("x.test"), "https://x.test/", MARK),), MARK)
    run = ReferenceLink((*words("“"), *words("A, 2001, "), address, *words(" (read in 2002)")), "k", MARK)
    assert str(setter().runs((run,))) == (
        '<a class="cited" href="#ref-k" role="doc-biblioref">“A, 2001, </a>'
        '<em><a class="link" href="https://x.test/">x.test</a></em> (read in 2002)'
    )


def test_words_before_an_address_are_the_link_only_if_they_say_something() -> None:
    run = ReferenceLink((*words("("), Link(words("x.test"), "https://x.test/", MARK), *words(" 2001)")), "k", MARK)
    assert str(setter().runs((run,))) == (
        '(<a class="link" href="https://x.test/">x.test</a>'
        '<a class="cited" href="#ref-k" role="doc-biblioref"> 2001)</a>'
    )


def test_an_entry_leads_back_to_its_notes() -> None:
    def back(number: int) -> str:
        return (
            f'<a class="reference-note" href="#note-p-{number}" role="doc-backlink"'
            f' aria-label="note\u00a0{number}">{number}</a>'
        )

    assert str(setter().citing_notes(Reference("k", (), ("p-2",), MARK))) == f"note\u00a0{back(2)}"
    assert str(setter().citing_notes(Reference("k", (), ("p-1", "p-2"), MARK))) == f"notes\u00a0{back(1)}, {back(2)}"


def test_a_note_is_a_link_on_the_screen_and_stands_in_the_text_on_paper() -> None:
    assert 'href="#note-p-1"' in setter("screen").runs((NOTE,))
    assert "A note &amp; more." in setter("paged").runs((NOTE,))


def test_plain_words_have_cross_references_and_no_notes() -> None:
    text = (*words("See "), CrossReference("steps", MARK), NOTE, *words(" and "), CitedNames("un:a/70", False, MARK))
    assert setter().plain(text) == "See Figure\u00a01 and Общество & Co."


def test_dates_for_machines_are_as_exact_as_they_are_known() -> None:
    assert setter().iso_date(PartialDate(2000, 12)) == "2000-12"
    assert setter().iso_date(date(2017, 3, 1)) == "2017-03-01"


def test_a_step_after_the_date_of_the_brief_is_upcoming() -> None:
    entry = timeline("steps", spans=False).entries[0]
    assert setter().upcoming(entry, date(2019, 4, 30))
    assert not setter().upcoming(entry, date(2019, 5, 2))


def test_a_picture_is_a_path_on_paper_and_the_file_itself_on_the_screen(tmp_path: Path) -> None:
    (tmp_path / "a b.png").write_bytes(b"png")
    made = edition(section("one", "One"))
    setting = environment(PROJECT, made, APPARATUS, "screen")
    assert Setter(setting, made, APPARATUS, "paged", tmp_path).asset(PICTURE) == "a%20b.png"
    assert Setter(setting, made, APPARATUS, "screen", tmp_path).asset(PICTURE) == "data:image/png;base64,cG5n"

"""What templates may call: words become markup in one place, and everything written is escaped there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from report.cite import cite
from report.compose.environment import environment
from report.compose.filters import Setter
from report.model.blocks import PartialDate, Picture
from report.model.output import Medium
from report.model.text import CrossReference, Emphasis, Foreign, Link, NoteCall, Run, SmallCaps, Strong, Words
from tests.support.editions import MARK, edition, paragraph, section, timeline, words

PROJECT = Path(__file__).resolve().parents[3]
PICTURE = Picture("a b.png", "image/png", 1, 1, "", "")
NOTE = NoteCall("p-1", words("A note & more."), MARK)


def setter(medium: Medium = "screen") -> Setter:
    made = edition(section("one", "One", paragraph("p", NOTE), timeline("steps", spans=False)))
    apparatus = cite(made, {}).value
    return Setter(environment(PROJECT, made, apparatus, medium), made, apparatus, medium, PROJECT)


@pytest.mark.parametrize(
    ("run", "markup"),
    [
        (Words('<script>&"', MARK), "&lt;script&gt;&amp;&#34;"),
        (Emphasis(words("x"), MARK), "<em>x</em>"),
        (Strong(words("x"), MARK), "<strong>x</strong>"),
        (SmallCaps(words("x"), MARK), '<span class="small-caps">x</span>'),
        (Foreign(words("x"), 'fr"><b>', MARK), '<span lang="fr&#34;&gt;&lt;b&gt;">x</span>'),
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


def test_a_note_is_a_link_on_the_screen_and_stands_in_the_text_on_paper() -> None:
    assert 'href="#note-p-1"' in setter("screen").runs((NOTE,))
    assert "A note &amp; more." in setter("paged").runs((NOTE,))


def test_plain_words_have_cross_references_and_no_notes() -> None:
    text = (*words("See "), CrossReference("steps", MARK), NOTE)
    assert setter().plain(text) == "See Figure\u00a01"


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
    apparatus = cite(made, {}).value
    setting = environment(PROJECT, made, apparatus, "screen")
    assert Setter(setting, made, apparatus, "paged", tmp_path).asset(PICTURE) == "a%20b.png"
    assert Setter(setting, made, apparatus, "screen", tmp_path).asset(PICTURE) == "data:image/png;base64,cG5n"

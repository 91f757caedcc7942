"""An update writes down what is to be translated, and changes nothing else."""

from __future__ import annotations

from dataclasses import replace

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.load.catalogs import read_catalog
from report.localize.reviewing import has_review, reviewed
from report.localize.updating import Changes, is_same, updated, wanted_of
from report.localize.writing import po_file
from report.model.catalog import Unit, Wanted
from tests.support.catalogs import PATH, catalog, message, read, translated, unit, update

UNITS = [
    unit("title", "The Outer Islands"),
    unit(
        "quays/paragraph", "Each ferry leaves the old quay at nine, *winter and summer*, and returns at five.^[A note.]"
    ),
    unit("quays/list/1", "100 % of the “old” quays"),
    unit("quays/list/2", "None"),
]


def with_change(at: int, source: str) -> list[Unit]:
    changed = [*UNITS]
    changed[at] = unit(UNITS[at].context, source)
    return changed


def translated_file() -> bytes:
    file = update(b"", UNITS)
    texts = polib.pofile(file.decode())
    for number, entry in enumerate(texts):
        entry.msgstr = (
            f"Übersetzung {number}: " + "ein ziemlich langer Satz, der über die Zeile geht, " * number + "Ende"
        )
    texts[1].tcomment = "Hier fehlt noch das Komma?"
    return str(texts).encode()


def test_a_new_catalog_has_every_text_in_reading_order() -> None:
    catalog = read(update(b"", UNITS))
    assert [(one.context, one.source) for one in catalog.messages] == [(one.context, one.source) for one in UNITS]
    assert catalog.headers["Language"] == "de"
    assert catalog.headers["Plural-Forms"] == "nplurals=2; plural=(n != 1);"
    assert not any(one.is_translated for one in catalog.messages)


def test_a_message_says_what_it_is_and_in_which_file_but_not_in_which_line() -> None:
    [first, *_] = read(update(b"", UNITS)).messages
    assert first.extracted == ("The words.",)
    assert first.references == ("content/harbour/sections/islands.yaml",)


def test_nothing_in_a_catalog_comes_from_the_clock() -> None:
    assert "POT-Creation-Date" not in update(b"", UNITS).decode()
    assert update(b"", UNITS) == update(b"", UNITS)


def test_a_second_update_changes_no_byte() -> None:
    file = translated_file()
    assert update(file, UNITS) == file


def test_what_changed_in_a_text_from_the_right_stands_apart_line_by_line() -> None:
    before = "کشتی هر روز ساعت نه از بارانداز کهنه راه می‌افتد و پیش از برگشتن جزر به همان جا بازمی‌گردد."
    texts = polib.pofile(update(b"", [unit("quays/paragraph", before)]).decode())
    texts[0].msgstr = "Übersetzt."
    after = before.replace("کشتی", "قایق").replace("بازمی‌گردد", "برمی‌گردد")
    text = update(str(texts).encode(), [unit("quays/paragraph", after)]).decode()
    lines = [line for line in text.splitlines() if line.startswith("#. ") and "[-" in line]
    assert lines
    assert all(line.startswith("#. \u2067") and line.endswith("\u2069") for line in lines)


def test_a_changed_text_is_fuzzy_with_its_old_words_and_what_changed() -> None:
    file = update(translated_file(), with_change(1, UNITS[1].source.replace("nine", "ten")))
    stale = [one for one in read(file).messages if one.is_fuzzy]
    assert [one.context for one in stale] == ["quays/paragraph"]
    assert stale[0].previous == UNITS[1].source
    assert " ".join(stale[0].extracted) == ("The words. changed: … the old quay at [-nine-] {+ten+}, *winter and …")
    assert stale[0].translations[0].text.startswith("Übersetzung 1")
    assert stale[0].comments == ("Hier fehlt noch das Komma?",)


def test_the_old_words_stay_those_that_were_translated() -> None:
    file = update(translated_file(), with_change(0, "The Inner Islands"))
    file = update(file, with_change(0, "The Far Islands"))
    [stale] = [one for one in read(file).messages if one.is_fuzzy]
    assert stale.previous == "The Outer Islands"


def test_a_change_that_is_taken_back_leaves_the_catalog_as_it_was() -> None:
    file = translated_file()
    assert update(update(file, with_change(0, "The Inner Islands")), UNITS) == file


def test_a_text_that_goes_and_comes_back_keeps_its_translation_and_comments() -> None:
    file = translated_file()
    without = update(file, [*UNITS[:1], *UNITS[2:]])
    assert [one.context for one in read(without).messages if one.is_obsolete] == ["quays/paragraph"]
    assert update(without, UNITS) == file


def test_what_was_never_translated_is_not_kept() -> None:
    assert [one.context for one in read(update(update(b"", UNITS), UNITS[:1])).messages] == ["title"]


def test_words_that_are_translated_elsewhere_are_not_used_unasked() -> None:
    file = update(translated_file(), [*UNITS, unit("piers/list/1", "None")])
    last = read(file).messages[-1]
    assert (last.context, last.is_translated, last.is_fuzzy) == ("piers/list/1", False, False)
    assert last.extracted[-1] == "The same words stand in quays/list/2."


def test_unknown_fields_and_flags_are_kept() -> None:
    file = translated_file().replace(b'"MIME-Version', b'"X-Poedit-SourceCharset: UTF-8\\n"\n"MIME-Version')
    file = file.replace(b'msgctxt "title"', b'#, no-wrap\nmsgctxt "title"')
    after = read(update(file, with_change(3, "Some")))
    assert after.headers["X-Poedit-SourceCharset"] == "UTF-8"
    assert after.messages[0].flags == ("no-wrap",)


def test_a_review_lapses_with_the_source_text_and_with_the_translation() -> None:
    held = read(translated_file())
    file = po_file(replace(held, messages=reviewed(held.messages, held.messages[:2])))
    assert [bool(one.reviewed) for one in read(file).messages] == [True, True, False, False]
    assert update(file, UNITS) == file
    assert not read(update(file, with_change(0, "Islands, Outer"))).messages[0].reviewed
    mended = update(file.replace("Übersetzung 0".encode(), "Übertragung 0".encode()), UNITS)
    assert [bool(one.reviewed) for one in read(mended).messages] == [False, True, False, False]


def test_no_review_is_written_for_what_is_fuzzy_or_empty() -> None:
    held = (message("a", "One", "Eins", is_fuzzy=True), message("b", "Two", ""), message("c", "Three", "Drei"))
    assert [bool(one.reviewed) for one in reviewed(held, held)] == [False, False, True]
    assert has_review(reviewed(held, held)[2], "Three")
    assert not has_review(reviewed(held, held)[2], "Four")


def test_changes_are_counted() -> None:
    held = translated([*UNITS, unit("piers/title", "Piers")])
    units = [
        unit("title", "The Inner Islands"),
        *UNITS[1:3],
        unit("quays/list/3", "None"),
        unit("quays/list/2", "Many"),
    ]
    _, changes = updated(held, wanted_of(units), "de", "harbour")
    assert changes == Changes(new=1, changed=1, moved=1, unused=1)


def test_words_of_templates_keep_their_forms_and_flags() -> None:
    words = Wanted(
        "", "%(n)s page", "%(n)s pages", ("Words of the templates.",), ("templates/a.html",), ("python-format",)
    )
    held, _ = updated(catalog(), [words], "ru", "house")
    [made] = read_catalog(po_file(held).decode(), PATH.replace("/de/", "/ru/")).value.messages
    assert (made.plural, len(made.translations), made.flags) == ("%(n)s pages", 3, ("python-format",))


def test_words_that_get_a_plural_are_fuzzy_until_all_forms_stand() -> None:
    words = Wanted("", "page", "pages", (), ("templates/a.html",), ())
    after, _ = updated(catalog(message("", "page", "Seite")), [words], "de", "house")
    assert (after.messages[0].is_fuzzy, [one.text for one in after.messages[0].translations]) == (True, ["Seite", ""])


@pytest.mark.parametrize(
    "text", ['a "b" c', "a\\nb", "\\", "C:\\new", "%(a)s %", "a" * 200, "a-b " * 60, "نیم‌فاصله " * 20]
)
def test_every_sign_survives_writing(text: str) -> None:
    assert read(update(b"", [unit("a", text)])).messages[0].source == text


_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Co", "Cn")), min_size=1)


@given(st.lists(st.tuples(_TEXTS, _TEXTS), max_size=6, unique_by=lambda pair: pair[0]))
def test_what_is_written_is_read_again(pairs: list[tuple[str, str]]) -> None:
    units = [unit(f"a/list/{number}", source) for number, (source, _) in enumerate(pairs, 1)]
    held = catalog(*(message(one.context, one.source, text) for one, (_, text) in zip(units, pairs, strict=True)))
    after, _ = updated(held, wanted_of(units), "de", "harbour")
    assert is_same(read(po_file(after)), after)
    assert update(po_file(after), units) == po_file(after)

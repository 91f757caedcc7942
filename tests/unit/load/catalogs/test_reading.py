"""PO files are read with the place of every word, and every mistake in them is said in one run."""

from __future__ import annotations

import time
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.findings import Checked, Finding, Mark
from report.load.catalogs import load_catalog, read_catalog
from report.localize.matching import match_texts
from report.model.catalog import Catalog, Wanted

PATH = "content/harbour/locale/de/LC_MESSAGES/brief.po"
HEADER = """\
# The harbour brief in German.
msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"X-Generator: Poedit 3.4\\n"

"""
LINES = HEADER.count("\n")


def read(entries: str, header: str = HEADER) -> Checked[Catalog]:
    return read_catalog(header + entries, PATH)


def said(entries: str, header: str = HEADER) -> list[tuple[str, int, int]]:
    return [(one.code, one.mark.line - header.count("\n"), one.mark.column) for one in read(entries, header).findings]


def test_an_entry_is_read_with_all_that_stands_around_it() -> None:
    catalog = read(
        """\
# a word of the translator
# reviewed 0a1b2c3d
#. A heading.
#: content/harbour/brief.yaml
#: content/harbour/sections/quays.yaml
#, fuzzy, no-wrap
#| msgctxt "quays/title"
#| msgid "Old "
#| "quays"
msgctxt "quays/title"
msgid "Quays"
msgstr "Kais"
"""
    )
    assert not catalog.findings
    [message] = catalog.value.messages
    assert (message.context, message.source, message.translations[0].text) == ("quays/title", "Quays", "Kais")
    assert (message.previous, message.is_fuzzy, message.is_obsolete) == ("Old quays", True, False)
    assert (message.comments, message.reviewed) == (("a word of the translator",), "0a1b2c3d")
    assert (message.extracted, message.flags) == (("A heading.",), ("no-wrap",))
    assert message.references == ("content/harbour/brief.yaml", "content/harbour/sections/quays.yaml")
    assert message.mark == Mark(PATH, LINES + 10, 1)


def test_the_header_is_read_by_name() -> None:
    catalog = read("").value
    assert catalog.headers["X-Generator"] == "Poedit 3.4"
    assert catalog.comments == ("The harbour brief in German.",)
    assert not catalog.messages


def test_forms_are_read_by_number_and_entries_out_of_use_as_such() -> None:
    forms, gone = read(
        'msgid "page"\nmsgid_plural "pages"\nmsgstr[0] "Seite"\nmsgstr[1] "Seiten"\n\n'
        '#~| msgid "Older"\n#~ msgid "Old"\n#~ msgstr "Alt"\n'
    ).value.messages
    assert [one.text for one in forms.translations] == ["Seite", "Seiten"]
    assert (forms.plural, forms.is_obsolete) == ("pages", False)
    assert (gone.source, gone.previous, gone.is_obsolete) == ("Old", "Older", True)


def test_every_character_is_found_again_over_lines_and_escapes() -> None:
    text = 'msgid "Quays"\nmsgstr ""\n"Ein \\"Kai\\" und "\n  "ein \\\\ Schiff" "e"\n'
    node = read(text).value.messages[0].translations[0]
    lines = (HEADER + text).split("\n")
    assert node.text == 'Ein "Kai" und ein \\ Schiffe'
    assert node.mark == Mark(PATH, LINES + 2, 8)
    for offset, letter in enumerate(node.text):
        mark = node.at(offset)
        written = lines[mark.line - 1][mark.column - 1 :]
        assert written.removeprefix("\\")[0] == letter


WRONG = {
    "a lost quote": ('msgid "Quays\nmsgstr "Kais"\n', [("LOC-003", 1, 7)]),
    "a quote inside": ('msgid "Quays"\nmsgstr "Die "Kais" hier"\n', [("LOC-003", 2, 13)]),
    "stray words, said once": ('Quays\nand piers\n\nmsgid "Quays"\nmsgstr ""\n', [("LOC-003", 1, 1)]),
    "an unknown keyword": ('msgid "Quays"\nmsgstring "Kais"\n', [("LOC-003", 2, 1)]),
    "a text of no keyword": ('# quays\n"Quays"\nmsgid "Quays"\nmsgstr ""\n', [("LOC-003", 2, 1)]),
    "an unknown escape": ('msgid "Quays"\nmsgstr "Ka\\is"\n', [("LOC-003", 2, 11)]),
    "a backslash at the end": ('msgid "Quays"\nmsgstr "Kais\\"\n', [("LOC-003", 2, 8)]),
    "no msgstr": ('msgid "Quays"\n\nmsgid "Piers"\nmsgstr ""\n', [("LOC-003", 1, 1)]),
    "no msgid": ('msgctxt "quays"\nmsgstr "Kais"\n', [("LOC-003", 1, 1)]),
    "a keyword without a text": ('msgid "Quays"\nmsgstr\n', [("LOC-003", 2, 1)]),
    "two msgstr": ('msgid "Quays"\nmsgstr "Kais"\nmsgstr "Kaie"\n', [("LOC-003", 3, 1)]),
    "a line end inside": ('msgid "Quays"\nmsgstr "Kais\\nund Piers"\n', [("LOC-003", 2, 13)]),
    "a tab inside": ('msgid "Quays"\nmsgstr "Kais\tund Piers"\n', [("LOC-003", 2, 13)]),
    "the same twice": ('msgid "Quays"\nmsgstr ""\n\nmsgid "Quays"\nmsgstr "Kais"\n', [("LOC-004", 4, 1)]),
    "too few forms": ('msgid "page"\nmsgid_plural "pages"\nmsgstr[0] "Seite"\n', [("LOC-005", 3, 11)]),
    "forms without numbers": ('msgid "page"\nmsgid_plural "pages"\nmsgstr "Seite"\n', [("LOC-003", 3, 8)]),
    "numbers without a plural": ('msgid "page"\nmsgstr[0] "Seite"\n', [("LOC-003", 2, 11)]),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_mistake_is_said_at_its_place(name: str) -> None:
    entries, expected = WRONG[name]
    assert said(entries) == expected


def test_all_mistakes_are_said_in_one_run_and_the_rest_is_read() -> None:
    sound = 'msgctxt "z"\nmsgid "Sound"\nmsgstr "Heil"\n'
    catalog = read("\n".join(entries for entries, _ in WRONG.values()) + "\n" + sound)
    assert len(catalog.findings) >= len(WRONG) - 2
    assert catalog.value.messages[-1].translations[0].text == "Heil"


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("", "LOC-005"),
        (HEADER.replace("Language: de", "Language: ru"), "LOC-005"),
        (HEADER.replace('"Language: de\\n"\n', ""), "LOC-005"),
        (HEADER.replace("n != 1", "n != "), "LOC-005"),
        (HEADER.replace("n != 1", "n"), "LOC-005"),
        (HEADER.replace("(n != 1)", "__import__('os')"), "LOC-005"),
        (HEADER.replace('"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n', ""), "LOC-005"),
        (HEADER.replace("UTF-8", "ISO-8859-1"), "LOC-003"),
        (HEADER.replace("X-Generator:", "X-Generator"), "LOC-005"),
    ],
)
def test_a_header_says_what_is_true(header: str, code: str) -> None:
    assert [one.code for one in read_catalog(f'{header}msgid "Quays"\nmsgstr ""\n', PATH).findings] == [code]


@pytest.mark.parametrize(("language", "folder"), [("de_AT", "de-AT"), ("de-at", "de-AT"), ("zh_Hant_TW", "zh-Hant-TW")])
def test_a_language_may_be_written_as_gettext_writes_it(language: str, folder: str) -> None:
    header = HEADER.replace("Language: de", f"Language: {language}")
    assert not read_catalog(header, PATH.replace("/de/", f"/{folder}/")).findings


def load(root: Path, body: bytes) -> Checked[Catalog]:
    file = root / PATH
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(body)
    return load_catalog(root, PATH, Mark("content/harbour/brief.yaml"))


def test_a_catalog_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert load_catalog(tmp_path, PATH, Mark("brief.yaml")) == Checked(Catalog(PATH, {}, ()))


def test_line_ends_of_windows_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    text = f'{HEADER}msgid "Quays"\nmsgstr "Kais"\n'
    plain = load(tmp_path, text.encode())
    assert load(tmp_path, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()) == plain
    assert not plain.findings


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [one.code for one in findings]


def test_a_catalog_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    assert codes(load(tmp_path, HEADER.encode() + b'msgid "\xe4"\n').findings) == ["LOD-007"]
    assert codes(load(tmp_path, HEADER.encode() + b'msgid "\x07"\n').findings) == ["LOD-007"]
    assert codes(load(tmp_path, b"#" * ((8 << 20) + 1)).findings) == ["LOD-006"]
    (tmp_path / PATH).unlink()
    (tmp_path / PATH).mkdir()
    assert codes(load_catalog(tmp_path, PATH, Mark("brief.yaml")).findings) == ["LOD-001"]


def test_a_catalog_is_not_followed_out_of_the_project(tmp_path: Path) -> None:
    outside = tmp_path / "outside.po"
    outside.write_text(HEADER, encoding="utf-8")
    inside = tmp_path / "project" / PATH
    inside.parent.mkdir(parents=True)
    inside.symlink_to(outside)
    assert codes(load_catalog(tmp_path / "project", PATH, Mark("brief.yaml")).findings) == ["LOD-008"]


@pytest.mark.parametrize("depth", range(4))
def test_nor_is_one_that_is_still_to_be_written_there(tmp_path: Path, depth: int) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = [tmp_path / "project" / PATH, *(tmp_path / "project" / PATH).parents][depth]
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / "elsewhere" / ("brief.po" if depth == 0 else "."))
    assert codes(load_catalog(tmp_path / "project", PATH, Mark("brief.yaml")).findings) == ["LOD-008"]


def test_a_link_to_nothing_is_no_catalog_that_is_still_to_be_begun(tmp_path: Path) -> None:
    (tmp_path / PATH).parent.mkdir(parents=True)
    (tmp_path / PATH).symlink_to("lost.po")
    assert codes(load_catalog(tmp_path, PATH, Mark("brief.yaml")).findings) == ["LOD-001"]


def test_a_catalog_in_a_closed_folder_is_not_taken_for_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_place: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    for question in ("exists", "is_file"):
        monkeypatch.setattr(Path, question, closed)
    (finding,) = load_catalog(tmp_path, PATH, Mark("brief.yaml")).findings
    assert (finding.code, finding.message) == ("LOD-001", f"“{PATH}” cannot be read: Permission denied")


def test_a_catalog_put_behind_another_has_a_header_too_many() -> None:
    assert said('msgid "a"\nmsgstr "b"\n\nmsgid ""\nmsgstr "Language: ru\\n"\n') == [("LOC-004", 4, 1)]


_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Co", "Cn")), max_size=120)


@given(st.lists(st.tuples(_TEXTS, _TEXTS), max_size=5))
def test_what_polib_writes_is_read_as_it_was(pairs: list[tuple[str, str]]) -> None:
    file = polib.POFile()
    file.metadata = {"Language": "de", "Plural-Forms": "nplurals=2; plural=(n != 1);"}
    for number, (source, translation) in enumerate(pairs):
        file.append(polib.POEntry(msgctxt=f"a/{number}", msgid=f"{source}.", msgstr=translation))
    catalog = read_catalog(str(file), PATH)
    assert not catalog.findings
    found = [(one.source, one.translations[0].text) for one in catalog.value.messages]
    assert found == [(f"{source}.", translation) for source, translation in pairs]


@given(st.text(st.sampled_from('msgidtrcx_pl ural[]01"\\\n#~|.,:nä'), max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    for one in read_catalog(text, PATH).findings:
        assert one.mark.line <= text.count("\n") + 1


def test_flags_quotes_and_numbers_without_end_cost_no_time() -> None:
    started = time.process_time()
    flags, context, quotes = f"a{' ' * 200_000}b, fuzzy", f"a/{'9' * 5_000}", '""' * 100_000
    catalog = read(f'#, {flags}\nmsgctxt "{context}"\nmsgid {quotes}"x"\nmsgstr "y"\n')
    assert time.process_time() - started < 5
    (message,) = catalog.value.messages
    assert (message.source, message.is_fuzzy) == ("x", True)
    assert match_texts((Wanted("a/1", "x", "", (), (), ()),), catalog.value) == (message,)

"""A house's own packs: laid over those of the program, and every mistake in them said at its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report import locales
from report.load.packs import load_packs
from report.locales import Shelf

FIRST = "inherits: en-GB\n"


def write(project: Path, tag: str, source: str) -> None:
    folder = project / "content" / "locales" / tag
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(source, encoding="utf-8")


def shelf(project: Path, **packs: str) -> Shelf:
    for tag, source in packs.items():
        write(project, tag.replace("_", "-"), source)
    return Shelf.of(load_packs(project))


def said(of: Shelf) -> list[str]:
    return [
        f"{one.mark.path.removeprefix('content/locales/')}:{one.mark.line}:{one.mark.column} {one.message}"
        for one in of.findings
    ]


def test_a_project_without_packs_has_those_of_the_program(tmp_path: Path) -> None:
    assert Shelf.of(load_packs(tmp_path)) is Shelf.of(None)


def test_a_house_changes_one_word_and_keeps_the_rest(tmp_path: Path) -> None:
    made = shelf(tmp_path, de="terms: {ibid: Ebenda}\n")
    assert made.findings == ()
    assert locales.term("ibid", made.pack("de")) == "Ebenda"
    assert locales.term("et-al", made.pack("de")) == locales.term("et-al", Shelf.of(None).pack("de"))
    assert locales.term("ibid", Shelf.of(None).pack("de")) == "Ebd."


def test_what_a_house_changes_its_heirs_inherit(tmp_path: Path) -> None:
    assert locales.term("ibid", shelf(tmp_path, de="terms: {ibid: Ebenda}\n").pack("de-AT")) == "Ebenda"


def test_a_house_adds_a_locale(tmp_path: Path) -> None:
    made = shelf(tmp_path, en_NZ=FIRST + 'terms: {accessed: "read on {date}"}\n')
    assert made.findings == ()
    assert "en-NZ" in made.known()
    assert locales.term("accessed", made.pack("en-NZ"), date="Monday") == "read on Monday"
    assert locales.term("ibid", made.pack("en-NZ")) == "Ibid."


def test_a_locale_of_a_house_does_not_take_the_place_of_a_language(tmp_path: Path) -> None:
    made = shelf(tmp_path, en_AU=FIRST)
    assert made.pack_of_language("en") is made.pack("en-GB")
    assert made.pack_of_language("en-AU") is made.pack("en-AU")


def test_a_character_may_be_named(tmp_path: Path) -> None:
    made = shelf(tmp_path, en_NZ=FIRST + 'numbers: {group: "\\u2009\\u2060"}\n')
    assert made.findings == ()
    assert made.pack("en-NZ").numbers.group == "\u2009\u2060"


def test_words_of_a_locale_of_the_house_name_places(tmp_path: Path) -> None:
    assert shelf(tmp_path, en_NZ=FIRST + "locators: {page: {one: [leaf]}}\n").locator_words()["leaf"] == ("page", False)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("sections: roman\n", "2:11 “roman” does not fit “sections”"),
        ("section: decimal\n", "2:1 “section” is no key of a locale pack"),
        ("months: {long: [Snow, Thaw]}\n", "2:16 “months.long” has 2 in its list, it needs 12"),
        ("digits: '012'\n", "2:9 “012” does not fit “digits”"),
        ("dates: {era: BC}\n", "2:9 “era” is no key of “dates”"),
        ("lists: [and]\n", "2:8 “lists” is a mapping of keys, here stands a list"),
        ("terms: {in: [in]}\n", "2:13 “terms.in” is text, here stands a list"),
        ("terms: {in: 5}\n", "2:13 “terms.in” is text, here stands a number"),
        ("terms: {in: }\n", "2:13 “terms.in” is text, here stands nothing"),
        ("terms: {in: ''}\n", "2:13 “terms.in” is empty"),
        ("terms: {in: true}\n", "2:13 “terms.in” is text, here stands true or false"),
        ("terms: {accessed: read}\n", "2:19 “{date}” does not stand in “terms.accessed”"),
        ("terms: {accessed: '{date} {date}'}\n", "2:19 “{date}” stands more than once in “terms.accessed”"),
        ("terms: {accessed: 'read {dat}'}\n", "2:19 “{dat}” is no place in “terms.accessed”"),
        ("terms: {accessed: 'read {date!r}'}\n", "2:19 “{date}” is no place in “terms.accessed”"),
        ("terms: {accessed: 'read {date.__class__}'}\n", "2:19 “{date.__class__}” is no place in “terms.accessed”"),
        ("terms: {accessed: 'read {date'}\n", "2:19 a brace in “terms.accessed” has no partner"),
        ("terms: {edition: edn}\n", "2:18 “terms.edition” fills no place"),
        ("collation: {spaces: last}\n", "2:21 “last” does not fit “collation.spaces”"),
        ("stops-inside-quotation: 'yes'\n", "2:25 “stops-inside-quotation” is true or false, here stands text"),
        ("numbers: {group-from: 2}\n", "2:23 2 does not fit “numbers.group-from”"),
        ("numbers: {group-from: 4.5}\n", "2:23 4.5 does not fit “numbers.group-from”"),
        ("type: {size: big}\n", "2:14 “type.size” is a number, here stands text"),
        ("type: {size: 1e999}\n", "2:14 inf does not fit “type.size”"),
        ("ordinals: {st: st}\n", "2:12 “st” is no key of “ordinals”"),
        ("forbidden: {ab: a}\n", "2:13 “ab” is no key of “forbidden”"),
        ('terms: {in: "a\\u202eb"}\n', "2:13 U+202E stands in “terms.in”"),
        ("hyphenation: {exceptions: [a-b]}\n", "2:28 “a-b” does not fit “hyphenation.exceptions”, number 1,"),
        (
            "typography: [{find: a, set: b, why: c}]\n",
            "2:14 “typography”, number 1, lacks “examples”",
        ),
        (
            "typography: [{find: '{digti} m', set: b, why: c, examples: [[a, b]]}]\n",
            "2:21 this rule cannot be used: there is no “{digti}”",
        ),
        (
            "typography: [{find: a, set: b, why: c, examples: [[a, b]]}]\n",
            "2:21 this rule cannot be used: a rule changes spaces and signs",
        ),
        ("calendar: solar-hijri\n", "2:11 the calendar “solar-hijri” has 12 months of its own, here stand 0"),
        ("digits: '0123456798'\n", "2:9 “0123456798” are not the digits from 0 to 9"),
        ("digits: '01234۵۶۷۸۹'\n", "2:9 “01234۵۶۷۸۹” are not the digits from 0 to 9"),
        (
            f"typography: [{', '.join(['{find: =, set: ==, why: c, examples: [[=, ==]]}'] * 40)}]\n",
            "2:13 the typography cannot be used: its rules make a text more than 8 times as long",
        ),
        ("locators: {line: {one: ['P.']}}\n", "2:25 the locale pack “en-NZ” names “P.” a line; it is a page elsewhere"),
    ],
)
def test_a_mistake_is_said_at_its_place(tmp_path: Path, source: str, message: str) -> None:
    made = shelf(tmp_path, en_NZ=FIRST + source)
    (heard,) = said(made)
    assert heard.startswith(f"en-NZ/pack.yaml:{message}")
    assert {one.code for one in made.findings} == {"LOC-020"}
    assert all(one.hint for one in made.findings) or "it needs" in message


def test_all_mistakes_are_said_in_one_run_and_the_locale_still_stands(tmp_path: Path) -> None:
    made = shelf(tmp_path, en_NZ=FIRST + "sections: roman\nfolio: decimal\n", de="digits: none\n")
    assert len(made.findings) == 3
    assert locales.term("ibid", made.pack("en-NZ")) == "Ibid."
    assert made.pack("de").digits == "0123456789"


def test_a_new_locale_must_be_complete(tmp_path: Path) -> None:
    made = shelf(tmp_path, eo="direction: ltr\n")
    (finding,) = made.findings
    assert finding.message.startswith("a locale pack lacks “name”, “pseudo”")
    assert "eo" in made.known()


@pytest.mark.parametrize(
    ("packs", "messages"),
    [
        ({"eo": "inherits: tlh\n"}, ["eo/pack.yaml:1:11 there is no pack “tlh” to inherit"]),
        ({"eo": "inherits: [de]\n"}, ["eo/pack.yaml:1:11 there is no pack “…” to inherit"]),
        ({"de": "inherits: de\n"}, ["de/pack.yaml:1:11 the pack “de” inherits itself"]),
        (
            {"eo": "inherits: ia\n", "ia": "inherits: eo\n"},
            [
                "eo/pack.yaml:1:11 the packs “eo” and “ia” inherit each other",
                "ia/pack.yaml:1:11 the packs “ia” and “eo” inherit each other",
            ],
        ),
        (
            {"en_GB": "inherits: en-US\n"},
            ["en-GB/pack.yaml:1:11 the packs “en-GB” and “en-US” inherit each other"],
        ),
        ({"eo": "- a list\n"}, ["eo/pack.yaml:1:1 a locale pack is a mapping of keys, here stands a list"]),
        ({"eo": ""}, ["eo/pack.yaml:1:1 the file is empty"]),
        ({"eo": "a: [\n"}, ["eo/pack.yaml:1:4 “[” is opened here and not closed"]),
        ({"Esperanto": FIRST}, ["Esperanto:1:1 “Esperanto” is no locale tag"]),
    ],
)
def test_what_cannot_be_inherited_or_read_is_said(tmp_path: Path, packs: dict[str, str], messages: list[str]) -> None:
    made = shelf(tmp_path, **packs)
    assert said(made) == messages
    assert made.pack("de").name == "Deutsch"


def test_a_folder_without_a_pack_is_said(tmp_path: Path) -> None:
    (tmp_path / "content" / "locales" / "eo").mkdir(parents=True)
    (tmp_path / "content" / "locales" / "eo" / "pack.yml").write_text(FIRST, encoding="utf-8")
    (finding,) = Shelf.of(load_packs(tmp_path)).findings
    assert (finding.code, finding.hint) == ("LOC-020", "call “pack.yml” pack.yaml")


def test_a_pack_outside_the_project_is_not_read(tmp_path: Path) -> None:
    outside, project = tmp_path / "outside", tmp_path / "project"
    outside.mkdir()
    (outside / "pack.yaml").write_text(FIRST, encoding="utf-8")
    (project / "content" / "locales").mkdir(parents=True)
    (project / "content" / "locales" / "eo").symlink_to(outside)
    assert [one.code for one in Shelf.of(load_packs(project)).findings] == ["LOD-008"]


@given(st.text(max_size=60))
def test_no_pack_of_a_house_makes_the_shelf_fall_over(tmp_path_factory: pytest.TempPathFactory, source: str) -> None:
    project = tmp_path_factory.mktemp("project")
    write(project, "eo", FIRST + source.encode("utf-8", "replace").decode("utf-8"))
    assert "eo" in Shelf.of(load_packs(project)).known() or Shelf.of(load_packs(project)).findings


def test_a_senseless_pack_over_one_of_the_program_leaves_that_one(tmp_path: Path) -> None:
    made = shelf(tmp_path, en_GB="calendar: solar-hijri\n", ru="calendar: solar-hijri\n")
    assert {one.code for one in made.findings} == {"LOC-020"}
    assert (made.pack("en-GB").calendar, made.pack("ru").name) == ("gregorian", Shelf.of(None).pack("ru").name)

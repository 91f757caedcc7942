"""Entries: types and fields under their names in biblatex, each in its form, and what a type needs."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from report.findings import Finding, Mark
from report.load.references import load_references, read_references
from report.load.references.vocabulary import FIELD_ALIASES, FIELDS, IGNORED_FIELDS, REQUIRED, TYPE_ALIASES
from report.model.references import ENTRY_TYPES, Entry

ROOT = Path(__file__).parents[4]
SHIPPED = sorted((*ROOT.glob("content/*/references.bib"), ROOT / "report/starter/references.bib"))


def entry(fields: str, kind: str = "misc", **beside: str) -> Entry:
    """Return an entry with an author, a title and these fields."""
    read = read_references({"a.bib": source(fields, kind), **beside})
    assert read.findings == ()
    return read.value["key"]


def said(fields: str, kind: str = "misc") -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in read_references({"a.bib": source(fields, kind)}).findings]


def source(fields: str, kind: str = "misc") -> str:
    return f"@{kind}{{key, author = {{Doe, Jane}}, title = {{A Title}}, {fields}}}\n"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name)
def test_the_shipped_references_are_sound_as_they_stand(path: Path) -> None:
    read = read_references({"references.bib": path.read_text(encoding="utf-8")})
    assert read.findings == ()
    assert read.value


@pytest.mark.parametrize(
    ("written", "kind", "type_"),
    [
        ("phdthesis", "thesis", "phdthesis"),
        ("mastersthesis", "thesis", "mathesis"),
        ("techreport", "report", "techreport"),
        ("conference", "inproceedings", ""),
        ("www", "online", ""),
        ("electronic", "online", ""),
        ("Online", "online", ""),
    ],
)
def test_types_have_one_name(written: str, kind: str, type_: str) -> None:
    fields = "institution = {I}, booktitle = {B}, date = 2020"
    assert (entry(fields, written).type, entry(fields, written).plain("type")) == (kind, type_)


def test_a_type_that_is_given_wins() -> None:
    assert entry("type = {Habilitation}, school = {S}, year = 2020", "phdthesis").plain("type") == "Habilitation"


@pytest.mark.parametrize(("alias", "name"), FIELD_ALIASES.items())
def test_fields_have_one_name(alias: str, name: str) -> None:
    read = entry(f"{alias} = {{english}}")
    assert name in read.marks
    assert name in IGNORED_FIELDS or name == "langid" or read.plain(name) == "english"


@pytest.mark.parametrize("name", sorted(FIELDS - {"year", "month", "crossref"}))
def test_every_field_is_known_by_its_name(name: str) -> None:
    assert "CIT-007" not in {code for code, _ in said(f"{name} = {{x}}")}


def test_an_ignored_field_is_neither_read_nor_complained_of() -> None:
    assert set(entry(r"abstract = {\foo $ \\ ``}, file = {C:\x}, annote = {}").fields) == {"title"}


@pytest.mark.parametrize(
    ("fields", "role", "written"),
    [
        ("url = {https://example.org/a_b?c=d#e}", "url", "https://example.org/a_b?c=d#e"),
        (r"url = {https://example.org/a\_b\%20\~{}c}", "url", "https://example.org/a_b%20~c"),
        ("url = {HTTPS://EXAMPLE.ORG/Path?Q}", "url", "https://example.org/Path?Q"),
        ("url = {Http://Someone@Example.ORG:8080}", "url", "http://Someone@example.org:8080"),
        ("url = {https://[2001:DB8::1]/}", "url", "https://[2001:db8::1]/"),
        (
            "url = {https://archive.example/2020/https://example.org/}",
            "url",
            "https://archive.example/2020/https://example.org/",
        ),
        ("doi = {10.1000/x.1}", "doi", "10.1000/x.1"),
        ("doi = {https://doi.org/10.1000/x.1}", "doi", "10.1000/x.1"),
        ("doi = {doi:10.1000/x(1)<2>}", "doi", "10.1000/x(1)<2>"),
        ("pages = {27--49}", "pages", "27–49"),
        ("pages = {27-49}", "pages", "27–49"),
        ("pages = {27 – 9, 33, iv--vi}", "pages", "27–9, 33, iv–vi"),
        ("pages = {A7}", "pages", "A7"),
        ("pages = {12-1--12-30}", "pages", "12-1–12-30"),
        ("pages = {۱۲--۱۴}", "pages", "۱۲–۱۴"),
        ("eprint = {hep-th/0001}, archiveprefix = {arXiv}", "eprint", "hep-th/0001"),
        ("publisher = {Salt and Sand}", "publisher", "Salt and Sand"),
        ("publisher = {{Salt and Sand}}", "publisher", "Salt and Sand"),
        ("entrysubtype = {newspaper}", "entrysubtype", "newspaper"),
        ("note = {3 < 4 & 5 > 2}", "note", "3 < 4 & 5 > 2"),
        ("edition = 2", "edition", "2"),
        ("edition = {Revised}", "edition", "Revised"),
        ("edition = {2., neu bearb. Aufl.}", "edition", "2., neu bearb. Aufl."),
        ("volume = {III}", "volume", "III"),
        ("volume = {3, pt. 1}", "volume", "3, pt. 1"),
        ("note = {The {}}", "note", "The"),
        ("note = {~T{ }}", "note", "T"),
        (r"note = {\emph{ a }b\textsc{c }\emph{ }}", "note", "a bc"),
    ],
)
def test_fields_with_a_form_are_brought_into_it(fields: str, role: str, written: str) -> None:
    assert entry(fields).plain(role) == written


@pytest.mark.parametrize(
    "field",
    [
        "url = {javascript:alert(1)}",
        "url = {JavaScript:alert(1)}",
        "url = {data:text/html,x}",
        "url = {ftp://example.org}",
        "url = {mailto:a@b.example}",
        "url = {example.org}",
        "url = {https:/example.org}",
        "url = {https://}",
        'url = {https://example.org/"onclick}',
        "url = {https://example.org/a b}",
        "doi = {javascript:10.1000/x}",
        "doi = {11.1000/x}",
        "doi = {10.1000}",
        "eprint = {a b}",
        "note = {javascript:alert(1)}",
        r"note = {\href{javascript:alert(1)}{here}}",
        "subtitle = {}",
        "pages = {49--27}",
        "pages = {27--}",
        "pages = {27 to 49}",
        "date = {May 2020}",
        "date = {2020-21}",
        "urldate = {2020/2021}",
        "urldate = {2020~}",
        "month = may",
        "year = 2020, month = {mayo}",
        "year = {in press}",
        "langid = {klingonic}",
        "entrysubtype = {weekly}",
        "options = {useprefix=perhaps}",
        "crossref = {a, b}",
        "note = {{}}",
        r"note = {\emph{ }~}",
        "edition = {2nd}",
        "edition = {2nd ed.}",
        "edition = {2. Aufl.}",
        f"edition = {{{'9' * 5000}}}",
        "volume = {Vol. 3}",
        "volume = {Bd. IV}",
        "editor = {{}}",
        "editor = {{} and Example, Ada}",
        "editor = {~, Ada}",
        "url = {https://[bad}",
        "url = {https://example.org:port/}",
        "url = {https://a.example https://b.example}",
    ],
)
def test_what_has_not_its_form_is_said_once(field: str) -> None:
    assert [code for code, _ in said(field)] == ["CIT-008"]


@pytest.mark.parametrize("joint", [" ", ", ", ";", ",\n  "])
def test_a_field_of_several_addresses_is_told_to_be_one(joint: str) -> None:
    source = f"@misc{{key, author = {{Doe, J.}}, title = {{T}}, url = {{https://a.example/x{joint}http://b.example}}}}"
    (finding,) = read_references({"a.bib": source}).findings
    assert finding.code == "CIT-008"
    assert "one address" in finding.hint


@pytest.mark.parametrize("title", ["Learn JavaScript: A Course", "The Data: Told", "<script>alert(1)</script>"])
def test_a_title_is_words_and_nothing_else(title: str) -> None:
    read = read_references({"a.bib": f"@misc{{key, author = {{Doe, Jane}}, title = {{{title}}}}}"})
    assert read.findings == ()
    assert read.value["key"].fields["title"] == (title,)


@pytest.mark.parametrize(
    ("fields", "year", "month"),
    [("year = 2020", 2020, 0), ("year = {2020}, month = jan", 2020, 1), ("year = 2020, month = 5", 2020, 5)],
)
def test_year_and_month_are_the_date(fields: str, year: int, month: int) -> None:
    day = entry(fields).dates["date"].first
    assert (day.year, day.month, day.day) == (year, month, 0)


def test_keywords_are_parted_at_commas() -> None:
    assert entry('keywords = {official, {tides} , B\\"ucher}').keywords == ("official", "tides", "Bücher")


def test_the_language_is_a_tag() -> None:
    assert (entry("langid = {persian}").language, entry("hyphenation = {british}").language) == ("fa", "en-GB")
    assert entry("language = {russian}").language == ""


def test_the_particle_is_kept_where_the_options_say_so() -> None:
    text = "@misc{key, author = {van Roe, Rick}, title = {T}, options = {useprefix=true}}"
    assert read_references({"a.bib": text}).value["key"].names["author"].people[0].keeps_particle


@pytest.mark.parametrize("kind", sorted(ENTRY_TYPES | frozenset(TYPE_ALIASES)))
def test_a_bare_entry_of_every_type_is_told_what_it_lacks_and_nothing_else(kind: str) -> None:
    read = read_references({"a.bib": f"@{kind}{{key}}"})
    assert {one.code for one in read.findings} == {"CIT-005"}
    needed = REQUIRED[read.value["key"].type]
    assert len(read.findings) == len(needed)
    assert all(f"@{kind}" in one.message for one in read.findings)


def test_an_address_or_a_place_is_never_needed() -> None:
    assert not {"url", "location", "address"} & {
        name for groups in REQUIRED.values() for name in itertools.chain(*groups)
    }


def test_a_misspelt_field_is_not_missing_as_well() -> None:
    assert [code for code, _ in said("publsher = {P}, year = 2020", "book")] == ["CIT-007"]
    assert [code for code, _ in said("colour = {P}, year = 2020", "book")] == ["CIT-007", "CIT-005"]


def test_a_field_that_is_given_wrongly_is_not_missing_as_well() -> None:
    assert [code for code, _ in said("publisher = {P}, date = {soon}", "book")] == ["CIT-008"]


def test_permuting_the_entries_changes_nothing_but_their_order() -> None:
    parts = [
        "@misc{a, author = {Doe, Jane}, title = {T}}\n",
        "@incollection{b, crossref = {c}, author = {Roe, R.}, title = {U}}\n",
        "@collection{c, editor = {{Board}}, title = {V}, publisher = {P}, date = {2020}}\n",
        "@online{d, author = {Doe, Jane}, title = {W}, crossref = {a}}\n",
    ]
    entries = [read_references({"a.bib": "".join(some)}).value for some in itertools.permutations(parts)]
    fields = [{key: (one.type, one.names, one.fields, one.dates) for key, one in some.items()} for some in entries]
    assert all(some == fields[0] for some in fields)
    assert [list(some) for some in entries[:2]] == [["a", "b", "c", "d"], ["a", "b", "d", "c"]]


def test_several_files_are_one_list_of_references(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text(
        "@string{hp = {Harrow Press}}\n@misc{key, author = {A}, title = {T}, crossref = {b}}"
    )
    (tmp_path / "b.bib").write_text("@misc{b, author = {B}, title = {U}, publisher = hp}\n@misc{KEY, title = {V}}")
    marks = Mark("brief.yaml", 3), Mark("brief.yaml", 4)
    read = load_references(tmp_path, (("a.bib", marks[0]), ("b.bib", marks[1])))
    assert read.value["key"].plain("publisher") == "Harrow Press"
    expected = Finding("CIT-004", Mark("b.bib", 2), "the key “KEY” is given twice", "first given at a.bib:2:1")
    assert read.findings == (expected,)


def test_a_file_that_is_not_there_or_listed_twice_is_a_finding_where_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text(source(""))
    marks = [Mark("brief.yaml", line) for line in (3, 4, 5)]
    read = load_references(tmp_path, zip(("a.bib", "b.bib", "a.bib"), marks, strict=True))
    assert [(one.code, one.mark) for one in read.findings] == [("LOD-001", marks[1]), ("CIT-004", marks[2])]
    assert list(read.value) == ["key"]

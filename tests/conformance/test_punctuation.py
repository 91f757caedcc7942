"""No mark of punctuation is set twice or beside one that forbids it, whatever the fields of an entry end in."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conformance.test_properties import LOCALES, STYLES
from tests.support.apparatus import SHELF, apparatus_of, bibliography_of, edition_of, notes_of, rules, works_of
from tests.support.cases import cases

CASES = cases(300)  # of notes that cite one to three works each

FORBIDDEN = {
    "a mark twice": r"(?<!\.)\.\.(?!\.)|[,،]\s*[,،]|[;؛]\s*[;؛]|:\s*:",
    "a stop after a question or exclamation mark": r"[?!؟]\*?_?[”’»“‘›]*\*?\.",
    "a stop on both sides of a closing mark": r"\.\*?[”’»“‘›]+\*?\.",
    "a pause before a stop": r"[,،;؛:]\s*[.!?؟]",
    "a pause after a pause": r"[,،;؛:]\s*[,،;؛:]",
    "a space before a mark": r"(?<=\S) [,،;؛:.?!)](?!\.)",
    "two spaces": r"  ",
    "an empty pair": r"\(\s*\)|“”|„“|«»|‹›|\*\*|\[\]",
    "a pause at an opening": r"\([,،;؛:.]",
    "a pause before a closing": r"[,،;؛:]\)",
    "a pause at the head": r"^\s*[,،;؛:.]",
}
_OUTSIDE = {"a comma or stop outside closing marks": r"[”’][,.]"}
"""What is forbidden too where the locale writes commas and stops inside."""

_ENDINGS = ("", "", "?", "!", ".", " Etc.", " \\enquote{Fog}", " \\enquote{What?}", " (Again)", " \\emph{Nereid}")
_TYPES = (
    "article", "book", "collection", "inbook", "incollection", "inproceedings", "legislation", "manual", "misc",
    "mvbook", "online", "proceedings", "report", "thesis", "treaty", "unpublished",
)  # fmt: skip
_NAMES = ("Quill, Ada", "Vale, Jr., Corin", "von Ahlen, Rike", "{Placeholder Inc.}", "{Who Goes There?}", "نمونه, آوا")

titles = st.builds("{}{}".format, st.sampled_from(("Tides", "The Ebb", "Туман", "جزر و مد")), st.sampled_from(_ENDINGS))
people = st.builds(
    lambda names, others: " and ".join(names) + (" and others" if others else ""),
    st.lists(st.sampled_from(_NAMES), min_size=1, max_size=5, unique=True),
    st.booleans(),
)
_VALUES = {
    "author": people,
    "editor": people,
    "translator": people,
    "title": titles,
    "subtitle": titles,
    "shorttitle": titles,
    "maintitle": titles,
    "booktitle": titles,
    "booksubtitle": titles,
    "journaltitle": titles,
    "entrysubtype": st.sampled_from(("news", "newspaper", "magazine")),
    "series": st.sampled_from(("Sample Ser.", "What Now?")),
    "number": st.sampled_from(("5", "3a")),
    "volume": st.just("2"),
    "volumes": st.just("4"),
    "issue": st.just("Spring"),
    "edition": st.sampled_from(("2", "rev. ed.", "Second")),
    "pages": st.sampled_from(("3--9", "12")),
    "publisher": st.sampled_from(("Placeholder Inc.", "Sample House", "Ahoy!")),
    "institution": st.sampled_from(("Placeholder Inst.", "Board of Fog")),
    "organization": st.sampled_from(("Placeholder Org.", "Who Reads This?")),
    "location": st.sampled_from(("Harrowmouth", "St.")),
    "type": st.sampled_from(("phdthesis", "mathesis", "Tech. rep.")),
    "note": st.sampled_from(("With a map.", "With a map", "Why?")),
    "date": st.sampled_from(("2004", "2004-05", "2004-05-06", "2001/2004", "2001/", "1850~", "1850?")),
    "origdate": st.just("1898"),
    "doi": st.just("10.5555/sample"),
    "url": st.just("https://www.example.org/sample"),
    "urldate": st.just("2024-05-01"),
    "langid": st.sampled_from(("english", "german", "russian", "persian")),
}
entries = st.builds(
    lambda type_, fields: (type_, {"title": "Tides", **fields}),
    st.sampled_from(_TYPES),
    st.fixed_dictionaries({}, optional=_VALUES),
)
affixes = st.sampled_from(
    (
        "[{}]",
        "[see {}]",
        "[see e.g. {}, etc.]",
        "[{}, and more]",
        "[{}, why?]",
        "^[Says {}.]",
        "^[See [{}].]",
        "^[Is it [{}]?]",
    )
)
places = st.sampled_from(("", ", p. 3", ", pp. 3–5", ", vol. 2, p. 3", ", {plate B.}", ", {where?}"))


@given(
    st.lists(entries, min_size=1, max_size=3),
    st.lists(st.tuples(st.integers(0, 2), affixes, places), min_size=1, max_size=4),
    st.sampled_from(STYLES),
    st.sampled_from(LOCALES),
    st.sampled_from(("edition", "source")),
)
@settings(max_examples=CASES)
def test_no_mark_stands_beside_one_that_forbids_it(
    written: list[tuple[str, dict[str, str]]],
    mentions: list[tuple[int, str, str]],
    style: str,
    locale: str,
    terms: str,
) -> None:
    keys = [f"k{number}" for number in range(len(written))]
    source = "\n".join(_entry(key, *one) for key, one in zip(keys, written, strict=True))
    works = works_of(source, anonymous=keys)
    text = "".join(f"A claim.{_call(affix, '@' + keys[at % len(keys)], place)}" for at, affix, place in mentions)
    edition = edition_of([text], locale, rules(style, {"terms": terms}))
    apparatus = apparatus_of(edition, works)
    are_inside = SHELF.pack(locale).stops_inside_quotation and terms == "edition"
    lines = [*notes_of(apparatus), *bibliography_of(apparatus)]
    assert [(line, faults) for line in lines if (faults := faults_of(line, are_inside=are_inside))] == []
    assert [line for line in lines if not re.search(r"[.?!؟]\*?[”’»“‘›)]*\*?$", line)] == [], source


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("Quill, *Tides*.. Sandhaven", "a mark twice"),
        ("Quill, *Tides?*. Sandhaven", "a stop after a question or exclamation mark"),
        ("Quill, “Tides.”.", "a stop on both sides of a closing mark"),
        ("Quill, *Tides*,.", "a pause before a stop"),
        ("Quill,, *Tides*.", "a mark twice"),
        ("Quill, *Tides* ().", "an empty pair"),
        ("Quill, “Tides”, 3.", "a comma or stop outside closing marks"),
        ("Quill , *Tides*.", "a space before a mark"),
    ],
)
def test_what_is_looked_for_would_be_found(line: str, fault: str) -> None:
    assert fault in faults_of(line)


def faults_of(line: str, *, are_inside: bool = True) -> list[str]:
    """Return what is wrong with the punctuation of a line; addresses are no prose."""
    forbidden = {**FORBIDDEN, **_OUTSIDE} if are_inside else FORBIDDEN
    prose = re.sub(r"https?://\S*?(?=[.,;)]?(?:\s|$))", "address", line)
    return [fault for fault, pattern in forbidden.items() if re.search(pattern, prose)]


def _entry(key: str, type_: str, fields: dict[str, str]) -> str:
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{type_}{{{key},\n{lines}}}\n"


def _call(affix: str, key: str, place: str) -> str:
    """Return a note; where the citation has no brackets of its own within words, it gets them."""
    if affix.startswith("^[Says"):
        return affix.format(f"[{key}{place}]")
    return affix.format(key + place)

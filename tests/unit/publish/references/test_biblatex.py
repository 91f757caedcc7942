"""References as biblatex: a fixed order, the signs of TeX escaped, names and dates as the manual has them."""

from __future__ import annotations

import pytest

from report.model.blocks import PartialDate
from report.model.references import EntryDate, Name, Rich, Styled
from report.publish.references.biblatex import write_biblatex
from report.publish.references.latex import in_latex
from tests.support.entries import emphasis, entry, institution, on, people, person


def test_fields_stand_in_one_order_whatever_the_entry_s() -> None:
    work = entry(
        "roe2019",
        "book",
        publisher="Placeholder Press",
        title="Mud",
        dates={"date": on(2019)},
        names={"author": people(person("Roe", "Jane"))},
        language="de-AT",
    )
    assert write_biblatex([work]).decode() == (
        "@book{roe2019,\n"
        "  author    = {Roe, Jane},\n"
        "  title     = {Mud},\n"
        "  publisher = {Placeholder Press},\n"
        "  date      = {2019},\n"
        "  langid    = {naustrian},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("pieces", "written"),
    [
        (("100% of A&B_c #1 $5 a\\b",), r"100\% of A\&B\_c \#1 \$5 a\textbackslash{}b"),
        (("{x} ~ ^",), r"\textbraceleft{}x\textbraceright{} \textasciitilde{} \textasciicircum{}"),
        (("a", emphasis("b", Styled("quotation", ("c",))), "d"), r"a\emph{b\mkbibquote{c}}d"),
        ((Styled("small-caps", ("unesco",)), Styled("raised", ("2",))), r"\textsc{unesco}\textsuperscript{2}"),
        (("p.\u00a03 – it’s",), "p.~3 – it’s"),
        (("a--b",), "a-{}-b"),
    ],
)
def test_looks_are_commands_and_signs_are_escaped(pieces: Rich, written: str) -> None:
    assert in_latex(pieces) == written


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (person("Roe", "Jane"), "Roe, Jane"),
        (person("Berg", "Jan", "van der", "Jr."), "van der Berg, Jr., Jan"),
        (person("Plato"), "Plato"),
        (person("García y Vega", "Ana"), "{García y Vega}, Ana"),
        (person("Gaulle", particle="de"), "de Gaulle"),
        (institution("Mud and Tides, Ltd & Co."), r"{Mud and Tides, Ltd \& Co.}"),
        (person("Roe", "Jane, of Mud"), "Roe, {Jane, of Mud}"),
        (person("Example", "Anne", "d’"), "d’ Example, Anne"),
    ],
)
def test_a_name_is_written_so_that_its_parts_are_found_again(name: Name, written: str) -> None:
    body = write_biblatex([entry("key", "book", names={"author": people(name)})]).decode()
    assert f"author = {{{written}}},\n" in body


def test_others_and_a_kept_particle_are_said() -> None:
    names = people(person("Berg", "Jan", "van", keeps=True), others=True)
    body = write_biblatex([entry("key", "book", names={"author": names})]).decode()
    assert "author  = {van Berg, Jan and others}" in body
    assert "options = {useprefix=true}" in body


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (on(2019, 5, 17), "2019-05-17"),
        (EntryDate(PartialDate(2015), PartialDate(2017, 3)), "2015/2017-03"),
        (EntryDate(PartialDate(2015), is_open=True), "2015/"),
        (EntryDate(PartialDate(1850), is_circa=True), "1850~"),
        (EntryDate(PartialDate(1850), PartialDate(1860), is_uncertain=True), "1850?/1860?"),
        (EntryDate(PartialDate(850), is_circa=True, is_uncertain=True), "0850%"),
    ],
)
def test_a_date_is_in_the_extended_format(day: EntryDate, written: str) -> None:
    body = write_biblatex([entry("key", "book", dates={"origdate": day})]).decode()
    assert f"origdate = {{{written}}},\n" in body


def test_addresses_are_verbatim_and_never_end_their_field() -> None:
    body = write_biblatex([entry("key", "online", url="https://example.org/a_b%20{c}", doi="10.1/a}b")]).decode()
    assert "url = {https://example.org/a_b%20{c}},\n" in body
    assert "doi = {10.1/a%7Db},\n" in body


def test_capitals_of_english_titles_are_kept_from_styles() -> None:
    english = write_biblatex([entry("a", "article", title="Iran’s Turn", journaltitle="Foreign Mud", language="en-GB")])
    german = write_biblatex([entry("a", "article", title="Der Hafen", language="de")])
    assert b"{{Iran\xe2\x80\x99s Turn}}" in english
    assert b"= {Foreign Mud}" in english
    assert b"= {Der Hafen}" in german


def test_a_publisher_with_an_and_stays_one() -> None:
    work = entry("a", "book", location="Mudport", publisher="Mud and Sons", crossref="parent")
    body = write_biblatex([work]).decode()
    assert "location  = {Mudport},\n" in body
    assert "publisher = {{Mud and Sons}},\n" in body
    assert "crossref" not in body


def test_a_language_that_babel_has_no_name_for_keeps_its_tag() -> None:
    assert b"langid = {zh-Hant},\n" in write_biblatex([entry("a", "misc", language="zh-Hant")])

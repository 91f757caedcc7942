"""Names: persons in their parts, institutions whole, in any script."""

from __future__ import annotations

import pytest

from report.load.references.names import NotNames, institutions_among, read_names, split_list
from report.model.references import Name, Names


def read(value: str, *, keeps_particle: bool = False) -> Names:
    return read_names(value, keeps_particle=keeps_particle)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Doe, Jane", Name("Doe", "Jane")),
        ("Jane Q. Doe", Name("Doe", "Jane Q.")),
        ("van der Roe, Rick", Name("Roe", "Rick", "van der")),
        ("Rick van der Roe", Name("Roe", "Rick", "van der")),
        ("de la Fontana y Prado, Ana", Name("Prado", "Ana", "de la Fontana y")),
        ("{de la Fontana y Prado}, Ana", Name("de la Fontana y Prado", "Ana")),
        ("Doe, Jr., John", Name("Doe", "John", suffix="Jr.")),
        ("Doe, III, John", Name("Doe", "John", suffix="III")),
        ("Plato", Name("Plato")),
        (r"M{\"u}ster, Ren\'e", Name("Müster", "René")),
        ("O'Sample, Una", Name("O’Sample", "Una")),
        ("al-Example, Omar", Name("al-Example", "Omar")),
        ("Примерова, Анна Ивановна", Name("Примерова", "Анна Ивановна")),
        ("رضایی, علی", Name("رضایی", "علی")),
        ("例, 太郎", Name("例", "太郎")),
        ("{Harrowmouth Board}", Name("Harrowmouth Board", is_institution=True)),
        ("{Doe and Daughters & Co}", Name("Doe and Daughters & Co", is_institution=True)),
        ("{Wei} {Ming}", Name("Ming", "Wei")),
        ("family=Roe, given=Rick, prefix=van der", Name("Roe", "Rick", "van der")),
        ("family=Roe, given=Rick, prefix=van der, useprefix=true", Name("Roe", "Rick", "van der", keeps_particle=True)),
    ],
)
def test_a_name_is_taken_apart(written: str, name: Name) -> None:
    assert read(written) == Names((name,))


def test_names_are_parted_at_and_outside_of_braces() -> None:
    names = read("Doe, Jane AND {Smith and Sons} and Roe, R.").people
    assert [name.family for name in names] == ["Doe", "Smith and Sons", "Roe"]


def test_others_are_left_out_and_counted() -> None:
    assert read("Doe, Jane and others") == Names((Name("Doe", "Jane"),), has_others=True)


def test_a_particle_is_kept_where_the_entry_says_so() -> None:
    kept, bare = read("van Roe, Rick and Doe, Jane", keeps_particle=True).people
    assert (kept.keeps_particle, bare.keeps_particle) == (True, False)


@pytest.mark.parametrize(
    "written",
    [
        "Doe, Jane, Roe, Rick",
        "Doe, Jane, Roe",
        "Doe, Jane & Roe, Rick",
        "Doe, Jane; Roe, Rick",
        "Jane Doe und Rick Roe",
        "Jane Doe et Rick Roe",
        "Анна Примерова и Иван Образцов",
        "Doe, Jane et al.",
        "Doe, Jane and",
        "and Doe, Jane",
        "Doe, Jane and and Roe, Rick",
        "others",
        "others and Doe, Jane",
        "Doe,",
        ", Jane",
        "رضایی، علی",
        "family=Roe, givn=Rick",
        "x" * 500,
        "{}",
        "{ }",
        "{~}",
        "{\u200b}",
        "{} and Doe, Jane",
        "Doe, Jane and {}",
        "~, Ada",
        "{}, Ada",
    ],
)
def test_what_is_not_one_name_is_refused(written: str) -> None:
    with pytest.raises(NotNames) as refused:
        read(written)
    assert all(refused.value.args)


@pytest.mark.parametrize(
    ("particle", "whole"), [("d’", "d’Example"), ("l'", "l'Example"), ("van der", "van der Example")]
)
def test_a_surname_has_its_particle(particle: str, whole: str) -> None:
    assert Name("Example", "Ada", particle).surname == whole
    assert Name("Example", "Ada").surname == "Example"


def test_blanks_at_the_ends_of_a_part_are_none() -> None:
    assert read("{Doe {}}, {~Jane}") == Names((Name("Doe", "Jane"),))


def test_lists_of_places_are_parted_as_names_are() -> None:
    assert split_list("Harrowmouth and {Salt and Sand} and Sandhaven") == [
        "Harrowmouth",
        "{Salt and Sand}",
        "Sandhaven",
    ]


@pytest.mark.parametrize(
    ("value", "known", "suspects"),
    [
        ("International Estuary Agency", {"International Estuary Agency"}, ["International Estuary Agency"]),
        ("Bureau of Tides and Winds", set(), ["Bureau of Tides"]),
        ("{Bureau of Tides and Winds}", set(), []),
        ("Example, Ada and Ben Sample", set(), []),
        ("Charles de la Mare and van der Roe, Rick", set(), []),
    ],
)
def test_an_institution_without_braces_is_suspected(value: str, known: set[str], suspects: list[str]) -> None:
    assert list(institutions_among(value, known)) == suspects

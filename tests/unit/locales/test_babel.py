"""Languages: babel's names and tags, read and written."""

from __future__ import annotations

import pytest

from report.locales.babel import LANGUAGES, babel_name, language_tag, nearest_language
from report.validate.languages import is_language


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("english", "en"),
        ("British", "en-GB"),
        ("UKenglish", "en-GB"),
        ("USenglish", "en-US"),
        ("american", "en-US"),
        ("ngerman", "de"),
        ("naustrian", "de-AT"),
        ("nswissgerman", "de-CH"),
        ("persian", "fa"),
        ("farsi", "fa"),
        ("russian", "ru"),
        ("brazilian", "pt-BR"),
        ("serbian-latin", "sr-Latn"),
        ("serbian-cyrillic-bosniaherzegovina", "sr-Cyrl-BA"),
        ("german-austria", "de-AT"),
        ("spanish-mx", "es-MX"),
        ("centralkurdish", "ckb"),
        ("fa", "fa"),
        ("fa-Latn", "fa-Latn"),
        ("zh-Hant", "zh-Hant"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ("chinese-traditional", "zh-Hant"),
        ("es-419", "es-419"),
        ("en-GB", "en-GB"),
        ("", ""),
        ("englsh", ""),
        ("xq", ""),
        ("german-nowhere", ""),
        ("latin script", ""),
        ("german-austria-latin", ""),
        ("german-latin-latin", ""),
    ],
)
def test_a_language_has_a_tag(written: str, tag: str) -> None:
    assert language_tag(written) == tag


def test_every_name_of_a_language_with_two_letters_is_one_that_briefs_know() -> None:
    tags = {tag for tag in LANGUAGES.values() if len(tag.split("-")[0]) == 2 and len(tag) in (2, 5)}
    assert {tag for tag in tags if not is_language(tag)} == set()


def test_a_misspelt_language_is_guessed() -> None:
    assert "english" in nearest_language("englsh")
    assert nearest_language("x" * 100_000)


@pytest.mark.parametrize("name", sorted(LANGUAGES))
def test_every_tag_that_is_read_is_written_and_read_again(name: str) -> None:
    written = (name, f"{name}-arabic", f"{name}-latin-germany", f"{name}-ch", babel_name(LANGUAGES[name]))
    for tag in map(language_tag, written):
        assert tag
        assert language_tag(babel_name(tag)) == tag


def test_the_first_name_of_a_tag_is_written_and_a_tag_without_one_stays() -> None:
    tags = ("fa", "de-AT", "nb", "dua", "fa-Latn", "zh-Hant", "fr-BE", "tlh")
    assert [babel_name(tag) for tag in tags] == [
        *("persian", "naustrian", "norsk", "duala", "fa-Latn", "zh-Hant", "fr-BE", "tlh"),
    ]

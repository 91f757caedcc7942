"""Finishing: the words of the house and of the templates have the spaces and signs of their language, places kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.locales import Shelf
from report.localize.finishing import finished
from report.model.edition import HouseWords
from tests.support.editions import edition, house

SHELF = Shelf.of(None)
SOURCE = SHELF.pack("en-GB")


def words_in(locale: str, *forms: str) -> tuple[str, ...]:
    """The words of a template as an edition prints them."""
    made = replace(edition(), locale=locale, pack=SHELF.pack(locale), words=HouseWords({"Word": forms}, bool))
    return finished(made, SOURCE).words.texts["Word"]


@pytest.mark.parametrize(
    ("locale", "written", "printed"),
    [
        ("ru", "Вернуться к тексту", "Вернуться к\u00a0тексту"),
        ("ru", "Назад к %(place)s.", "Назад к\u00a0%(place)s."),
        ("de", "Siehe S. 5, z. B. %(name)s", "Siehe S.\u00a05, z.\u2009\u2060B. %(name)s"),
        ("fa", "متن ، %(date)s", "متن، %(date)s"),
        ("de", "%(count)s %% von %(date)s. Siehe 12 km", "%(count)s %% von %(date)s. Siehe 12\u00a0km"),
        ("de", "%(s)s. S. %(s)s", "%(s)s. S. %(s)s"),
    ],
)
def test_words_of_templates_have_the_spaces_of_their_language(locale: str, written: str, printed: str) -> None:
    assert words_in(locale, written) == (printed,)


def test_every_plural_form_is_set() -> None:
    assert words_in("ru", "в тексте", "к тексту") == ("в\u00a0тексте", "к\u00a0тексту")


def test_words_of_the_house_are_set_and_its_numbers_kept() -> None:
    of_house = replace(house(), publisher="Институт в городе", series_number="ISSN 0000 - 0000")
    made = replace(edition(of_house=of_house), locale="ru", pack=SHELF.pack("ru"))
    after = finished(made, SOURCE).brief.house
    assert after.publisher == "Институт в\u00a0городе"
    assert after.series_number == of_house.series_number
    assert after.contact == of_house.contact


def test_words_that_no_catalog_translates_stay_as_the_template_has_them() -> None:
    made = replace(edition(), locale="ru", pack=SHELF.pack("ru"))
    assert finished(made, SOURCE).words.word("Back to the text of note %(number)s", number="7") == (
        "Back to the text of note 7"
    )

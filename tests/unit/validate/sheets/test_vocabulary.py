from __future__ import annotations

import pytest
from weasyprint.css.validation.expanders import EXPANDERS
from weasyprint.css.validation.properties import PROPERTIES

from report.validate.sheets import styles, vocabulary
from report.validate.sheets.components import Component
from report.validate.sheets.grammar import grammar, named, words_of
from report.validate.sheets.matching import is_kind

NOTATIONS = {**vocabulary.TYPES, **vocabulary.TYPES_OF_ONE, **vocabulary.PROPERTIES, **vocabulary.SCREEN}


def test_the_engine_knows_every_property_of_shared_sheets() -> None:
    assert set(vocabulary.PROPERTIES) - set(PROPERTIES) - set(EXPANDERS) == set()


@pytest.mark.parametrize("name", NOTATIONS)
def test_a_grammar_can_be_read_and_names_words(name: str) -> None:
    grammar(NOTATIONS[name])
    words_of(NOTATIONS[name])


def test_every_name_that_a_grammar_uses_is_explained() -> None:
    for notation in NOTATIONS.values():
        for name in (part.split(">")[0] for part in notation.split("<")[1:]):
            assert named(name) or is_kind(Component("word", "x", 0), name, styles.vocabulary(is_screen=True)) in (
                True,
                False,
            )

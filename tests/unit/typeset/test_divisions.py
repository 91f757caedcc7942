"""Words that a locale pack lists with their divisions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pyphen
import pytest

from report.locales import Shelf
from report.model.locale import Hyphenation
from report.typeset.divisions import taught
from tests.support.engine import Engine

SHELF = Shelf.of(None)
LISTED = [(tag, word) for tag in ("de", "ru", "en-GB") for word in SHELF.pack(tag).hyphenation.exceptions]


@contextmanager
def divider(hyphenation: Hyphenation) -> Iterator[pyphen.Pyphen]:
    _, before, after = hyphenation.limits
    with taught(hyphenation):
        yield pyphen.Pyphen(lang=pyphen.language_fallback(hyphenation.language), left=before, right=after)


def within_limits(word: str, hyphenation: Hyphenation) -> str:
    """Return a listed word with the divisions that leave enough letters on both sides."""
    _, before, after = hyphenation.limits
    parts, made = word.split("|"), ""
    for count, part in enumerate(parts):
        head, tail = len("".join(parts[:count])), len("".join(parts[count:]))
        made += ("|" if count and head >= before and tail >= after else "") + part
    return made


@pytest.mark.parametrize(("tag", "word"), LISTED)
def test_a_listed_word_is_divided_there_and_nowhere_else(tag: str, word: str) -> None:
    hyphenation = SHELF.pack(tag).hyphenation
    with divider(hyphenation) as known:
        assert known.inserted(word.replace("|", ""), "|") == within_limits(word, hyphenation)


@pytest.mark.parametrize(("tag", "word"), LISTED)
def test_a_word_is_listed_because_its_patterns_divide_it_wrongly(tag: str, word: str) -> None:
    hyphenation = SHELF.pack(tag).hyphenation
    _, before, after = hyphenation.limits
    stock = pyphen.Pyphen(lang=pyphen.language_fallback(hyphenation.language), left=before, right=after)
    assert stock.inserted(word.replace("|", ""), "|") != within_limits(word, hyphenation)


def test_capitals_make_no_difference() -> None:
    with divider(Hyphenation("de", (6, 3, 3), ("Hafen|stadt",))) as known:
        assert [known.inserted(word) for word in ("Hafenstadt", "HAFENSTADT")] == ["Hafen-stadt", "HAFEN-STADT"]


def test_what_was_taught_is_forgotten_afterwards() -> None:
    stock = pyphen.Pyphen(lang="de", left=3, right=3)
    before = [stock.inserted(word) for word in ("Zusammenarbeit", "Hafenstadt")]
    with divider(Hyphenation("de", (6, 3, 3), ("Zusammenarbeit", "Ha|fenstadt"))) as known:
        assert [known.inserted(word) for word in ("Zusammenarbeit", "Hafenstadt")] == ["Zusammenarbeit", "Hafenstadt"]
    assert [stock.inserted(word) for word in ("Zusammenarbeit", "Hafenstadt")] == before


def test_a_language_without_patterns_learns_nothing() -> None:
    with taught(Hyphenation("none", (6, 3, 3), ("ha|fen",))):
        pass


def test_the_stock_engine_leaves_off_dividing_words_while_a_soft_hyphen_is_ahead() -> None:
    """Why listed words are not given soft hyphens (docs/engine.md)."""
    sheet = "p { width: 50mm; hyphens: auto; hyphenate-character: '\\2010' }"
    words = '<p lang="de">Die Verhandlungspartner der Hafenbehörde und die Ver{}einbarung im Hafen'
    plain, softened = (Engine(is_corrected=False).pages(words.format(sign), sheet)[0] for sign in ("", "\u00ad"))
    assert plain[0].words == "Die Verhandlungspartner der Hafenbe\u2010"
    assert softened[0].words == "Die Verhandlungspartner der"

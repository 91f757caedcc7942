"""What stayed, went and came between two texts, as an editor would mark it."""

from __future__ import annotations

import pytest

from report.model.apparatus import Apparatus
from report.model.text import Emphasis, Text, Words
from report.revise.stretches import figured, stretches_of
from report.revise.tokens import Token, tokens_of
from tests.support.editions import MARK

NOTHING = Apparatus({}, (), {}, {})


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ("on 3 November 2016 he", "on 2 November 2015 he", "on [3 November 2016|2 November 2015] he"),
        ("23 мая 2014 года", "21 мая 2014 года", "[23|21] мая 2014 года"),
        ("2012–2017", "2013–2018", "[2012–2017|2013–2018]"),
        ("am 3.\u00a0Mai 2016 in", "am 2.\u00a0Mai 2015 in", "am [3.\u00a0Mai 2016|2.\u00a0Mai 2015] in"),
        ("im 9.\u00a0Jahrhundert", "im 8.\u00a0Jahrhundert", "im [9.|8.]\u00a0Jahrhundert"),
        ("Es sind 9. Mai war", "Es sind 8. Mai war", "Es sind [9|8]. Mai war"),
        ("about 2,500 kilometres", "about 2,300 kilometres", "about [2,500|2,300] kilometres"),
        ("1\u2009\u2060850 крон", "1\u2009\u2060950 крон", "[1\u2009\u2060850|1\u2009\u2060950] крон"),
        ("12\u00a0metres", "14\u00a0metres", "[12|14]\u00a0metres"),
        ("It is far-fetched.", "It is far-off.", "It is [far-fetched|far-off]."),
        ("Iran’s gains", "Iran’s losses", "Iran’s [gains|losses]"),
        ("a, b and c", "a, b, d and c", "a, b[|, d] and c"),
    ],
)
def test_words_figures_and_dates_are_replaced_whole(before: str, after: str, marked: str) -> None:
    assert _marked(before, after) == marked


@pytest.mark.parametrize(
    ("before", "after", "following"),
    [
        ("on 3 May 2016 he", "on 2 May 2016 he", " May 2016"),
        ("am 3.\u00a0Mai 2016 er", "am 2.\u00a0Mai 2016 er", "\u00a0Mai 2016"),
        ("Es sind 9. Mai war", "Es sind 8. Mai war", ""),
    ],
)
def test_a_day_that_changed_is_listed_with_its_month_and_year(before: str, after: str, following: str) -> None:
    _, day, *rest = stretches_of(_tokens((Words(before, MARK),)), _tokens((Words(after, MARK),)))
    assert _words(tuple(figured(day, rest))) == following


def test_persian_words_are_whole_with_their_half_spaces_and_vowel_marks() -> None:
    assert _marked("او نمی‌خواهد برود", "او می‌خواهد برود") == "او [نمی‌خواهد|می‌خواهد] برود"
    assert _marked("خودِ رنگ", "خودٔ رنگ") == "[خودِ|خودٔ] رنگ"


def test_two_insertions_in_a_sentence_are_two() -> None:
    assert _marked("The cat sat.", "The black cat quietly sat.") == "The [|black ]cat [|quietly ]sat."


def test_a_sentence_is_put_in_as_it_reads_and_not_from_stop_to_stop() -> None:
    assert _marked("One. Three.", "One. Two. Three.") == "One. [|Two. ]Three."


def test_what_is_left_of_a_sentence_is_no_confetti() -> None:
    before = "The weather was fine and we went out to sea in small boats. We came back."
    after = "Nobody expected that fine day when storms took all of the boats. We came back."
    marked = _marked(before, after)
    assert marked.count("[") == 1
    assert marked.endswith("] boats. We came back.")


def test_a_sentence_that_changed_in_two_far_places_keeps_what_it_has() -> None:
    before = "The old harbour was built of stone by masons from the north."
    after = "The new harbour was built of stone by masons from the south."
    assert _marked(before, after) == "The [old|new] harbour was built of stone by masons from the [north|south]."


def test_a_stop_goes_with_the_word_that_changed_its_look() -> None:
    before: Text = (Emphasis((Words("Ibid.", MARK),), MARK),)
    after: Text = (Words("Tabaar.", MARK),)
    stretches = stretches_of(_tokens(before), _tokens(after))
    assert [(_words(one.old), _words(one.new), one.is_same) for one in stretches] == [("Ibid.", "Tabaar.", False)]


def test_texts_of_great_length_are_compared() -> None:
    before = " ".join(f"word{number}" for number in range(5000))
    assert _marked(before, before.replace("word2500 ", "")).count("[") == 1


def _marked(before: str, after: str) -> str:
    old, new = _tokens((Words(before, MARK),)), _tokens((Words(after, MARK),))
    stretches = stretches_of(old, new)
    assert "".join(_words(one.old) for one in stretches) == before
    assert "".join(_words(one.new) for one in stretches) == after
    return "".join(
        _words(one.new) if one.is_same else f"[{_words(one.old)}{'|' if one.new else ''}{_words(one.new)}]"
        for one in stretches
    )


def _tokens(text: Text) -> tuple[Token, ...]:
    return tokens_of(text, NOTHING, {})


def _words(tokens: tuple[Token, ...]) -> str:
    return "".join(piece.text for token in tokens for piece in token.pieces)

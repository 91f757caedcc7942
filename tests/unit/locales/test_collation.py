"""How lists of names sort for the readers of five languages."""

from __future__ import annotations

import random
import time

import pytest

from report import locales
from report.locales import Shelf

SHELF = Shelf.of(None)
PACK = SHELF.pack
TAGS = ("de", "en-GB", "en-US", "fa", "ru")


def in_order(words: str | list[str], tag: str) -> list[str]:
    """Shuffle words, and sort them for the readers of a locale."""
    shuffled = words.split() if isinstance(words, str) else list(words)
    random.Random(5).shuffle(shuffled)
    return sorted(shuffled, key=lambda word: locales.sort_key(word, PACK(tag)))


def assert_order(words: str | list[str], tag: str) -> None:
    assert in_order(words, tag) == (words.split() if isinstance(words, str) else words)


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        # The own script first (GOST practice: Cyrillic, then Latin; Persian: its own, then the others).
        ("en-GB", "Zander Ωρίων Абель آذر"),
        ("de", "Zander Ωρίων Абель آذر"),
        ("ru", "Яшин Adam Ωρίων آذر"),
        ("fa", "یزدی Adam Абель Ωρίων"),
    ],
)
def test_the_readers_own_script_stands_first(tag: str, words: str) -> None:
    assert_order(words, tag)


@pytest.mark.parametrize(
    "words",
    [
        # DIN 5007-1, 6.1.1.4.1: an umlaut is its vowel, and ß is ss; the bare letter first where all else is equal.
        "Mueller Muller Müller Mullmann",
        "Arger Ärger Arm",
        "Strasse Straße Strassen Strauß",
        "Ofen öffnen Ohr",
    ],
)
def test_german_umlauts_sort_as_their_vowels(words: str) -> None:
    assert_order(words, "de")


def test_russian_yo_is_a_kind_of_ye_and_short_i_a_letter_of_its_own() -> None:
    assert_order("Елин Елкин Ёлкин Ель Жук Ижев Иод Йод Клин", "ru")


def test_the_whole_russian_alphabet_is_in_order() -> None:
    assert_order("а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я", "ru")


def test_letters_of_other_cyrillic_alphabets_stand_beside_those_they_are_near() -> None:
    assert_order("Гуд Ґудзь Дурич Ђурић Еж Єгоров Ив Іван Їжак Йод Јован Лук Љубић Тук Ћосић Ук", "ru")


def test_the_whole_persian_alphabet_is_in_order() -> None:
    assert_order("آ ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی", "fa")


@pytest.mark.parametrize(
    ("persian", "foreign"),
    [("کریمی", "كريمي"), ("علی", "على"), ("احمد", "أحمد"), ("اسلام", "إسلام"), ("فاطمه", "فاطمة"), ("خانه", "خانۀ")],
)
def test_letters_of_other_keyboards_sort_as_the_persian_ones(persian: str, foreign: str) -> None:
    own, other = locales.sort_key(persian, PACK("fa")), locales.sort_key(foreign, PACK("fa"))
    assert own[0] == other[0]
    assert own < other


@pytest.mark.parametrize(("plain", "signed"), [("علیزاده", "علی\u200cزاده"), ("محمد", "مُحَمَّد"), ("باد", "بـــاد")])
def test_half_spaces_vowel_signs_and_stretched_letters_count_for_nothing_in_persian(plain: str, signed: str) -> None:
    assert locales.sort_key(plain, PACK("fa"))[0] == locales.sort_key(signed, PACK("fa"))[0]


@pytest.mark.parametrize(
    ("letter", "base"),
    [
        *(
            ("ø", "o"),
            ("æ", "ae"),
            ("œ", "oe"),
            ("ł", "l"),
            ("đ", "d"),
            ("ð", "d"),
            ("þ", "th"),
            ("ı", "i"),
            ("ŋ", "n"),
        ),
        *(
            ("ß", "ss"),
            ("é", "e"),
            ("Å", "a"),
            ("ﬁ", "fi"),
            ("ς", "σ"),
            ("ά", "α"),
            ("ם", "מ"),
            ("İ", "i"),
            ("ẞ", "ss"),
        ),
    ],
)
@pytest.mark.parametrize("tag", TAGS)
def test_a_letter_with_a_sign_sorts_with_its_base(letter: str, base: str, tag: str) -> None:
    assert locales.sort_key(letter, PACK(tag))[0] == locales.sort_key(base, PACK(tag))[0]
    assert locales.sort_key(letter, PACK(tag)) > locales.sort_key(base, PACK(tag))


@pytest.mark.parametrize("tag", TAGS)
def test_letters_count_before_accents_and_accents_before_case(tag: str) -> None:
    assert_order("cote Cote coté côte coter", tag)


def test_english_sorts_letter_by_letter() -> None:
    # CMOS 17, 16.59: spaces, hyphens and apostrophes count for nothing.
    assert_order(["newborn", "New Deal", "new-fangled", "New Hampshire", "newt", "new to me"], "en-GB")


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("de", ["Neu Ulm", "Neubau", "Neue Welt", "Neumann"]),
        ("ru", ["О редактировании", "Об ораторах", "Одинцов"]),
        ("fa", ["علی زاده", "علیا", "علی‌زاده"]),
    ],
)
def test_german_russian_and_persian_sort_word_by_word(tag: str, words: list[str]) -> None:
    assert_order(words, tag)


@pytest.mark.parametrize("tag", TAGS)
def test_a_comma_ends_the_name_that_is_compared_first(tag: str) -> None:
    assert_order(["Sand", "Sand, Zoe", "Sand Ada", "Sander, Ada"], tag)


def test_a_persian_comma_ends_a_name_too() -> None:
    assert locales.sort_key("رضا، علی", PACK("fa"))[:3] == locales.sort_key("رضا, علی", PACK("fa"))[:3]


@pytest.mark.parametrize("tag", TAGS)
def test_figures_stand_before_letters_and_count_by_value(tag: str) -> None:
    assert_order(["Part 9", "Part 10", "Part 0100", "Part Two"], tag)
    assert locales.sort_key("۱۳", PACK(tag))[0] == locales.sort_key("13", PACK(tag))[0]


@pytest.mark.parametrize("tag", TAGS)
def test_different_words_never_have_the_same_key(tag: str) -> None:
    words = ["co-op", "co op", "coop", "Co-op", "“coop”", "1", "01", "é", "e\u0301", "", " ", "!", "漢", "日", "𐎠", "ﷺ"]
    assert len({locales.sort_key(word, PACK(tag)) for word in words}) == len(words)


@pytest.mark.parametrize("tag", TAGS)
def test_any_character_has_a_place(tag: str) -> None:
    for sign in map(chr, (*range(0xD800), *range(0xE000, 0x20000))):
        locales.sort_key(f"a{sign}b", PACK(tag))


def test_five_thousand_names_sort_at_once() -> None:
    random_letters = random.Random(7)
    letters = "aäbcčdeéfghijklłmnoøpqrsştuvwxyzАБВГДЕЁабвгдежآابپکي ,-’0123"
    names = ["".join(random_letters.choices(letters, k=25)) for _ in range(5000)]
    start = time.process_time()
    sorted(names, key=lambda name: locales.sort_key(name, PACK("ru")))
    # It takes 50 ms; the bound leaves room for a busy machine, and none for growth with the square.
    assert time.process_time() - start < 5

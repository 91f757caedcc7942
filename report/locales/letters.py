"""Alphabets for sorting: the order of letters in each script, and which letters are variants of others.

A letter with an accent that stands in no alphabet is its base letter with an accent (ä, ё, أ). Which letters stand for
which in a name follows library practice (ALA Filing Rules, 1980) and, for Persian, the order of the Unicode CLDR;
decision 0006 says where we differ, and why.
"""

from __future__ import annotations

from collections.abc import Mapping

LETTERS: Mapping[str, str] = {
    "latin": "a b c d e f g h i j k l m n o p q r s t u v w x y z",
    "greek": "α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ τ υ φ χ ψ ω",
    "cyrillic": (
        "а ә б в г ґ ғ д ђ ѓ е є ж җ з ѕ и і ї й ј к қ ќ л љ м н ң њ о ө п р с т ћ у ў ү ұ ф х һ ц ч џ ш щ "
        "ъ ы ь ѣ э ю я ѳ ѵ"
    ),
    "arabic": "ء ا ب پ ت ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن ه و ی",
    "hebrew": "א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ש ת",
}
"""The letters of each script in their order; a pack may put another order in its place."""

VARIANTS: Mapping[str, str] = {
    letter: base
    for base, letters in (
        *(("ss", "ß"), ("ae", "æ"), ("oe", "œ"), ("o", "ø ɔ"), ("l", "ł"), ("d", "đ ð ɗ"), ("th", "þ"), ("i", "ı")),
        *(("n", "ŋ"), ("h", "ħ"), ("t", "ŧ"), ("e", "ə ɛ"), ("b", "ɓ"), ("k", "ƙ")),
        # At the end of a Greek or Hebrew word.
        *(("σ", "ς"), ("כ", "ך"), ("מ", "ם"), ("נ", "ן"), ("פ", "ף"), ("צ", "ץ")),
        # From Arabic and other keyboards, and the letters that carry a hamza.
        *(("ا", "ٱ"), ("ء", "ؤ ئ"), ("ک", "ك ڭ"), ("گ", "ګ"), ("ه", "ة ە ھ ہ ۃ ۂ ۀ"), ("ی", "ي ى ې ے ۍ")),
    )
    for letter in letters.split()
}
"""Letters that count as others on the first level and stand after them on the second."""

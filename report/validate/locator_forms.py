"""Forms of locators as patterns: numbers of pages and the like, and the words of all locales before them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cached_property, lru_cache

from report.findings import nearest
from report.locales import Shelf

GAP = r"\\?\s"  # a space, or the backslash and space of a non-breaking one
COMMA = "[,،]"
DIGIT = "[0-9\u06f0-\u06f9\u0660-\u0669]"
DASH = r"(?:–|\s?[-‐‑‒–—−]+\s?)"

_ASCII = {first + digit: str(digit) for first in (0x06F0, 0x0660) for digit in range(10)} | {ord("،"): ","}
_FIGURES = rf"{DIGIT}+(?:[.:/]{DIGIT}+)*[a-eg-z]?(?![\w.])"  # an f is the one of “13 f.”
_SMALL_ROMAN = "(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_ROMAN = rf"(?:{_SMALL_ROMAN}|{_SMALL_ROMAN.upper()})(?![\w.])"
_NUMBER = f"(?:{_FIGURES}|{_ROMAN})"
_RANGE = f"(?:{DASH}{_NUMBER})*"
_AT_END = rf"(?=\Z|{COMMA})"
_OTHERS = rf"(?:{COMMA}{GAP}(?:{_FIGURES}{_RANGE}|{_ROMAN}{_RANGE}{_AT_END}))*(?:{GAP}ff?\.)?"
_NUMBERS = _NUMBER + _RANGE + _OTHERS

BARE = re.compile(rf"(?:{_FIGURES}|{_ROMAN}(?=\Z|{COMMA}|{DASH})){_RANGE}{_OTHERS}")
GLUED = re.compile(rf"(?P<number>{DIGIT}+)(?P<after>ff?)\b\.?{_AT_END}")
WORD_AND_NUMBER = re.compile(rf"(?P<word>[^\W\d_]++\.?)(?:{GAP}|(?={DIGIT}))(?P<numbers>{_NUMBERS}){_AT_END}")
WRONG_DASH = re.compile(r"[-‐‑‒—−]|\s–|–\s")


def in_ascii(numbers: str) -> str:
    """Return numbers with ASCII digits and commas."""
    return numbers.translate(_ASCII)


def is_sign(word: str) -> bool:
    """Whether a locator word is a sign without letters, like §."""
    return not any(map(str.isalpha, word))


@lru_cache(maxsize=4)
def locator_forms(shelf: Shelf) -> LocatorForms:
    """Return the forms of locators with the words of all locales of a project."""
    return LocatorForms(shelf)


class LocatorForms:
    """Locators in the words of the packs on a shelf."""

    def __init__(self, shelf: Shelf) -> None:
        """Take the words; a pattern is made when it is first asked for."""
        self._words: Mapping[str, tuple[str, bool | None]] = shelf.locator_words()
        self._shelf = shelf

    @cached_property
    def part(self) -> re.Pattern[str]:
        """One part of a locator: a word and its numbers; or the word for an entry and a phrase up to the next comma."""
        entries = _either(word for word, (kind, _) in self._words.items() if kind == "entry")
        others = _either(word for word, (kind, _) in self._words.items() if kind != "entry")
        numbers = rf"(?P<gap>{GAP})?(?:(?<=\s)|(?<=[^\w\s])|(?={DIGIT}))(?P<numbers>{_NUMBERS})"
        phrase = rf"{GAP}(?P<phrase>[^,،;\s\\](?:\\.|[^,،;\\])*+)"
        return re.compile(rf"(?P<word>(?i:{others})){numbers}|(?P<entry>(?i:{entries})){phrase}", re.DOTALL)

    @cached_property
    def leading_word(self) -> re.Pattern[str]:
        """A locator word and the space after it."""
        return re.compile(rf"(?P<word>(?i:{_either(self._words)}))(?:\s+|(?<=[^\w.\s]))")

    @cached_property
    def abbreviation(self) -> re.Pattern[str]:
        """A word that can only be a locator's, since it is cut short or a sign."""
        short = (word for word in self._words if word.endswith(".") or is_sign(word))
        return re.compile(rf"(?i:{_either(short)})(?!\w)")

    def known(self, word: str) -> tuple[str, bool | None]:
        """Return kind and number of a locator word; patterns take an “i” for one with and without its dot."""
        return self._words[word.casefold().replace("ı", "i").replace("i\u0307", "i")]

    def counterpart(self, word: str, *, is_many: bool) -> str:
        """Return the word of the same locale for one place or for several."""
        folded = word.casefold()
        for pack in map(self._shelf.pack, self._shelf.known()):
            for locator in pack.locators.values():
                if folded in {one.casefold() for one in (*locator.one, *locator.many)}:
                    return (locator.many if is_many else locator.one)[0]
        return word

    def meant(self, word: str, numbers: str) -> str:
        """Return the hint for a word before a number that looks like a locator's, empty where it does not."""
        if re.fullmatch("[0-9]{4}", numbers) and len(word.rstrip(".")) > 2:
            return ""  # “Sept. 2015”
        if word.endswith("."):
            return nearest(word, self._words) or "is it p., chap., vol., § or the like?"
        folded = word.casefold()
        if f"{folded}." in self._words:
            return f"did you mean “{folded}.”?"
        if len(folded) > 3:
            close = get_close_matches(folded, [one for one in self._words if len(one) > 3], n=1, cutoff=0.85)
        else:
            alike = [one for one in self._words if one[0] == folded[0] and len(one) < 5]
            close = get_close_matches(f"{folded}.", alike, n=1, cutoff=0.6)
        return f"did you mean “{close[0]}”?" if close else ""


def _either(words: Iterable[str]) -> str:
    patterns = (re.escape(word).replace(r"\ ", GAP) for word in sorted(words, key=len, reverse=True))
    return "|".join(patterns) or "(?!)"

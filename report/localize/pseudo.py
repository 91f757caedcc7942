"""Pseudo-locales: the source's own words, made longer and accented, to see what a translation does to a page.

In ``en-XA`` every letter that can be is accented and a text grows by a third, as German does; marks at both ends show a
text that is cut, or put together from parts. ``ar-XB`` has the very same words and runs from right to left, so that
its pages can be held against those of ``en-XA``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from report.locales.typography import Piece
from report.model.locale import Inflected, LocatorWords, Pack

_PLAIN = "acdeghijklnorstuwyzACDEGHIJKLNORSTUWYZ"
_ACCENTED = "åçđéğĥîĵķļñöŕšţüŵýžÅÇĐÉĞĤÎĴĶĻÑÖŔŠŢÜŴÝŽ"
_ACCENTS = str.maketrans(_PLAIN, _ACCENTED)
# A vowel is said again, with another mark: the faces of the shipped house have all of these.
_AGAIN = {"a": "ā", "e": "ē", "i": "ī", "o": "ō", "u": "ū", "A": "ā", "E": "ē", "I": "ī", "O": "ō", "U": "ū"}
_GROWTH = 0.38  # about as much as German or Russian take more than English, at the length of a sentence
_OPENING, _CLOSING = "«", "»"
# Places that are filled later: %(name)s in words of templates, {number} in those of the apparatus.
_PLACE = re.compile(r"(%\([a-z_]+\)[sd]|%%|\{[a-z-]+\})")


def accented_pieces(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Return the words of a text accented and longer, between marks at its ends; figures and fixed pieces stay."""
    words = [piece.words if piece.is_fixed else accented(piece.words) for piece in pieces]
    own = [at for at, piece in enumerate(pieces) if not piece.is_fixed and piece.words.strip()]
    if any(map(str.isalpha, "".join(pieces[at].words for at in own))):
        words[own[0]] = _OPENING + words[own[0]]
        words[own[-1]] += _CLOSING
    return tuple(words)


def accented(words: str) -> str:
    """Return words accented and longer; places that are filled later stay."""
    return "".join(part if _PLACE.fullmatch(part) else _grown(part) for part in _PLACE.split(words))


def accented_pack(pack: Pack) -> Pack:
    """Return the pack of a pseudo-locale with the words of the apparatus accented: terms, months, labels of places."""
    months = {name: tuple(map(accented, getattr(pack.months, name))) for name in _MONTHS}
    lists = {name: accented(getattr(pack.lists, name)) for name in _LISTS}
    return replace(
        pack,
        months=replace(pack.months, **months),
        lists=replace(pack.lists, **lists),
        terms={name: _accented_term(words) for name, words in pack.terms.items()},
        locators={
            kind: LocatorWords(words.one, words.many, _accented_pair(words.label))
            for kind, words in pack.locators.items()
        },
    )


class AccentedWords(Mapping[str, tuple[str, ...]]):
    """The words of templates in a pseudo-locale: those of any English words, the same for one and for several."""

    def __getitem__(self, english: str) -> tuple[str, ...]:
        """Return English words accented."""
        words = accented(english)
        return (words if not any(map(str.isalpha, english)) else f"{_OPENING}{words}{_CLOSING}",)

    def __iter__(self) -> Iterator[str]:
        """No words are written down: they are made when they are asked for."""
        return iter(())

    def __len__(self) -> int:
        return 0


_MONTHS = ("long", "short", "long_alone", "short_alone")
_LISTS = ("between", "pair", "last", "pair_turned", "last_turned", "others")


def _accented_term(words: str | Inflected) -> str | Inflected:
    return accented(words) if isinstance(words, str) else _accented_pair(words)


def _accented_pair(words: Inflected) -> Inflected:
    return Inflected(accented(words.one), accented(words.many))


def _grown(words: str) -> str:
    made: list[str] = []
    owed = 0.0
    for letter in words:
        made.append(letter.translate(_ACCENTS))
        owed += _GROWTH
        while owed >= 1 and letter in _AGAIN:
            made.append(_AGAIN[letter])
            owed -= 1
    return "".join(made)

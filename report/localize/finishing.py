"""Finishing an edition: what a compositor of its language does to the words once they stand."""

from __future__ import annotations

import re
from dataclasses import replace

from report.locales.typography import Piece, applied_to
from report.localize.figures import refigured
from report.localize.pseudo import AccentedWords, accented_pack, accented_pieces
from report.localize.wording import UNWORDED, finely_spaced, reworded
from report.model.edition import Edition, HouseWords
from report.model.locale import Pack

_PLACE = re.compile(r"(%\([a-z_]+\)[sd])")


def finished(edition: Edition, source: Pack) -> Edition:
    """Return an edition with its figures, spaces and signs as its locale has them; ``source`` wrote the figures.

    That of a pseudo-locale gets its accents here.
    """
    pack = edition.pack
    brief = finely_spaced(refigured(edition.brief, source, pack), pack)
    if pack.pseudo == "none":
        return replace(edition, brief=brief, words=_finely_spaced_words(edition.words, pack))
    return replace(
        edition,
        brief=reworded(brief, accented_pieces),
        pack=accented_pack(pack),
        words=HouseWords(AccentedWords(), lambda _count: 0),
    )


def _finely_spaced_words(words: HouseWords, pack: Pack) -> HouseWords:
    """Return the words of the templates with the spaces and signs of their locale, each passed through its rules once.

    What is filled in later has its spaces already, or is markup: the rules see that something stands there, and leave
    it. English words that no catalog translates are those of the templates, and stay as they were written there.
    """
    texts = {english: tuple(_finely_spaced(one, pack) for one in forms) for english, forms in words.texts.items()}
    return replace(words, texts=texts)


def _finely_spaced(words: str, pack: Pack) -> str:
    parts = _PLACE.split(words)
    places = parts[1::2]
    pieces = [Piece(UNWORDED, is_fixed=True) if at % 2 else Piece(part) for at, part in enumerate(parts)]
    spaced = applied_to(pieces, pack)
    return "".join(places[at // 2] if at % 2 else one for at, one in enumerate(spaced))

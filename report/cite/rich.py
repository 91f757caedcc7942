"""Parts of a citation as pybtex's rich text: what is a term, a title, a name, a mark of punctuation.

Marks are symbols, not characters, until the whole citation stands: only then can it be said which of them are needed
(see :mod:`report.cite.runs`). Tags carry what a reader sees (``em``, ``quotation`` …) and what they may not see: the
language of words (``language <tag> <direction>``), the entry they lead to (``entry``), and that they are a word of
the apparatus, which takes a capital at the head of a sentence (``term``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pybtex import richtext

from report.cite.setting import Setting
from report.locales.languages import direction_of, direction_of_words
from report.model.references import Rich, plain

# pybtex has no types; its rich texts are Any to us.
RichText = Any


class Text(richtext.Text):  # type: ignore[misc]  # pybtex has no types
    """pybtex's text, put together without merging like with like: the runs do that once, at the end.

    Merging at every step takes most of the time of a long bibliography. Parts may be plain strings; empty ones are left
    out. The length says no more than whether there is anything.
    """

    def __init__(self, *parts: Any) -> None:
        """Put parts side by side; the parts of texts among them take their place."""
        self.parts = []
        for part in parts:
            if isinstance(part, richtext.Text):
                self.parts += part.parts
            elif part:
                self.parts.append(part)
        self.length = len(self.parts)


class Tag(richtext.Tag):  # type: ignore[misc]  # pybtex has no types
    """pybtex's tag: parts that have something in common."""

    def __init__(self, name: str, *parts: Any) -> None:
        """Name what parts have in common."""
        self.name, self.info = name, (name,)
        self.parts = Text(*parts).parts
        self.length = len(self.parts)


SPACE, COMMA, STOP, COLON, SEMICOLON = (
    richtext.Symbol(name) for name in ("space", "comma", "stop", "colon", "semicolon")
)
SUBTITLE_COLON, SUBTITLE_STOP = richtext.Symbol("subtitle-colon"), richtext.Symbol("subtitle-stop")
OPENING, CLOSING = richtext.Symbol("opening"), richtext.Symbol("closing")
NO_BREAK = "\u00a0"
_NOTHING = Text()


def capitalized(words: str) -> str:
    """Return words with a capital first letter; what begins with no letter stays."""
    return words[:1].upper() + words[1:]


def nothing() -> RichText:
    """Return an empty text: what stands around it falls away."""
    return _NOTHING


def text(*parts: RichText) -> RichText:
    """Return parts side by side."""
    return Text(*parts)


def joined(joint: RichText, parts: Sequence[RichText]) -> RichText:
    """Return the parts that are not empty, with a joint between them."""
    made: list[RichText] = []
    for part in parts:
        if part:
            made += [joint, part] if made else [part]
    return Text(*made)


def term(words: str | RichText) -> RichText:
    """Return a word of the apparatus, or one that begins a sentence like it."""
    return Tag("term", words) if words else nothing()


def emphasized(*parts: RichText) -> RichText:
    """Return leaning words."""
    return Tag("emphasis", *parts)


def quoted(*parts: RichText) -> RichText:
    """Return words in the quotation marks of the locale."""
    return Tag("quotation", *parts)


def reference(*parts: RichText) -> RichText:
    """Return words that lead to the entry they name."""
    return Tag("entry", *parts)


def linked(shown: str, address: str) -> RichText:
    """Return a link that shows an address; addresses run from left to right in every edition."""
    return Tag("language - ltr", richtext.HRef(address, shown))


def pieces(rich: Rich) -> RichText:
    """Return the pieces of a field."""
    return Text(*(one if isinstance(one, str) else Tag(one.look, pieces(one.pieces)) for one in rich))


def in_own_language(title: RichText, words: str, setting: Setting) -> RichText:
    """Return a title, of these words, marked with the language of its entry when the words around have another."""
    language = setting.entry.language
    if not language:
        return set_apart(title, words, setting)
    if language.split("-", maxsplit=1)[0] == setting.pack.tag.split("-", maxsplit=1)[0]:
        return title
    return Tag(f"language {language} {direction_of_words(words) or direction_of(language)}", title)


def in_own_direction(rich: Rich, setting: Setting) -> RichText:
    """Return words set apart if their script runs against the punctuation around them."""
    if not rich:
        return _NOTHING
    return set_apart(pieces(rich), plain(rich), setting)


def set_apart(text: RichText, words: str, setting: Setting) -> RichText:
    """Return a text set apart if its words run against the punctuation around them."""
    direction = direction_of_words(words)
    if direction is None or direction == setting.pack.direction:
        return text
    return Tag(f"language - {direction}", text)

"""The signs of a translation are those of its language: characters, digits, half-spaces, the end of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.localize.parity.content import CALL, OTHER, Content
from report.localize.parity.fullness import script_of
from report.localize.parity.pair import Pair
from report.localize.parity.phrases import LETTER
from report.localize.parity.registry import Slip, rule

_HALF_SPACE = "\u200c"
_INVISIBLE = re.compile("[\u00ad\u200b\u200d-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_STRAY_HALF_SPACE = re.compile(f"{_HALF_SPACE}(?!{LETTER})|(?<!{LETTER}){_HALF_SPACE}|{_HALF_SPACE}{{2,}}")
_ENDS = {".": ".", "…": ".", "?": "?", "؟": "?", "!": "!", ":": ":", ";": ";", "؛": ";", ",": ",", "،": ","}
_AFTER_THE_END = f"{CALL}{OTHER} \u00a0”’“»›)]"


@rule("LOC-045")
def _forbidden(pair: Pair) -> Iterator[Slip]:
    """No character stands in the words that the language does not use."""
    content = pair.translation
    decimals = (sign for sign in set(content.words) if sign.isdecimal())
    if content.pack.forbidden.keys().isdisjoint(content.words) and not any(
        _is_strange(one, content) for one in decimals
    ):
        return
    for match in re.finditer(r"\S+", "\n".join((content.body, *content.notes))):
        for sign in match[0]:
            instead = content.pack.forbidden.get(sign, "")
            is_latin = sign.isascii() and any(script_of(letter) == "latin" for letter in match[0])
            if (instead and not is_latin) or (sign.isdecimal() and _is_strange(sign, content)):
                message = f"“{sign}” in “{match[0].strip(CALL + OTHER)}” is not a sign of the language"
                written = instead or content.pack.digits[int(sign)]
                yield content.mark(sign), message, f"write {written}"
                break


@rule("LOC-045")
def _invisible(pair: Pair) -> Iterator[Slip]:
    """No mark that nobody sees stands in a text."""
    for match in _INVISIBLE.finditer(pair.translation.unit.source):
        message = f"the invisible character U+{ord(match[0]):04X} stands here"
        yield pair.translation.unit.node.at(match.start()), message, "delete it: directions and breaks are set for you"


@rule("LOC-046")
def _half_spaces(pair: Pair) -> Iterator[Slip]:
    """A half-space joins two parts of a word, and stands nowhere else."""
    source, at = pair.translation.unit.source, pair.translation.unit.node.at
    for match in _STRAY_HALF_SPACE.finditer(source):
        yield at(match.start()), "a half-space stands at the end of a word", "delete it"
    vocabulary = pair.translation.pack.vocabulary
    for word in vocabulary.joined_after:
        for match in re.finditer(rf"(?<!{LETTER}){word} (?={LETTER})", source):
            yield (
                at(match.start()),
                f"“{word}” is joined to the next word by a half-space",
                "write a half-space (U+200C)",
            )
    for word in vocabulary.joined_before:
        for match in re.finditer(rf"(?<={LETTER}) {word}(?!{LETTER})", source):
            yield (
                at(match.start()),
                f"“{word}” is joined to the word before by a half-space",
                "write a half-space (U+200C)",
            )


@rule("LOC-047")
def _end(pair: Pair) -> Iterator[Slip]:
    """A text ends as its source text does: with a full stop, a question mark, a colon, or nothing."""
    ends, end = _end_of(pair.translation), _end_of(pair.source)
    if ends != end:
        message = f"the source text ends with {_named(end)}, the translation with {_named(ends)}"
        yield pair.translation.unit.node.end, message, "end it as the source text ends"


@rule("LOC-047")
def _quotations(pair: Pair) -> Iterator[Slip]:
    """What is quoted in the source text is quoted in the translation."""
    opening = pair.source.pack.quotation_marks[0]
    opens = pair.translation.pack.quotation_marks[0]
    if (count := pair.source.words.count(opening)) and opens not in pair.translation.words:
        message = f"the source text quotes {count} times, the translation never"
        yield pair.translation.unit.mark, message, f"write {opens} and {pair.translation.pack.quotation_marks[1]}"


@rule("LOC-047")
def _strange_quotation_marks(pair: Pair) -> Iterator[Slip]:
    """No quotation mark of another language is left."""
    own = "".join(pair.translation.pack.quotation_marks)
    for match in re.finditer("[“”„‟«»‹›]", pair.translation.words):
        if match[0] not in own:
            opening, closing = pair.translation.pack.quotation_marks[:2]
            message = f"{match[0]} is a quotation mark of another language"
            yield pair.translation.mark(match[0]), message, f"write {opening} and {closing}"


def _is_strange(sign: str, content: Content) -> bool:
    return sign not in content.pack.digits and not sign.isascii()


def _end_of(content: Content) -> str:
    return _ENDS.get(content.body.rstrip(_AFTER_THE_END)[-1:], "")


def _named(end: str) -> str:
    return f"“{end}”" if end else "no stop"

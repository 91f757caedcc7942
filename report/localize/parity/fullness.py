"""A translation says all that its source text says, and says it in its own language."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from report.localize.parity.content import CALL, OTHER, Content
from report.localize.parity.pair import Pair
from report.localize.parity.phrases import LETTER
from report.localize.parity.registry import Slip, rule
from report.localize.parity.statements import clipped

_STRAY_OF_SHORT = 15  # short texts stray by so much more, shared among their characters
_STRAY_OF_NOTE = 0.5
_SHORTEST = 16

_WORD = re.compile(f"(?:{LETTER})+")
_TWO = re.compile(f"(?=(?<!{LETTER})((?:{LETTER}){{3,}}[ -](?:{LETTER}){{3,}})(?!{LETTER}))")
_RUN = 4  # words side by side that are those of the source text
_AROUND = " .:;[]"
_AUTHOR = re.compile(r"authors/\d+/name")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@|\w\.\w)\S*")


@rule("LOC-044")
def _sentences(pair: Pair) -> Iterator[Slip]:
    """Every sentence of the source text has its translation, and no other stands there."""
    lost = [one.words for bead in pair.beads if not bead.translation for one in bead.source]
    added = [one.words for bead in pair.beads if not bead.source for one in bead.translation]
    if len(lost) > len(added):
        message = f"this seems not to be translated: “{clipped(lost[0])}”"
        yield pair.translation.unit.mark, message, "is a sentence lost?"
    elif len(added) > len(lost):
        message = f"this seems to have nothing in the source text: “{clipped(added[0])}”"
        yield pair.translation.mark(added[0][:20]), message, "is a sentence added, or that of another text?"


@rule("LOC-044")
def _length(pair: Pair) -> Iterator[Slip]:
    """A translation is about as long as those of other texts are."""
    long, short = len(pair.source.words), len(pair.translation.words)
    if long < _SHORTEST:
        return
    stray = math.log(max(short, 1) / long / pair.ratio)
    if abs(stray) > pair.stray + _STRAY_OF_SHORT / long:
        what = "shorter" if stray < 0 else "longer"
        message = f"the translation is much {what} than others are: {short} characters for {long}"
        yield pair.translation.unit.mark, message, "is something lost, or is it that of another text?"


@rule("LOC-044")
def _length_of_notes(pair: Pair) -> Iterator[Slip]:
    """A note is about as long as the one it translates; notes may stand in another order."""
    lengths, own = (sorted((len(one), one) for one in text.notes) for text in (pair.source, pair.translation))
    for (long, _), (short, words) in zip(lengths, own, strict=False) if len(lengths) == len(own) else ():
        if abs(math.log(max(short, 1) / long / pair.ratio)) > _STRAY_OF_NOTE + _STRAY_OF_SHORT / long:
            message = f"a note has {short} characters here, in the source text {long}"
            yield pair.translation.mark(words[:12]), message, "is something lost?"


@rule("LOC-043")
def _same_words(pair: Pair) -> Iterator[Slip]:
    """A translation is not the source text; names of authors and what the glossary keeps may be."""
    if _AUTHOR.fullmatch(pair.source.unit.context):
        return
    words, source = (one.words.strip(_AROUND).casefold() for one in (pair.translation, pair.source))
    if words == source and _WORD.search(_own_words(pair.translation)):
        hint = "translate it; a name that stays the same is a term of content/glossary.yaml"
        yield pair.translation.unit.mark, "the translation is the source text", hint


@rule("LOC-043")
def _run_of_words(pair: Pair) -> Iterator[Slip]:
    """No run of words is that of the source text."""
    if pair.translation.words.strip() == pair.source.words.strip():
        return
    source = _WORD.findall(pair.source.words)
    runs = {tuple(source[at : at + _RUN]) for at in range(len(source) - _RUN + 1)}
    words = _WORD.findall(_own_words(pair.translation))
    for at in range(len(words) - _RUN + 1):
        run = tuple(words[at : at + _RUN])
        if run in runs and sum(word[0].islower() for word in run) > 1:
            yield (
                pair.translation.mark(run[0]),
                f"these are words of the source text: “{' '.join(run)} …”",
                "translate them",
            )
            return


@rule("LOC-043")
def _words_side_by_side(pair: Pair) -> Iterator[Slip]:
    """No two common words are those of the source text, be they joined by a hyphen."""
    source = {one for match in _TWO.finditer(pair.source.words) if (one := match[1]) == match[1].lower()}
    for match in _TWO.finditer(_own_words(pair.translation)):
        if match[1] in source and not any(_run_of_words(pair)):
            message = f"“{match[1]}” stands in the source text, too"
            yield pair.translation.mark(match[1]), message, "translate it, or mark it as foreign ([…]{lang=…})"
            return


@rule("LOC-043")
def _other_scripts(pair: Pair) -> Iterator[Slip]:
    """Words are written in the script of the language; those of another are marked as foreign, or in the glossary."""
    own = pair.translation.pack.collation.scripts[0]
    if {script_of(sign) for sign in set(pair.translation.words)} <= {own, ""}:
        return
    for match in _WORD.finditer(_own_words(pair.translation)):
        scripts = {script_of(sign) for sign in match[0]} - {""}
        if scripts - {own} and not _is_told(match[0], pair.translation):
            hint = "translate it, mark it as foreign ([…]{lang=…}), or enter it into content/glossary.yaml"
            yield pair.translation.mark(match[0]), f"“{match[0]}” is not written in {own} letters", hint
            return


@lru_cache(maxsize=4096)
def script_of(sign: str) -> str:
    """Return the script of a letter, nothing for other signs.

    >>> script_of("ж")
    'cyrillic'
    """
    return unicodedata.name(sign, "").partition(" ")[0].lower() if sign.isalpha() else ""


def _own_words(content: Content) -> str:
    """Return words without the terms of the glossary and without addresses, sign for sign."""
    words = content.words.replace(OTHER, " ").replace(CALL, " ")
    for use in content.uses:
        words = words[: use.start] + "·" * (use.end - use.start) + words[use.end :]
    return _ADDRESS.sub(lambda match: " " * len(match[0]), words)


def _is_told(word: str, content: Content) -> bool:
    """Whether a word of another script is a sign of a unit, a roman numeral, or set in small capitals."""
    units = {sign.removesuffix("?") for signs in content.pack.vocabulary.units.values() for sign in signs}
    capitals = " ".join(span.words for span in content.emphasis if span.kind == "smallcaps")
    return word in units or word in capitals.split() or re.fullmatch("[IVXLCDM]+", word) is not None

"""What a translator leaves behind: remarks for others, two words to choose from, words of the source text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from report.localize.parity.content import Content
from report.localize.parity.pair import Pair
from report.localize.parity.phrases import LETTER, folded, found
from report.localize.parity.registry import Slip, rule

_DOUBT = re.compile(r"[(\[{][^()\[\]{}]{0,40}[?؟!]\s*[)\]}]|[?؟]{2,}|\b(?:TODO|FIXME|TBD|XXX+)\b|\[\[|\{\{|<<|##|@@")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,80})[)\]]")
_SLASH = re.compile(rf"(?:{LETTER}|\d|[”“»])\s?/\s?(?=(?:{LETTER})|\d|[„“«])")
_CAPITALS = re.compile(r"(?<![\w-])[A-Z]{2,6}(?![\w-])")


@rule("LOC-044")
def _doubts(pair: Pair) -> Iterator[Slip]:
    """No translator's doubt, and no remark in brackets, is left in a text."""
    words = pair.translation.words
    left = [match[0] for match in _DOUBT.finditer(words)]
    remarks = (*pair.translation.pack.vocabulary.remarks, *pair.source.pack.vocabulary.remarks)
    bracketed = _BRACKETED.finditer(words)
    left.extend(match[0] for match in bracketed if next(found(remarks, match[1]), None))
    for one in left:
        if one not in pair.source.words:
            message = f"“{one}” looks like a translator’s remark"
            yield pair.translation.mark(one), message, "write it above the message, as a comment (#)"


@rule("LOC-044")
def _choices(pair: Pair) -> Iterator[Slip]:
    """No two words are left to choose from, as in *pier/mole*."""
    slashes = list(_SLASH.finditer(_without_addresses(pair.translation)))
    if len(slashes) > len(_SLASH.findall(_without_addresses(pair.source))):
        yield pair.translation.mark(slashes[-1][0]), "a stroke stands between two words", "choose one of them"


@rule("LOC-041")
def _abbreviations(pair: Pair) -> Iterator[Slip]:
    """An abbreviation in Latin capitals is one of the source text, of the glossary, or of a unit."""
    content = pair.translation
    spans = [(use.start, use.end) for use in content.uses]
    units = {sign.removesuffix("?") for signs in content.pack.vocabulary.units.values() for sign in signs}
    for match in _CAPITALS.finditer(content.words):
        is_term = any(start <= match.start() < end for start, end in spans)
        is_roman = re.fullmatch("[IVXLCDM]+", match[0])
        if not (is_term or is_roman or match[0] in units or match[0] in pair.source.words):
            message = f"the abbreviation {match[0]} is neither in the source text nor in the glossary"
            yield (
                content.mark(match[0]),
                message,
                "write that of the source text, or enter it into the glossary",
            )


@rule("LOC-047")
def _pairs(pair: Pair) -> Iterator[Slip]:
    """Quotation marks and brackets are opened and closed in turn."""
    words = pair.translation.words
    marks = [folded(mark) for mark in pair.translation.pack.quotation_marks]
    outer = ((opening, closing) for opening, closing in pairwise(marks[:2]) if opening != closing)
    for opening, closing in (*outer, ("(", ")")):
        depth = 0
        for sign in words:
            depth += (sign == opening) - (sign == closing)
            if depth not in (0, 1):
                break
        if depth:
            message = f"{opening} and {closing} do not stand in turn"
            yield pair.translation.mark(opening if opening in words else closing), message, "one of them is lost"


def _without_addresses(content: Content) -> str:
    return re.sub(r"\S*(?:://|www\.)\S*", "", content.words)

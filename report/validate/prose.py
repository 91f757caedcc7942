"""The manual's rules for prose, one small function each; a registry runs them over the printed words.

Each text is judged by the locale pack of its own language: quotation marks, words that may stand twice, capitals.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from report.findings import Finding
from report.locales import Pack, Shelf
from report.validate.signs import Signs, signs_of
from report.validate.strands import CALL, OTHER, Strand

Slip = tuple[int, str, str]  # offset in the words, message, hint
Rule = Callable[[Strand, Signs], Iterator[Slip]]

_FALLBACK = "en-GB"
_NET_NAME = re.compile(r"[“(‘„«]?(?:[\w@-]+\.)+(?:org|com|net|int|eu|gov)\b|\w+://")

PROSE_RULES: dict[str, Rule] = {}


def rule(code: str) -> Callable[[Rule], Rule]:
    """Enter a rule of prose into the registry under its code."""

    def enter(function: Rule) -> Rule:
        PROSE_RULES[code] = function
        return function

    return enter


def check_prose(strands: Iterable[Strand], shelf: Shelf, language: str) -> Iterator[Finding]:
    """Run every rule over every strand; ``language`` is that of the words that have none of their own."""
    for strand in strands:
        signs = signs_of(_pack(shelf, strand.node.language or language))
        for code, look in PROSE_RULES.items():
            for offset, message, hint in look(strand, signs):
                yield Finding(code, strand.at(offset), message, hint)


def _pack(shelf: Shelf, language: str) -> Pack:
    """Return the pack of a language; words of one that has none are judged as English."""
    return shelf.pack_of_language(language) or shelf.pack(_FALLBACK)


@rule("PRO-007")
def _straight_quotes(strand: Strand, signs: Signs) -> Iterator[Slip]:
    for match in re.finditer("[\"'´]", strand.words):
        hint = f"{signs.outer} and {signs.inner} for quotations, ’ for the apostrophe"
        yield match.start(), f"{match[0]} is a typewriter’s quotation mark", hint


@rule("PRO-008")
def _spaces(strand: Strand, _: Signs) -> Iterator[Slip]:
    for match in re.finditer(r"(?<=\S) {2,}|^ +|(?<! ) +$", strand.words):
        if match[0].startswith("  ") or match.start() in (0, len(strand.words) - 1):
            yield match.start(), "more space than one stands here", "leave one space, none at the ends"


@rule("PRO-009")
def _doubled_word(strand: Strand, signs: Signs) -> Iterator[Slip]:
    for match in re.finditer(r"(?<![\w\u200c])([^\W\d_]+) \1(?![\w\u200c-])", strand.words, re.IGNORECASE):
        if match[1].lower() not in signs.doubled:
            yield match.start(), f"the word “{match[1]}” stands twice", "delete one"


@rule("PRO-010")
def _space_before_stop(strand: Strand, signs: Signs) -> Iterator[Slip]:
    for match in signs.space_before_stop.finditer(strand.words):
        yield match.start(), f"a space stands before {strand.words[match.end()]}", "delete it"
    for match in signs.space_after_opening.finditer(strand.words):
        yield match.start(), f"a space stands after {strand.words[match.start() - 1]}", "delete it"


@rule("PRO-011")
def _space_after_stop(strand: Strand, signs: Signs) -> Iterator[Slip]:
    words = strand.words
    for match in signs.no_space_after.finditer(words):
        if not _NET_NAME.match(words, words.rfind(" ", 0, match.start()) + 1):
            yield match.end() - 1, "a space is missing after this", "leave one space"
    for match in signs.no_space_before.finditer(words):
        yield match.end(), "a space is missing before this", "leave one space"


@rule("PRO-012")
def _ranges(strand: Strand, _: Signs) -> Iterator[Slip]:
    if strand.manner == "plain":
        return
    for match in re.finditer(r"(?<![\d-])\d+-\d+(?![\d-])", strand.words):
        hint = f"write {match[0].replace('-', '–')}"
        yield match.start() + match[0].index("-"), "a range takes an en dash", hint


@rule("PRO-013")
def _typewriter_signs(strand: Strand, signs: Signs) -> Iterator[Slip]:
    for match in re.finditer(r"--+|(?<= )-(?= )|\.\.\.+|(?<=\d) ?x(?= ?\d)", strand.words):
        hint = {"-": f"{signs.dash} for a dash", ".": "… for an ellipsis"}.get(match[0].strip()[0], "× between numbers")
        yield match.start(), f"“{match[0].strip()}” is a typewriter’s sign", hint


@rule("PRO-014")
def _whole_sentences(strand: Strand, signs: Signs) -> Iterator[Slip]:
    if strand.manner not in ("running", "note"):
        return
    words = strand.words
    if not signs.begins_sentence(words):
        yield (
            0,
            "the text does not begin with a capital",
            "begin a sentence, or make it part of the one before",
        )
    if not signs.ends_sentence(words) and words.strip(OTHER + CALL):
        yield len(words) - 1, "the text ends without a full stop", "end the sentence"


@rule("PRO-015")
def _pairs(strand: Strand, signs: Signs) -> Iterator[Slip]:
    """Brackets and double quotation marks come in pairs; “a)” before a word is a number, not a bracket."""
    partner = signs.partners
    opened: list[tuple[str, int]] = []
    for match in signs.paired.finditer(strand.words):
        sign, offset = match[0], match.start()
        if sign in partner.values():
            opened.append((sign, offset))
        elif opened and opened[-1][0] == partner[sign]:
            opened.pop()
        elif sign != ")" or not re.search(r"(?:^|\W)\w$", strand.words[:offset]):
            yield (
                offset,
                f"“{sign}” has no partner before it" if sign == ")" else f"{sign} has no partner",
                "pair it",
            )
    for sign, offset in opened:
        yield (
            offset,
            f"“{sign}” has no partner after it" if sign == "(" else f"{sign} has no partner",
            "pair it",
        )


@rule("PRO-016")
def _calls(strand: Strand, _: Signs) -> Iterator[Slip]:
    """A note call follows its word and the stop without a space."""
    for match in re.finditer(CALL, strand.words):
        before, after = strand.words[: match.start()][-1:], strand.words[match.end() :][:1]
        if not before or before.isspace():
            yield match.start(), "a note is called after a space", "put it right after the word or the stop"
        elif after and after in ".,;:!?،؛؟":
            yield match.start(), f"a note is called before “{after}”", "put it after the stop"
        elif after.isalnum():
            yield match.start() + 1, "a space is missing after the note", "leave one space"


@rule("PRO-017")
def _mixed_scripts(strand: Strand, _: Signs) -> Iterator[Slip]:
    for match in re.finditer(r"[A-Za-z][\u0370-\u04ff]|[\u0370-\u04ff][A-Za-z]", strand.words):
        yield match.start(), "one word mixes letters of two scripts", "type the look-alike letter again"

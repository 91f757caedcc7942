"""Places in a work as writers name them after its key: “p. 13”, “vol. 2, pp. 3–5”, “{§ 12(3)}”."""

from __future__ import annotations

import re
from typing import NamedTuple

from report.model.text import Locator, LocatorPart
from report.validate.locator_forms import (
    BARE,
    COMMA,
    DASH,
    GAP,
    GLUED,
    WORD_AND_NUMBER,
    WRONG_DASH,
    LocatorForms,
    in_ascii,
    is_sign,
)

BRACES = r"\{(?:[^{}\\]|\\.|\{[^{}]*+\})*+\}"

_BRACES = re.compile(BRACES, re.DOTALL)
_LEAD = re.compile(rf"(?P<comma>{COMMA})?(?P<gap>(?:{GAP})*)")
_NEXT = re.compile(COMMA + GAP)
_AFTER = re.compile(rf"\Z|{COMMA}{GAP}|{GAP}")
_SEGMENT = re.compile("[^,،]+")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SPACE = re.compile(r"\s")
_MARKUP = re.compile(r"(?<!\\)[*^_`@]")

_FORM = "a locator is p. 13, pp. 3–7, chap. 2, fig. 1; any other stands in braces, {§ 12(3)}"
_WORDS = "for words of yours write {} before them"
_UNMARKED = "a locator takes no emphasis, no notes and no keys"

Slip = tuple[str, str]  # message, hint
Problem = tuple[int, str, str]  # offset, message, hint


class Place(NamedTuple):
    """What follows a key: the locator, the offset where the words after it begin, and what is wrong with it."""

    locator: Locator
    rest: int
    problem: Problem | None = None


def read_locator(source: str, start: int, end: int, forms: LocatorForms, *, is_led: bool = True) -> Place:
    """Read the locator between the end of a key and the end of its work, as Pandoc reads it but less forgiving.

    A locator follows a comma and a space and begins with a word of any locale, or is the bare number of a page; in
    braces it is taken as written, and empty braces say that there is none (Pandoc's manual, “Citation syntax”).
    Where it is not ``is_led`` it stands by itself in brackets, as in ``@key [p. 13]``. What is wrong is not read on.
    """
    lead = _LEAD.match(source, start, end)
    if start == end or lead is None:
        return Place((), start)
    at = lead.end() if is_led else start
    if source.startswith("{", at, end):
        return _forced(source, at, end, forms)
    if at == start and is_led:
        message = "between a key and what follows it stand a comma and a space"
        return Place((), end, (start, message, _FORM))
    parts, stop, problem = _read_parts(source, at, end, forms)
    if (parts or problem) and is_led and not _NEXT.fullmatch(lead[0]):
        hint = f"write [@key, {source[at:end].strip()}]; {_WORDS}"
        problem = (start, "between key and locator stand a comma and a space", hint)
    elif parts:
        problem = problem or _problem_after(source, stop, end, forms)
    elif not problem and lead["comma"] and is_led and (at == end or not lead["gap"]):
        message = "nothing follows this comma" if at == end else "a space is missing after this comma"
        problem = (start, message, "a comma and a space stand before a locator or words")
    if problem:
        return Place(tuple(parts), end, problem)
    return Place(tuple(parts), stop if parts else start)


def _read_parts(source: str, at: int, end: int, forms: LocatorForms) -> tuple[list[LocatorPart], int, Problem | None]:
    """Read as many parts as there are; a comma and what is no part belong to the words after the locator."""
    parts: list[LocatorPart] = []
    stop = at
    while True:
        match = forms.part.match(source, at, end) or (None if parts else BARE.match(source, at, end))
        if match is None:
            return parts, stop, _almost(source, at, end, forms)
        part, problem = _read_part(match, forms)
        if problem:
            return parts, stop, problem
        parts.append(part)
        stop = match.end()
        following = _NEXT.match(source, stop, end)
        if following is None:
            return parts, stop, None
        at = following.end()


def _read_part(match: re.Match[str], forms: LocatorForms) -> tuple[LocatorPart, Problem | None]:
    groups, at = match.groupdict(), match.start()
    if groups.get("entry"):
        phrase = _plain(groups["phrase"]).rstrip()
        is_marked = _MARKUP.search(groups["phrase"])
        return LocatorPart("entry", phrase), (at, f"“{phrase}” has marks in it", _UNMARKED) if is_marked else None
    word = _plain(groups.get("word") or "")
    written = _plain(groups.get("numbers") or match[0])
    numbers = in_ascii(re.sub(DASH, "–", written))
    slip: Slip | None
    if WRONG_DASH.search(written):
        slip = ("a range takes an en dash without spaces", f"write {f'{word} {numbers}'.strip()}")
    elif word:
        slip = _slip_of_word(word, numbers, forms, is_apart=bool(groups["gap"]))
    else:
        slip = _slip_of_bare(match, numbers)
    kind = forms.known(word)[0] if word else "page"
    return LocatorPart(kind, numbers), (at, *slip) if slip else None


def _slip_of_word(word: str, numbers: str, forms: LocatorForms, *, is_apart: bool) -> Slip | None:
    """What is wrong with a locator word before these numbers."""
    is_many, has_several = forms.known(word)[1], "–" in numbers or "," in numbers
    if word == "s.":
        return f"“s. {numbers}” may be a section or a page", f"write § {numbers} or sec. {numbers}; a page is p. or S."
    if not is_apart and not is_sign(word):
        return f"a space is missing after “{word}”", f"write {word} {numbers}"
    if is_many and not has_several and not numbers.endswith("f."):
        right = f"{forms.counterpart(word, is_many=False)} {numbers}"
        return f"“{word}” stands before one number", f"write {right}, or give the others"
    if is_many is False and has_several:
        right = f"{forms.counterpart(word, is_many=True)} {numbers}"
        return f"“{word}” stands before several numbers", f"write {right}, or each place with its own word"
    return None


def _slip_of_bare(match: re.Match[str], numbers: str) -> Slip | None:
    """Words that follow a bare number without a comma make it doubtful."""
    if match.end() == match.endpos or not match.string[match.end()].isspace():
        return None
    hint = f"for the page write p. {numbers}; {_WORDS}"
    return f"“{numbers}” may be a page or belong to the words after it", hint


def _problem_after(source: str, stop: int, end: int, forms: LocatorForms) -> Problem | None:
    """What is wrong right behind a locator, if anything."""
    after = _AFTER.match(source, stop, end)
    if after is None:
        return stop, f"“{source[stop]}” cannot follow a locator so", f"a comma and a space stand before words; {_FORM}"
    if after[0] and after.end() == end:
        return stop, "nothing follows this", "delete the comma, or write the words that belong to it"
    if after[0] and after[0][0] not in ",،" and forms.part.match(source, after.end(), end):
        return stop, "between two locators stand a comma and a space", _FORM
    return None


def _almost(source: str, at: int, end: int, forms: LocatorForms) -> Problem | None:
    """What looks like a locator and is none."""
    segment = _SEGMENT.match(source, at, end)
    if segment is None:
        return None
    message = f"“{_plain(segment[0]).rstrip()}” is no locator"
    glued = GLUED.match(source, at, end)
    if glued:
        return at, message, f"write {glued['number']} {glued['after']}."
    if forms.abbreviation.match(source, at, end):
        return at, message, f"{_FORM}; {_WORDS}"
    match = WORD_AND_NUMBER.match(source, at, end)
    hint = forms.meant(match["word"], match["numbers"]) if match else ""
    return (at, message, f"{hint} {_WORDS.capitalize()}") if hint else None


def _forced(source: str, at: int, end: int, forms: LocatorForms) -> Place:
    """Read a locator in braces: as parts where it reads as such, else what stands there with the kind of its word."""
    braces = _BRACES.match(source, at, end)
    if braces is None:
        return Place((), end, (at, "a brace is opened here and not closed", "close it with “}”"))
    inside, stop = braces[0][1:-1].strip(), braces.end()
    if stop < end and source[stop].isalnum():
        return Place((), end, (stop, "a space is missing after this brace", "leave one space"))
    if _MARKUP.search(inside):
        return Place((), end, (at, "the braces hold marks", f"{_UNMARKED}; what leans stands behind the braces"))
    if not inside:
        return Place((), stop)
    parts, read, problem = _read_parts(inside, 0, len(inside), forms)
    if parts and not problem and read == len(inside):
        return Place(tuple(parts), stop)
    written = _plain(inside)
    word = forms.leading_word.match(written)
    kind, rest = (forms.known(word["word"])[0], written[word.end() :]) if word else ("", written)
    return Place((LocatorPart(kind, in_ascii(rest)),), stop)


def _plain(written: str) -> str:
    """Return what was written without backslashes, every space an ordinary one."""
    return _SPACE.sub(" ", _ESCAPED.sub(r"\1", written) if "\\" in written else written)

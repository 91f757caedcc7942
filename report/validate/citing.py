"""Citations as rules for markdown-it: works in brackets, and works that the text itself names."""

from __future__ import annotations

import re

from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token

from report.validate.citations import FORM, Named, Span, Work, read_citation
from report.validate.faults import fault, notebook, put
from report.validate.pairing import KEY

CitedAt = tuple[Work, list[Token], list[Token]]
"""A work, and the tokens of the words before and after it."""

_NUMBER = re.compile(r"\d[\d–-]*")
_LOOSE = re.compile(r",?\s+")
_BRACKET = re.compile(r"(?:\\?\s)?\[(?![#^])")
_STOPS = ".,;:!?…”’»›“‘«)،؛؟"
_BEGINS_APART = re.compile(rf"\\?\s|[{_STOPS}]")
_STOPS_AFTER = re.compile(rf"[{_STOPS}]+(?!\w)")
_POSSESSIVE = re.compile(rf"[’'][^\W\d_]+(?:[{_STOPS}]+(?!\w))?")


def cite_in_brackets(state: StateInline, start: int, end: int) -> bool:
    """Works between brackets, ``[see @a, p. 13; @b]``: a note, or part of the note they stand in."""
    book = notebook(state)
    if book.in_affix:
        return _nested(state, start, end + 1)
    works, problems = read_citation(state.src, (start + 1, end), book.signs[start], book.forms)
    for offset, message, hint in problems:
        fault(state, offset, "PRO-004", message, hint)
    if not works:
        return put(state, state.src[start : end + 1], start, end + 1 - start)
    _check_place(state, start)
    _push(state, start, works)
    state.pos = end + 1
    return True


def cite_in_words(state: StateInline, _silent: bool) -> bool:
    """A work named in the text, ``@key`` or ``@key [p. 13]``: its names, and a note behind the stops that follow."""
    start, source, book = state.pos, state.src, notebook(state)
    if source[start] != "@" or _is_word(source[start - 1 : start]):
        return False
    key = KEY.match(source, start + 1, state.posMax)
    if key is None:
        return False
    if book.in_affix:
        return _nested(state, start, key.end())
    if source[start - 1 : start] == "-":
        fault(state, start, "PRO-004", "names are left out in brackets alone", "write [-@key]")
    if source.startswith("@", key.end()):
        hint = "a citation is written @key or [@key]; for the sign itself write \\@"
        fault(state, key.end(), "PRO-004", "an “@” stands right behind a key", hint)
    _check_loose_locator(state, key)
    works, after = _named_works(state, Named(key[0].strip("{}"), start), key.end())
    _check_place(state, start)
    if not book.in_note:
        names = state.push("cited_names", "", 0)
        names.meta = {"at": start, "key": works[0].key}
        state.pos = after
        stops = _STOPS_AFTER.match(source, after, state.posMax)
        if after == key.end():
            stops = stops or _POSSESSIVE.match(source, after, state.posMax)
        if stops:
            put(state, stops[0], after, len(stops[0]))
            after = state.pos
        works = (works[0]._replace(without_names=True), *works[1:])
    _push(state, start, works)
    state.pos = after
    return True


def _check_loose_locator(state: StateInline, key: re.Match[str]) -> None:
    """A locator behind a key without brackets is not read as one: it would print as it stands."""
    gap = _LOOSE.match(state.src, key.end(), state.posMax)
    word = notebook(state).forms.leading_word.match(state.src, gap.end(), state.posMax) if gap else None
    number = _NUMBER.match(state.src, word.end(), state.posMax) if word else None
    if word and number:
        place = f"{word['word']} {number[0]}"
        message = "a locator behind a key without brackets stands in brackets of its own"
        fault(state, key.end(), "PRO-004", message, f"write @{key[0]} [{place}] or [@{key[0]}, {place}]")


def _named_works(state: StateInline, named: Named, at: int) -> tuple[tuple[Work, ...], int]:
    """Return the work named and those in the brackets behind its key if they belong to it, and where all that ends."""
    book, bracket = notebook(state), _BRACKET.match(state.src, at, state.posMax)
    end = book.pairs.get(bracket.end() - 1) if bracket else None
    if bracket is None or end is None or state.src[end + 1 : end + 2] in ("(", "{"):
        return (Work(*named),), at
    opening = bracket.end() - 1
    works, problems = read_citation(state.src, (opening + 1, end), book.signs.get(opening, ()), book.forms, named)
    for offset, message, hint in problems:
        fault(state, offset, "PRO-004", message, hint)
    return works, end + 1


def _check_place(state: StateInline, start: int) -> None:
    """A citation becomes a note; it stands where notes may, and not in the words of a link."""
    book = notebook(state)
    if state.linkLevel:
        fault(state, start, "PRO-003", "a citation stands inside a link", "put it behind the link")
    elif not book.notes and not book.in_note:
        fault(state, start, "PRO-003", "a citation becomes a note, and a note cannot stand here", "leave it out")


def _nested(state: StateInline, start: int, end: int) -> bool:
    hint = f"several works stand side by side: {FORM}"
    fault(state, start, "PRO-004", "a citation stands among the words of another", hint)
    return put(state, state.src[start:end], start, end - start)


def _push(state: StateInline, start: int, works: tuple[Work, ...]) -> None:
    cited: tuple[CitedAt, ...] = tuple(
        (work, _tokens(state, work.prefix), _tokens_after(state, work.suffix)) for work in works
    )
    token = state.push("citation", "", 0)
    token.meta = {"at": start, "works": cited}


def _tokens(state: StateInline, span: Span) -> list[Token]:
    """Read the words before or after a work; asterisks in them pair among themselves."""
    if span[0] == span[1]:
        return []
    inner, book = StateInline(state.src, state.md, state.env, []), notebook(state)
    inner.pos, inner.posMax = span
    inner.level, inner.linkLevel = state.level + 1, state.linkLevel
    book.in_affix = True
    state.md.inline.tokenize(inner)
    for pair_up in state.md.inline.ruler2.getRules(""):
        pair_up(inner)
    book.in_affix = False
    return inner.tokens


def _tokens_after(state: StateInline, span: Span) -> list[Token]:
    """Read the words after a work; they begin with a stop or a space, also in ``@key [and elsewhere]``."""
    tokens = _tokens(state, span)
    if tokens and not _BEGINS_APART.match(state.src, *span):
        space = Token("text", "", 0, content=" ", meta={"at": span[0] - 1})
        tokens.insert(0, space)
    return tokens


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"

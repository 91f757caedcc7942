"""The small Markdown as inline rules for markdown-it: tokens with their offsets, and faults with theirs.

markdown-it runs the rules and pairs the asterisks. Its own rules leave what they do not understand as text;
these never do: a sign that has a meaning is either part of a whole construct or a fault. The offset in the
source is kept in ``token.meta``, which the built-in rules do not do.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.ruler import Ruler
from markdown_it.rules_inline.state_inline import Delimiter, StateInline
from markdown_it.token import Token

from report.validate.brackets import bracket, closing_bracket, note
from report.validate.citing import cite_in_words
from report.validate.faults import LITERAL_HINT, Fault, Notebook, fault, put
from report.validate.locator_forms import LocatorForms
from report.validate.pairing import pair

Rule = Callable[[StateInline, bool], bool]

_TEXT = re.compile(r"[^\\^\[\]*_`<&!~{}@＠#\n]+")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@＠[\\]^_`{|}~")


def tokenize(source: str, forms: LocatorForms, *, notes: bool) -> tuple[list[Token], list[Fault]]:
    """Return the tokens and faults of a text in the small Markdown; ``forms`` are those of locators."""
    closing, signs = pair(source)
    notebook = Notebook(source, closing, signs, frozenset(closing.values()), notes, forms)
    tokens: list[Token] = []
    engine = _engine()
    engine.inline.parse(source, engine, {"notebook": notebook}, tokens)
    return tokens, notebook.faults


@cache
def _engine() -> MarkdownIt:
    engine = MarkdownIt("zero")
    ruler: Ruler[Rule] = Ruler()
    for rule in _RULES:
        ruler.push(rule.__name__, rule)
    engine.inline.ruler = ruler
    engine.inline.ruler2.enableOnly(["balance_pairs", "emphasis"])
    return engine


def _text(state: StateInline, _silent: bool) -> bool:
    match = _TEXT.match(state.src, state.pos, state.posMax)
    return match is not None and put(state, match[0], state.pos, len(match[0]))


def _escape(state: StateInline, _silent: bool) -> bool:
    if state.src[state.pos] != "\\":
        return False
    escaped = state.src[state.pos + 1 : state.pos + 2]
    if escaped == " ":
        return put(state, "\u00a0", state.pos, 2)
    if escaped in _PUNCTUATION and escaped:
        return put(state, escaped, state.pos + 1, 2)
    message = "a backslash stands before neither a sign nor a space"
    fault(state, state.pos, "PRO-002", message, "for a backslash itself write two")
    return put(state, "\\", state.pos, 1)


def _line_end(state: StateInline, _silent: bool) -> bool:
    return state.src[state.pos] == "\n" and put(state, " ", state.pos, 1)


def _stars(state: StateInline, _silent: bool) -> bool:
    """Asterisks become delimiters as in markdown-it; which of them belong together is found at the end."""
    start = state.pos
    if state.src[start] != "*":
        return False
    scanned = state.scanDelims(start, True)
    for position in range(start, start + scanned.length):
        token = state.push("text", "", 0)
        token.content = "*"
        token.meta = {"at": position, "star": True}
        index = len(state.tokens) - 1
        delimiter = Delimiter(ord("*"), scanned.length, index, -1, scanned.can_open, scanned.can_close)
        state.delimiters.append(delimiter)
    state.pos += scanned.length
    return True


_REFUSED: tuple[tuple[re.Pattern[str], str, str, str], ...] = (
    (
        re.compile("_"),
        "PRO-002",
        "an underscore stands here",
        "emphasis is *…*; for the sign itself write \\_",
    ),
    (re.compile("`"), "PRO-002", "code has no place in a brief", LITERAL_HINT),
    (re.compile(r"<(?=[A-Za-z/!?])"), "PRO-002", "HTML is not used", LITERAL_HINT),
    (
        re.compile(r"&(?=#?\w+;)"),
        "PRO-002",
        "a character is named instead of written",
        "write the character itself",
    ),
    (re.compile(r"!(?=\[)"), "PRO-002", "an image stands in the text", "make it a figure block"),
    (re.compile("~~"), "PRO-002", "struck-out words are not used", LITERAL_HINT),
    (
        re.compile(r"[{}]"),
        "PRO-006",
        "a brace stands alone",
        "an attribute follows its brackets: […]{.smallcaps}",
    ),
    (re.compile(r"(?<!\w)#(?=[a-z])"), "PRO-005", "a “#” stands alone", "a cross-reference is written [#id]"),
    (
        re.compile(r"(?<!\w)@|@(?!\w)"),
        "PRO-004",
        "an “@” stands alone",
        "a citation is written [@key], the key right after “@”; for the sign itself write \\@",
    ),
    (
        re.compile("＠"),
        "PRO-004",
        "this is a wide “＠”",
        "a citation is written [@key]; for the sign itself write \\＠",
    ),
)


def _refused(state: StateInline, _silent: bool) -> bool:
    """Signs of other Markdowns, which would otherwise print as they stand; all else is text."""
    for pattern, code, message, hint in _REFUSED:
        match = pattern.match(state.src, state.pos)
        if match:
            fault(state, state.pos, code, message, hint)
            return put(state, match[0], state.pos, len(match[0]))
    return put(state, state.src[state.pos], state.pos, 1)


_RULES: tuple[Rule, ...] = (_text, _escape, _line_end, _stars, note, bracket, closing_bracket, cite_in_words, _refused)

"""The table of elements, and how the fields that most of them print are set."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from pybtex.style.template import node

from report.cite import rich
from report.cite.rich import RichText, in_own_direction, term, text
from report.cite.setting import Setting

ELEMENTS: dict[str, Any] = {}
"""The elements by the names that styles give them; the values are nodes of pybtex's."""

# A number may have letters in it, “12a” and “TR-13”; “Vol. 3” has a word of its own.
_NUMBER = re.compile(r"\d|^(?:[IVXLCDM]+|[ivxlcdm]+)(?:[–, ]+(?:[IVXLCDM]+|[ivxlcdm]+))*$")
_WORDS = re.compile(r"[^\W\d_]+\.\s|[^\W\d_]{2,}\s")
_WORD = re.compile(r"[^\W\d_]+(?![\w:/@])")


def element(name: str) -> Callable[[Callable[[Setting], RichText]], Callable[[Setting], RichText]]:
    """Enter a function into the table of elements under its name."""

    def enter(function: Callable[[Setting], RichText]) -> Callable[[Setting], RichText]:
        def format_node(_children: Sequence[Any], setting: Setting) -> RichText:
            return function(setting)

        format_node.__name__ = name
        ELEMENTS[name] = node(format_node)
        return function

    return enter


def field(setting: Setting, name: str) -> RichText:
    """Return a field as the entry has it."""
    return in_own_direction(setting.entry.rich(name), setting)


def remark(setting: Setting, name: str) -> RichText:
    """Return words that take a capital at the head of a sentence, unless they begin with something else than a word."""
    words = field(setting, name)
    return term(words) if _WORD.match(setting.entry.plain(name)) else words


def numbers(setting: Setting, name: str) -> RichText:
    """Return a field of numbers in the digits of the citation."""
    return text(setting.digits(setting.entry.plain(name)))


def labelled(setting: Setting, name: str, label: str) -> RichText:
    """Return a field of numbers, Arabic or Roman, after its word; a field that has words of its own stands as it is."""
    written = setting.entry.plain(name)
    if not _NUMBER.search(written) or _WORDS.search(written):
        return remark(setting, name)
    word = setting.term(label, is_many=bool(set("–,") & set(written)))
    return text(term(word), rich.NO_BREAK, setting.digits(written))

"""Text that fits only without its last space is broken after its first word.

Minimal case: ``word word <i>next</i>`` in a measure that holds the two words but not the space
after them. Pango lets that space hang and answers "one line"; WeasyPrint (``split_first_line``,
step 3) measures the line with the space, finds it too wide, and takes the first word alone.
About one line in two hundred is cut short so where there is much inline markup.

The answer asks again without the space. If all of the text fits then, the same text is set with
room for the space, which the engine takes off again at the end of the line.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from typing import Any

from weasyprint.layout import inline

from report.typeset.corrections.patching import replaced

# The engine's answer: layout, length, where to resume or None, width, height, baseline.
_FirstLine = tuple[Any, int, int | None, float, float, float]

_COLLAPSING = ("normal", "pre-line")


@contextmanager
def install() -> Iterator[None]:
    """Break lines with the last space hanging."""
    stock = inline.split_first_line

    def split_first_line(
        text: str, style: Any, context: Any, max_width: float | None, *options: Any, **named: Any
    ) -> _FirstLine:
        def split(words: str, width: float | None) -> _FirstLine:
            line: _FirstLine = stock(words, style, context, width, *options, **named)
            return line

        first = split(text, max_width)
        if max_width is None or max_width == inf or not text.endswith(" "):
            return first
        if style["white_space"] not in _COLLAPSING or not _is_cut_short(text, first):
            return first
        if split(text.rstrip(" "), max_width)[2] is not None:
            return first
        return split(text, max_width + style["font_size"])

    with replaced(inline, "split_first_line", split_first_line):
        yield


def _is_cut_short(text: str, first: _FirstLine) -> bool:
    """Whether the engine kept one word, or a part of it, of several."""
    _, length, resume, *_ = first
    words = text.encode()
    return resume is not None and resume < len(words) and b" " not in words[:length].strip(b" ")

"""What a compositor does to words without changing them."""

from __future__ import annotations

from dataclasses import replace

from report.model.text import NoteCall, Text, Words

_LONGEST = 24
_NO_BREAK_SPACE = "\u00a0"


def last_words(text: Text) -> tuple[Text, Text]:
    """Divide a paragraph before its last two words, which are kept together so that no last line is a mere syllable.

    What follows them, such as a note call, goes with them. Long words, and words in two shapes, are left alone: then
    the second part is empty.
    """
    end = len(text)
    while end and isinstance(text[end - 1], NoteCall):
        end -= 1
    last = text[end - 1] if end else None
    if not isinstance(last, Words):
        return text, ()
    before, space, words = last.text.rpartition(" ")
    opening, gap, first = before.rpartition(" ")
    if not space or not gap or not words or len(first) + len(words) > _LONGEST:
        return text, ()
    kept = replace(last, text=f"{first}{_NO_BREAK_SPACE}{words}")
    return (*text[: end - 1], replace(last, text=opening + gap)), (kept, *text[end:])

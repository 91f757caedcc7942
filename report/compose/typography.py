"""What a compositor does to words without changing them."""

from __future__ import annotations

from dataclasses import replace

from report.model.text import NoteCall, Text, Words

# A word that is too short to be a last line by itself, its stop included; and a word short enough to be tied to it
# without tearing the line above apart.
_SHORT_LAST = 5
_SHORT_BEFORE = 3
NO_BREAK_SPACE = "\u00a0"


def last_word(text: Text) -> tuple[Text, Text]:
    """Divide a paragraph before its last word, which is not divided, so that no last line is a mere syllable.

    A short last word takes the short word before it along, and what follows it, such as a note call, goes with it. The
    second part is empty where the end of the paragraph has another shape than the rest.
    """
    end = len(text)
    while end and isinstance(text[end - 1], NoteCall):
        end -= 1
    last = text[end - 1] if end else None
    if not isinstance(last, Words):
        return text, ()
    opening, space, word = last.text.rpartition(" ")
    if not opening or not word:
        return text, ()
    rest, gap, before = opening.rpartition(" ")
    if rest and len(word) <= _SHORT_LAST and len(before) <= _SHORT_BEFORE:
        opening, space, word = rest, gap, f"{before}{NO_BREAK_SPACE}{word}"
    return (*text[: end - 1], replace(last, text=opening + space)), (replace(last, text=word), *text[end:])

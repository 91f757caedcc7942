"""Reviews: a second reader's mark on a message, which holds for as long as its source text and translation stay."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from report.model.catalog import Message, Translation


def is_reviewed(translation: Translation) -> bool:
    """Whether a translation is current, and has not changed since somebody reviewed it."""
    message = translation.message
    return translation.standing == "current" and message is not None and has_review(message, translation.unit.source)


def has_review(message: Message, source: str) -> bool:
    """Whether the mark on a message is that of these words and their translation."""
    return bool(message.reviewed) and message.reviewed == review_mark(source, message)


def review_mark(source: str, message: Message) -> str:
    """Return the mark of a review: the digest of a source text and its translation, eight hexadecimal digits."""
    words = "\0".join((source, *(one.text for one in message.translations)))
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def reviewed(messages: Iterable[Message], chosen: Iterable[Message]) -> tuple[Message, ...]:
    """Return the messages, the chosen ones with the mark of a review; what is not translated or fuzzy gets none."""
    marks = {message.mark for message in chosen}
    return tuple(
        replace(message, reviewed=review_mark(message.source, message))
        if message.mark in marks and message.is_translated and not message.is_fuzzy
        else message
        for message in messages
    )

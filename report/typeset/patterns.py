"""The patterns by which words are divided: those that the edition's locale pack names.

The engine takes them by the language of the text. A pack may name those of another one (a mirrored English edition is
divided as English), and a tag that has none of its own would take whatever its first letters lead to.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pyphen

from report.model.edition import Edition
from report.typeset.corrections.patching import replaced
from report.typeset.divisions import taught


@contextmanager
def patterns_of(edition: Edition) -> Iterator[None]:
    """Divide the words of an edition by the patterns of its pack, words of other languages by their own."""
    stock = pyphen.language_fallback

    def language_fallback(tag: str) -> str | None:
        found: str | None = stock(edition.pack.hyphenation.language if tag == edition.locale else tag)
        return found

    with taught(edition.pack.hyphenation), replaced(pyphen, "language_fallback", language_fallback):
        yield

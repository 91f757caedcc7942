"""Words that a locale pack lists with their divisions, taught to the patterns while pages are set.

The patterns of German divide many compounds wrongly (“Zusam-me-n-a-r-beit”). Soft hyphens would mend a word, but the
engine leaves off dividing all others while one is ahead in the lines (docs/engine.md), and readers who copy a
text would copy them too. So the words stay whole, and what is known of them is put where the patterns are asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pyphen

from report.model.locale import Hyphenation


@contextmanager
def taught(hyphenation: Hyphenation) -> Iterator[None]:
    """Divide the words that a pack lists as it says, in small letters and capitals alike, while the context lasts."""
    language = pyphen.language_fallback(hyphenation.language) if hyphenation.exceptions else None
    if language is None:
        yield
        return
    known = pyphen.Pyphen(lang=language).hd.cache
    listed = dict(map(_positions, hyphenation.exceptions))
    before = {word: known[word] for word in listed if word in known}
    known.update(listed)
    try:
        yield
    finally:
        for word in listed:
            del known[word]
        known.update(before)


def _positions(exception: str) -> tuple[str, list[pyphen.DataInt]]:
    """Return a word, and after how many of its letters it may be divided: “Ha|fen” is “hafen” and 2."""
    parts = exception.lower().split("|")
    ends = (len("".join(parts[:count])) for count in range(1, len(parts)))
    return "".join(parts), [pyphen.DataInt(end) for end in ends]

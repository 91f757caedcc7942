"""The words of the apparatus in a locale."""

from __future__ import annotations

from report.errors import ReportError
from report.model.locale import Inflected, Pack


def term(name: str, pack: Pack, *, is_many: bool = False, **values: str) -> str:
    """Return a word of the apparatus, for one or for several, its named places filled.

    Raises:
        ReportError: the pack has no such term.
    """
    words = pack.terms.get(name)
    if words is None:
        raise ReportError(f"the locale pack “{pack.tag}” has no term “{name}”")
    if isinstance(words, Inflected):
        words = words.many if is_many else words.one
    return words.format(**values) if values else words

"""What an edition's translation lacks, as findings: texts not translated, translations behind, messages left over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from report.findings import Finding, Mark
from report.localize.differences import word_difference
from report.localize.matching import unused
from report.model.catalog import Catalog, Translation
from report.model.text import Standing

_UPDATE = "“report catalog update” writes down what is to be translated"


def findings_of(translations: Sequence[Translation], catalog: Catalog, locale: str) -> Iterator[Finding]:
    """Yield what the translation of a brief, or of the house, lacks.

    While there is no catalog, or nothing of one is translated, this is one finding, not one for every text.
    """
    if translations and not catalog.messages:
        hint = f"“report catalog update” begins {catalog.path}; then translate its messages"
        yield _nothing(translations, locale, hint)
    elif translations and all(one.standing == "missing" and one.message for one in translations):
        yield _nothing(translations, locale, f"translate the messages of {catalog.path}")
    else:
        yield from _missing(translations, catalog, locale)
    yield from _stale(translations, locale)
    for left in unused(translations, catalog):
        message = f"no text uses the message of “{left.context}”: “{shortened(left.source)}”"
        yield Finding("LOC-008", left.mark, message, "“report catalog update” puts it out of use")


def held(standings: Sequence[Standing], path: str, slug: str, locale: str) -> Iterator[Finding]:
    """Yield what keeps an edition from being published, in one finding: how many of its texts do not stand as current.

    ``path`` is that of the edition's catalog, ``slug`` the brief's.
    """
    counts = ((standings.count("missing"), "not translated"), (standings.count("stale"), "stale"))
    if any(count for count, _ in counts):
        lacking = " and ".join(f"{count} {'is' if count == 1 else 'are'} {what}" for count, what in counts if count)
        message = f"the {locale} edition is not ready: of {len(standings)} texts {lacking}"
        hint = f"“report catalog status {slug} --locale {locale} --list” shows which"
        yield Finding("LOC-009", Mark(path), message, hint)


def shortened(text: str, limit: int = 60) -> str:
    """Return the beginning of a text, up to a whole word."""
    if len(text) <= limit:
        return text
    return f"{text[: text.rfind(' ', 20, limit)].rstrip() if ' ' in text[20:limit] else text[:limit]} …"


def _nothing(translations: Sequence[Translation], locale: str, hint: str) -> Finding:
    message = f"nothing of the {locale} edition is translated: {len(translations)} texts"
    return Finding("LOC-006", translations[0].unit.mark, message, hint)


def _missing(translations: Iterable[Translation], catalog: Catalog, locale: str) -> Iterator[Finding]:
    for one in translations:
        if one.standing != "missing":
            continue
        message = f"“{shortened(one.unit.source)}” is not translated into {locale}"
        is_listed = one.message is not None and one.message.source == one.unit.source
        hint = f"translate it in {one.message.mark}" if is_listed and one.message else f"{_UPDATE}, in {catalog.path}"
        yield Finding("LOC-006", one.unit.mark, message, hint)


def _stale(translations: Iterable[Translation], locale: str) -> Iterator[Finding]:
    for one in translations:
        if one.standing != "stale" or not one.message:
            continue
        source = one.unit.source
        if one.previous and one.previous != source:
            what = "follows an earlier text"
            hint = f"the source changed: {word_difference(one.previous, source)}"
        else:
            what, hint = "is marked as fuzzy", "compare it with its source text, then take the mark away"
        message = f"the {locale} translation of “{shortened(source)}” {what}"
        yield Finding("LOC-007", one.message.translations[0].mark, message, hint)

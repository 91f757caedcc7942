"""The words of the templates in an edition's language, from the catalog of the house."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.findings import Finding, Mark
from report.localize.plural_forms import plural_forms
from report.model.catalog import Catalog, Message, Wanted
from report.model.edition import HouseWords
from report.model.plurals import PluralRule, plural_rule


def house_words(catalog: Catalog) -> HouseWords:
    """Return the words of the templates that a catalog translates; the others print as they stand there, in English.

    A rule for plurals that cannot be used was said when the catalog was read; English has its own.
    """
    rule = plural_rule(catalog.headers) or PluralRule.parse(plural_forms("en"))
    texts = {
        one.source: tuple(form.text for form in one.translations)
        for one in _of_templates(catalog)
        if one.is_translated and not one.is_fuzzy and (not one.plural or len(one.translations) == rule.count)
    }
    return HouseWords(texts, rule.form)


def untranslated_words(catalog: Catalog, printed: Sequence[Wanted]) -> tuple[Wanted, ...]:
    """Return those of the words that templates print which a catalog does not translate, with their plural if any."""
    texts = house_words(catalog).texts
    plurals = {one.source for one in _of_templates(catalog) if one.plural}
    return tuple(one for one in printed if one.source not in texts or (one.plural and one.source not in plurals))


def lacking_words(catalog: Catalog, printed: Sequence[Wanted], locale: str) -> Iterator[Finding]:
    """Yield a finding for each word of the templates that a catalog does not translate."""
    listed = {one.source: one.mark for one in _of_templates(catalog)}
    for one in untranslated_words(catalog, printed):
        message = f"“{one.source}”, a word of the templates, is not translated into {locale}"
        hint = "until then it prints in English"
        if one.source not in listed:
            hint = f"“report catalog update” enters it in {catalog.path}; {hint}"
        yield Finding("LOC-006", listed.get(one.source, Mark(one.references[0])), message, hint)


def _of_templates(catalog: Catalog) -> Iterator[Message]:
    return (one for one in catalog.messages if not one.context and not one.is_obsolete)

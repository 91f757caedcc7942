"""Localizing: a brief and its catalogs to the edition that readers in one locale get.

Two steps with validating between them, since a translation is content and is read like any other: :func:`word` puts
the words of the catalogs into the manuscript, :func:`localize` makes the edition of what was read from it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from report.findings import Checked, Finding, nearest
from report.kept import NothingKept
from report.locales import Shelf
from report.locales.house import SOURCE
from report.localize.completeness import findings_of, held
from report.localize.finishing import finished
from report.localize.house_words import house_words, lacking_words, untranslated_words
from report.localize.leads import leads_known, leads_of
from report.localize.matching import match
from report.localize.parity import Memory, check_parity, check_words, pairs_of_words
from report.localize.progress import progress_of
from report.localize.queries import number_queries
from report.localize.translating import translate
from report.model.brief import Brief, EditionPlan
from report.model.catalog import Catalog, Translation, Unit, Wanted
from report.model.edition import Edition, Sibling
from report.model.glossary import Glossary
from report.model.locale import Pack
from report.model.manuscript import Manuscript
from report.model.text import Standing


@dataclass(frozen=True, slots=True)
class Catalogs:
    """The catalogs of an edition: that of the brief, and that of the house and its templates.

    ``printed`` are the words that the templates print.
    """

    brief: Catalog
    house: Catalog
    printed: tuple[Wanted, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """A manuscript in the words of an edition, and the translations that they come from; an original has none."""

    manuscript: Manuscript
    of_brief: tuple[Translation, ...] = ()
    of_house: tuple[Translation, ...] = ()


def editions_of(brief: Brief) -> tuple[str, ...]:
    """Return the locales a brief can be had in, its source language first."""
    return tuple(dict.fromkeys((brief.language, *(plan.locale for plan in brief.editions))))


def choose_locale(brief: Brief, locale: str, shelf: Shelf) -> Checked[Pack]:
    """Return the pack of a locale (a BCP 47 tag) for a brief; an edition or a pack that does not exist is a finding.

    Pseudo-locales can be had of every brief.
    """
    findings: list[Finding] = []
    is_pseudo = locale in shelf.known() and shelf.pack(locale).pseudo != "none"
    if not is_pseudo and locale not in editions_of(brief):
        hint = nearest(locale, editions_of(brief)) or f"it exists in {', '.join(editions_of(brief))}"
        findings.append(Finding("LOC-001", brief.mark, f"“{brief.slug}” has no edition in “{locale}”", hint))
        locale = brief.language
    if locale not in shelf.known():
        hint = nearest(locale, shelf.known()) or f"there are {', '.join(shelf.known())}"
        findings.append(Finding("LOC-002", plan_of(brief, locale).mark, f"there is no locale pack “{locale}”", hint))
        locale = SOURCE
    return Checked(shelf.pack(locale), tuple(findings))


def plan_of(brief: Brief, locale: str) -> EditionPlan:
    """Return how the edition in a locale is planned; an original and a pseudo-locale have no plan of their own."""
    return next((plan for plan in brief.editions if plan.locale == locale), EditionPlan(locale, "hold", brief.mark))


def word(manuscript: Manuscript, brief: Brief, catalogs: Catalogs, pack: Pack, works: Collection[str] = ()) -> Wording:
    """Put the words of the catalogs into a manuscript; that of an original or a pseudo-locale stays as it is.

    ``works`` are the keys of the references.
    """
    if pack.tag not in editions_of(brief)[1:] or pack.pseudo != "none":
        return Wording(manuscript)
    of_brief, of_house = match(brief.units, catalogs.brief), match(brief.house.units, catalogs.house)
    policy, known = plan_of(brief, pack.tag).stale, leads_known(brief.units, works)

    def keeps(words: str) -> bool:
        """Whether an old translation is printed: one that leads where nothing is any more cannot be."""
        return policy != "source" and leads_of(words) <= known

    worded = translate(manuscript, (*of_brief, *of_house), pack.tag, brief.language, keeps)
    return Wording(worded, of_brief, of_house)


def check_completeness(
    wording: Wording, brief: Brief, catalogs: Catalogs, pack: Pack, *, to_publish: bool
) -> Iterator[Finding]:
    """Yield what the translation of an edition lacks; what is made ``to_publish`` is held, as its plan says."""
    if not wording.of_brief:
        return
    yield from findings_of(wording.of_brief, catalogs.brief, pack.tag)
    yield from findings_of(wording.of_house, catalogs.house, pack.tag)
    if catalogs.house.messages:
        yield from lacking_words(catalogs.house, catalogs.printed, pack.tag)
    if to_publish and plan_of(brief, pack.tag).stale == "hold":
        lacking = untranslated_words(catalogs.house, catalogs.printed)
        words: tuple[Standing, ...] = tuple("missing" if one in lacking else "current" for one in catalogs.printed)
        texts = tuple(one.standing for one in (*wording.of_brief, *wording.of_house))
        yield from held((*texts, *words), catalogs.brief.path, brief.slug, pack.tag)


def check_translation(  # noqa: PLR0913, PLR0917 - what is compared, and by which rules
    wording: Wording,
    source: Brief,
    brief: Brief,
    catalogs: Catalogs,
    pack: Pack,
    shelf: Shelf,
    glossary: Glossary,
    kept: NothingKept,
) -> Iterator[Finding]:
    """Yield where the current texts of a brief in its words say something else than the brief as it was written.

    What is ``kept`` of comparing texts that say the same serves again.
    """
    source_pack = shelf.pack_of_language(source.language)
    if not wording.of_brief or not source_pack:
        return
    pairs = (
        *_current(wording.of_brief, brief.units),
        *_current(wording.of_house, brief.house.units),
    )

    def memory_of(what: str) -> Memory:
        return kept.of(f"parity of {what} in {pack.tag}", lambda: (pack, source_pack, glossary), Memory)

    yield from check_parity(pairs, pack, source_pack, glossary, memory_of(source.slug))
    yield from check_words(catalogs.house.messages)
    words = pairs_of_words(catalogs.house.messages)
    yield from check_parity(words, pack, source_pack, glossary, memory_of("templates"))


def localize(brief: Brief, wording: Wording, catalogs: Catalogs, pack: Pack, shelf: Shelf) -> Edition:
    """Make the edition of a brief that is in its words."""
    translations = (*wording.of_brief, *wording.of_house)
    edition = Edition(
        brief=brief,
        locale=pack.tag,
        direction=pack.direction,
        revision=brief.revisions[-1],
        pack=pack,
        words=house_words(catalogs.house),
        siblings=tuple(_sibling(tag, shelf) for tag in editions_of(brief) if tag in shelf.known()),
        progress=progress_of(translations),
        queries=number_queries(brief, wording.of_brief),
    )
    return finished(edition, shelf.pack_of_language(brief.language) or pack)


def _current(translations: Iterable[Translation], units: Iterable[Unit]) -> Iterator[tuple[Unit, Unit]]:
    """Yield the units whose translation is current, each with the one that was read from it.

    Two under one id are not told apart; that the id is given twice is said elsewhere.
    """
    listed = tuple(units)
    by_context, times = {unit.context: unit for unit in listed}, Counter(unit.context for unit in listed)
    for one in translations:
        if one.standing == "current" and times[one.unit.context] == 1:
            yield one.unit, by_context[one.unit.context]


def _sibling(tag: str, shelf: Shelf) -> Sibling:
    pack = shelf.pack(tag)
    return Sibling(tag, pack.name, pack.direction)

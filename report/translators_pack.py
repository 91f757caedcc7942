"""Translators' packs: the texts that changed since an earlier revision, to be worked on and to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from report.findings import Mark
from report.locales.languages import direction_of, isolated
from report.localize.matching import match, match_texts
from report.localize.showing import shown_difference
from report.localize.updating import told_difference, updated, wanted_of
from report.localize.writing import po_file
from report.model.brief import Brief
from report.model.catalog import Catalog, Message, Unit
from report.model.frozen import units_of_text
from report.model.manuscript import ScalarNode, Stretch
from report.model.text import Standing

_KEY = "~~Struck~~ words were taken out, **strong** words were put in, … stands for words that stayed."
_SPACES = re.compile(r"[ \t\n]+")  # a space that does not break stays as it is
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_STANDINGS: dict[Standing, str] = {
    "current": "This translation follows the new text.",
    "stale": "This translation follows the earlier text.",
    "missing": "There is no translation yet.",
}


@dataclass(frozen=True, slots=True)
class TranslatorsPack:
    """The changed texts as a PO file, and as a page of Markdown."""

    po: bytes
    page: bytes


@dataclass(frozen=True, slots=True)
class _Changed:
    """A text that changed: as it was (empty if it is new), as it is, and its message."""

    unit: Unit
    before: str
    message: Message
    standing: Standing


def pack_of(catalog: Catalog, brief: Brief, before: Mapping[str, str], locale: str) -> TranslatorsPack | None:
    """Return the pack of an edition: its changed texts alone, each with its translation as it is now.

    ``brief`` is the one in the source language, ``before`` are the texts of the earlier revision as written, by their
    contexts. Without any change of the source text there is no pack.
    """
    slug = brief.slug
    changed = list(_changed(catalog, units_of_text(brief), before, locale, slug))
    if not changed:
        return None
    messages = tuple(one.message for one in changed)
    headers = updated(catalog, (), locale, slug)[0].headers
    pack = Catalog(catalog.path, headers, messages, (f"{slug}: {locale}: what changed",))
    return TranslatorsPack(
        po_file(pack), ("\n".join(_page(changed, slug, locale, brief.language)) + "\n").encode("utf-8")
    )


def taken_in(catalog: Catalog, pack: Catalog) -> Catalog:
    """Return a catalog with the translations of a pack that has come back: those that are there and not fuzzy.

    A message of the pack stands for the one of the same context; what was not worked on stays as it is.
    """
    done = {one.context: one for one in worked_on(pack)}
    left = tuple(one for one in catalog.messages if one.is_obsolete or one.context not in done)
    return replace(catalog, messages=(*left, *done.values()))


def worked_on(pack: Catalog) -> tuple[Message, ...]:
    """Return what has been translated in a pack, and is to be taken in."""
    return tuple(one for one in pack.messages if one.is_translated and not (one.is_fuzzy or one.is_obsolete))


def _changed(
    catalog: Catalog, units: Sequence[Unit], before: Mapping[str, str], locale: str, slug: str
) -> Iterator[_Changed]:
    """Yield the texts that are not as they were, in reading order; one that was moved alone is."""
    earlier = match_texts(units, Catalog("", {}, tuple(_message(*one) for one in enumerate(before.items(), start=1))))
    wanted = wanted_of(units)
    fresh = {message.context: message for message in updated(catalog, wanted, locale, slug)[0].messages}
    standings = match(units, catalog)
    for unit, was, now in zip(units, earlier, standings, strict=True):
        if was and was.source == unit.source:
            continue
        message = fresh[unit.context]
        source = was.source if was else ""
        if source and now.standing == "current":
            message = replace(message, extracted=(*message.extracted, *told_difference(source, unit.source)))
        yield _Changed(unit, source, replace(message, previous=message.previous or source), now.standing)


def _message(number: int, unit: tuple[str, str]) -> Message:
    """Return an earlier text as a message, so that texts of now find it as they find their translations."""
    context, source = unit
    mark = Mark("", number)
    words = ScalarNode(source or " ", "text", mark, (Stretch(0, 1, 1),))
    return Message(context, source, "", (words,), "", False, False, (), (), (), (), "", mark)


def _page(changed: Sequence[_Changed], slug: str, locale: str, language: str) -> Iterator[str]:
    """Yield the lines of the page: of each text its place, what changed in it, and its translation as it is now."""
    count = len(changed)
    yield f"# {_escaped(slug)}, {locale}: {count} changed {'text' if count == 1 else 'texts'}"
    yield ""
    yield _KEY
    for one in changed:
        yield ""
        yield f"## {_escaped(one.unit.context)}"
        yield ""
        about = f" {_escaped(one.unit.about)}" if one.unit.about else ""
        yield f"{one.unit.mark}{about}"
        yield ""
        yield isolated(shown_difference(one.before, one.unit.source, _escaped), direction_of(language))
        yield ""
        yield _STANDINGS[one.standing]
        if one.standing != "missing":
            yield ""
            direction = direction_of(locale)
            yield from (f"> {isolated(_escaped(node.text), direction)}" for node in one.message.translations)


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", _SPACES.sub(" ", words).strip(" "))

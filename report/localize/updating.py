"""A catalog brought up to its source text: what is new, what changed, what moved, what is out of use."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from report.findings import Mark
from report.locales.languages import direction_of_words, isolated
from report.localize.aligning import in_reading_order
from report.localize.differences import word_difference
from report.localize.matching import match_texts, standing_of
from report.localize.plural_forms import plural_forms
from report.localize.reviewing import has_review
from report.model.catalog import Catalog, Message, Unit, Wanted
from report.model.manuscript import ScalarNode, Stretch
from report.model.plurals import PluralRule, plural_rule
from report.model.text import Standing, Words

_MEASURE = 75  # characters in a line of comment, without its sign
_NOWHERE = Mark("")
_EMPTY = ScalarNode("", "text", _NOWHERE, (Stretch(0, 1, 1),))
_BLANK = Message("", "", "", (), "", False, False, (), (), (), (), "", _NOWHERE)


@dataclass(frozen=True, slots=True)
class Changes:
    """How many messages an update has added, made stale, found in another place, and put out of use or taken out."""

    new: int = 0
    changed: int = 0
    moved: int = 0
    unused: int = 0


def wanted_of(units: Iterable[Unit]) -> tuple[Wanted, ...]:
    """Return the messages that a catalog should have for the texts of a brief or of the house."""
    return tuple(Wanted(one.context, one.source, "", tuple(_told(one)), (one.mark.path,), ()) for one in units)


def updated(catalog: Catalog, wanted: Sequence[Wanted], locale: str, project: str) -> tuple[Catalog, Changes]:
    """Return the catalog with a message for everything wanted, in that order, then those out of use.

    ``locale`` is a BCP 47 tag, ``project`` what the header of a new catalog calls it.
    """
    headers = _headers(catalog.headers, locale, project)
    rule = plural_rule(headers) or PluralRule.parse(plural_forms(locale))
    found = match_texts(wanted, catalog)
    places = _places_of_words(catalog)
    messages = [_message(one, message, rule.count, places) for one, message in zip(wanted, found, strict=True)]
    taken = {message.mark for message in found if message}
    left = [one for one in catalog.messages if one.mark not in taken]
    stored = _out_of_use(left, {(one.context, one.source) for one in wanted})
    comments = catalog.comments or (f"{project}: {locale}",)
    changes = Changes(
        new=sum(message is None for message in found),
        changed=sum(
            after.is_fuzzy and (before is None or not before.is_fuzzy or before.source != after.source)
            for before, after in zip(found, messages, strict=True)
        ),
        moved=sum(bool(message and message.context != one.context) for one, message in zip(wanted, found, strict=True)),
        unused=sum(not message.is_obsolete for message in left),
    )
    return replace(catalog, headers=headers, comments=comments, messages=(*messages, *stored)), changes


def _told(unit: Unit) -> Iterator[str]:
    """Yield what translators are told about a text, in whole sentences."""
    if unit.about:
        yield unit.about
    if unit.mark.path.endswith(".svg"):
        yield "Keep it short: it has its place in the drawing."
    elif unit.is_plain:
        yield "Plain text, without Markdown."
    elif not all(isinstance(run, Words) for run in unit.runs):
        yield "Keep its notes, links and emphasis; their order may change."


def is_same(one: Catalog, other: Catalog) -> bool:
    """Whether two catalogs say the same, wherever their lines break."""
    return (
        dict(one.headers) == dict(other.headers)
        and list(filter(None, one.comments)) == list(filter(None, other.comments))
        and [_said(message) for message in one.messages] == [_said(message) for message in other.messages]
    )


def _said(message: Message) -> tuple[object, ...]:
    return (
        (message.context, message.source, message.plural, message.previous),
        [node.text for node in message.translations],
        (message.is_fuzzy, message.is_obsolete, message.reviewed, sorted(message.flags)),
        message.comments,
        " ".join(message.extracted).split(),
        " ".join(message.references).split(),
    )


def _headers(given: Mapping[str, str], locale: str, project: str) -> dict[str, str]:
    """Return the fields of a header, those that are there as they are; no field holds the time of an update."""
    return {
        "Project-Id-Version": project,
        "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
        "Last-Translator": "",
        "Language-Team": "",
        "Language": locale.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms(locale),
        **given,
    }


def _places_of_words(catalog: Catalog) -> Mapping[str, Sequence[str]]:
    """Return the contexts in which words are translated."""
    places = defaultdict(list)
    for message in catalog.messages:
        if message.is_translated and message.context and not message.is_obsolete:
            places[message.source].append(message.context)
    return places


def _message(wanted: Wanted, message: Message | None, forms: int, places: Mapping[str, Sequence[str]]) -> Message:
    """Return the message for a text: what was found for it, brought up to its words."""
    standing, previous = standing_of(wanted.source, message)
    kept = message or _BLANK
    has_other_forms = bool(message) and kept.plural != wanted.plural
    is_fuzzy = standing == "stale" or (standing == "current" and has_other_forms)
    texts = kept.translations if standing != "missing" else ()
    count = forms if wanted.plural else 1
    return replace(
        kept,
        context=wanted.context,
        source=wanted.source,
        plural=wanted.plural,
        translations=(*texts, *(_EMPTY for _ in range(count)))[:count],
        previous=previous if is_fuzzy else "",
        is_fuzzy=is_fuzzy,
        is_obsolete=False,
        extracted=tuple(_extracted(wanted, standing, previous, places)),
        references=wanted.references,
        flags=tuple(dict.fromkeys((*(flag for flag in kept.flags if not flag.endswith("-format")), *wanted.flags))),
        reviewed=kept.reviewed if not is_fuzzy and has_review(kept, wanted.source) else "",
    )


def _extracted(wanted: Wanted, standing: Standing, previous: str, places: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the lines that tell the translator about a text."""
    for line in wanted.extracted:
        yield from _lines(line)
    if standing == "stale" and previous and previous != wanted.source:
        yield from told_difference(previous, wanted.source)
    if standing == "missing" and wanted.source in places:
        yield from _lines(f"The same words stand in {', '.join(places[wanted.source])}.")


def told_difference(previous: str, source: str) -> list[str]:
    """Return the lines of a comment that tell how a source text changed; those that run from the right stay apart."""
    lines = _lines(f"changed: {word_difference(previous, source)}")
    return [isolated(line, direction_of_words(source) or "ltr") for line in lines]


def _out_of_use(left: Iterable[Message], wanted: set[tuple[str, str]]) -> Iterator[Message]:
    """Yield the translated messages that nothing uses, each once; they come back when their words do."""
    seen = set(wanted)
    for message in sorted(left, key=lambda one: (in_reading_order(one.context), one.source, not one.is_obsolete)):
        if message.is_translated and (message.context, message.source) not in seen:
            seen.add((message.context, message.source))
            yield replace(message, is_obsolete=True, extracted=(), references=())


def _lines(text: str) -> list[str]:
    return textwrap.wrap(text, _MEASURE, break_long_words=False, break_on_hyphens=False)

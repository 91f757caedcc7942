"""What no text may hold: placeholders that differ, HTML, and the signs of templates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from report.findings import Finding
from report.localize.parity.content import OTHER
from report.localize.parity.pair import Pair
from report.localize.parity.registry import Slip, rule
from report.model.catalog import Message, Unit
from report.model.manuscript import ScalarNode
from report.model.text import Words

_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
_BROKEN = re.compile(r"%\s*\(|%\w*\)|\)s\b|(?<!\d)(?<!\d[ \u00a0])%(?!%)")
_MARKUP = re.compile(r"<(?=[A-Za-z/!?])|&(?=#?\w+;)|\{\{|\}\}|\{%|%\}|\{#|#\}")
_TEMPLATE = re.compile(r"\{\{|\{%|\{#|</?[a-z]+[^<>]*>")


def pairs_of_words(messages: Iterable[Message]) -> Iterator[tuple[Unit, Unit]]:
    """Yield the words of templates with their translations as texts, something from elsewhere for each placeholder."""
    for message in messages:
        if not message.context and not message.is_obsolete and not message.is_fuzzy:
            for node in message.translations if message.is_translated else ():
                source = ScalarNode(message.plural or message.source, "text", node.mark, node.stretches)
                yield _unit_of(source), _unit_of(node)


def check_words(messages: Iterable[Message]) -> Iterator[Finding]:
    """Check the words of the templates: placeholders are those of the source, and neither is markup.

    A message that is not translated, or is fuzzy, is checked for markup alone.
    """
    for message in messages:
        if message.context or message.is_obsolete:
            continue
        sources = [message.source, *([message.plural] if message.plural else [])]
        for words in sources:
            for found in _MARKUP.findall(words):
                yield Finding("LOC-038", message.mark, f"“{found}” stands in the words of a template", _MARKUP_HINT)
        for node in message.translations:
            for match in _MARKUP.finditer(node.text):
                what = f"“{match[0]}” stands in a translation"
                yield Finding("LOC-038", node.at(match.start()), what, _MARKUP_HINT)
            if node.text and not message.is_fuzzy:
                yield from _placeholders(message, node.text, sources)


def _placeholders(message: Message, words: str, sources: list[str]) -> Iterator[Finding]:
    mark = next((node.mark for node in message.translations if node.text == words), message.mark)
    had, has = _names_in(sources[-1]), _names_in(words)
    for name in sorted(had - has):
        yield Finding("LOC-037", mark, f"the placeholder %({name})s is lost", "a value stands in its place in print")
    for name in sorted(has - had):
        yield Finding(
            "LOC-037", mark, f"%({name})s is no placeholder of the source", "nothing would stand in its place"
        )
    broken = _BROKEN.search(_PLACEHOLDER.sub("", words))
    if broken and not had - has and not _BROKEN.search(_PLACEHOLDER.sub("", sources[-1])):
        yield Finding("LOC-037", mark, f"“{broken[0]}” is a part of a placeholder", "a placeholder is written %(name)s")


@rule("LOC-037")
def _placeholders_of_texts(pair: Pair) -> Iterator[Slip]:
    """A text of a brief has the placeholders of its source text: as a rule none."""
    if not pair.source.unit.context:  # words of the templates, see check_words
        return
    had, has = (Counter(_PLACEHOLDER.findall(one.unit.source)) for one in (pair.source, pair.translation))
    if had != has:
        names = ", ".join(f"%({name})s" for name in sorted(((had - has) + (has - had)).keys()))
        yield pair.translation.mark("%("), f"{names} stands in one of source text and translation", "write it in both"


@rule("LOC-038")
def _markup_of_texts(pair: Pair) -> Iterator[Slip]:
    """No HTML and no sign of a template stands in the printed words, behind backslashes neither."""
    for content in (pair.source, pair.translation) if pair.source.unit.context else ():
        for match in _TEMPLATE.finditer("\n".join((content.body, *content.notes))):
            yield content.unit.mark, f"“{match[0]}” stands in a text", _MARKUP_HINT


_MARKUP_HINT = "texts have no HTML and no template syntax"


def _unit_of(node: ScalarNode) -> Unit:
    words = Words(_PLACEHOLDER.sub(OTHER, node.text), node.mark)
    return Unit("", node, (words,), is_plain=True, about="")


def _names_in(words: str) -> set[str]:
    return set(_PLACEHOLDER.findall(words))

"""Attributes: known, once, with a value where they need one; no looks, no scripts, nothing from outside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.findings import Finding, nearest
from report.validate.elements import (
    ARIA,
    ELEMENTS,
    EMPTY_ATTRIBUTES,
    GLOBAL_ATTRIBUTES,
    NEEDED_ATTRIBUTES,
    OWN_ATTRIBUTES,
    TO_ADD,
    WORDS,
)
from report.validate.source import Source
from report.validate.templates.markup import OUTPUT, Attribute, Markup, Tag
from report.validate.templates.markup import Words as Text

_LETTER = re.compile(r"[^\W\d_]")
_CLASSES = re.compile(rf"[a-z][a-z0-9-]*{OUTPUT}*( [a-z][a-z0-9-]*{OUTPUT}*)*")
_SPOKEN = (
    *("alt", "title", "aria-label", "aria-roledescription", "data-leads", "data-call-leads", "data-marker-leads"),
    *("data-beside", "data-called", "data-page", "data-place"),
)
_ADDRESSES = ("href", "src", "srcset")
_OUTSIDE = re.compile(r"\s*(?:[a-zA-Z][\w+.-]*:|//)")


def check_attributes(source: Source, markup: Markup) -> Iterator[Finding]:
    """Yield what is wrong with the attributes of a template's start tags."""
    for tag in markup.tags:
        if tag.name not in ELEMENTS:
            continue
        seen: set[str] = set()
        for attribute in tag.attributes:
            if attribute.name in seen:
                yield _say(source, attribute, f"“{attribute.name}” stands twice in <{tag.name}>")
            seen.add(attribute.name)
            yield from _attribute(source, tag, attribute)
        for name in sorted(NEEDED_ATTRIBUTES.get(tag.name, frozenset()) - seen):
            yield Finding("CMP-003", source.mark(tag.at), f"<{tag.name}> needs “{name}”")


def check_words(source: Source, markup: Markup) -> Iterator[Finding]:
    """Yield words that no translator would meet."""
    for event in markup.events:
        if isinstance(event, Text):
            found = _LETTER.search(re.sub(rf"&\w+;|[{OUTPUT}]", lambda one: " " * len(one.group()), event.text))
            if found:
                line = event.text[found.start() :].split("\n", 1)[0].strip()
                hint = 'write {{ _("…") }}'
                yield Finding("CMP-005", source.mark(event.at + found.start()), f"“{line}” is not translated", hint)
    for tag in markup.tags:
        for attribute in tag.attributes:
            if attribute.name in _SPOKEN and _LETTER.search((attribute.value or "").replace(OUTPUT, "")):
                message = f"the words in “{attribute.name}” are not translated"
                yield Finding("CMP-005", source.mark(attribute.value_at), message, 'write {{ _("…") }}')


def _attribute(source: Source, tag: Tag, attribute: Attribute) -> Iterator[Finding]:
    name, value = attribute.name, attribute.value
    if name == "style" or name.startswith("on"):
        what = "looks are written in sheets" if name == "style" else "a template holds no scripts"
        yield _say(source, attribute, f"“{name}” in <{tag.name}>: {what}")
        return
    known = GLOBAL_ATTRIBUTES | ARIA | OWN_ATTRIBUTES.get(tag.name, frozenset())
    if name not in known and not name.startswith("data-"):
        hint = nearest(name, known) or TO_ADD
        yield _say(source, attribute, f"<{tag.name}> has no attribute “{name}”", hint)
    elif value is None:
        if name not in EMPTY_ATTRIBUTES and not name.startswith("data-"):
            yield _say(source, attribute, f"“{name}” has no value")
    else:
        yield from _value(source, attribute, value)


def _value(source: Source, attribute: Attribute, value: str) -> Iterator[Finding]:
    name = attribute.name
    if name in WORDS and OUTPUT not in value and value not in WORDS[name]:
        hint = nearest(value, WORDS[name]) or f"there are {', '.join(sorted(WORDS[name]))}"
        yield _say(source, attribute, f"“{name}” is never “{value}”", hint)
    if name == "class" and not _CLASSES.fullmatch(value):
        yield _say(source, attribute, "a class is written in lower-case letters and hyphens, and begins with its part")
    if name in ("id", "aria-labelledby", "aria-describedby") and (not value or " " in value):
        yield _say(source, attribute, f"“{name}” is one word")
    if name in _ADDRESSES and _OUTSIDE.match(value):
        yield _say(source, attribute, f"“{name}” leads outside: addresses come from the content")
    if "=" in value and name not in ("content", *_ADDRESSES):
        yield _say(source, attribute, f"the value of “{name}” runs on", "is a quotation mark missing?")


def _say(source: Source, attribute: Attribute, message: str, hint: str = "") -> Finding:
    return Finding("CMP-003", source.mark(attribute.at), message, hint)

"""The house: who publishes, under which terms, and what it changes about the look."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from report.findings import Finding, Mark, nearest
from report.model.brief import BibliographyPart, CitationRules, Design, House, Licence, PressRules
from report.model.manuscript import MappingNode, Node
from report.model.references import ENTRY_TYPES
from report.validate.reader import Reader
from report.validate.shapes import HOUSE
from report.validate.values import Values

DEFAULT_STYLE = "house-short-title"

# Colours as tokens have them, and the ending of their partners for the press.
_COLOURS = ("#", "rgb", "hsl")
_PARTNER = "-cmyk"
# Four shares of ink as CSS has them (Color 5, 7): numbers from 0 to 1 or per cent, with commas or without.
_SHARE = r"(?:[01](?:\.0*)?|0?\.\d+|(?:100|\d{1,2}(?:\.\d+)?)%)"
_INKS = re.compile(rf"device-cmyk\(\s*{_SHARE}(?:[\s,]+{_SHARE}){{3}}\s*\)|var\(.*\)")
_EXAMPLE = "such as device-cmyk(0 .8 .95 .45)"
_NAMED_PARTS = ("sources", "official-documents", "books-and-articles", "press", "archives")


def read_house(reader: Reader, node: Node | None) -> House:
    """Read ``content/house.yaml``; what is missing or unsound is empty."""
    values = reader.record(node, HOUSE, Mark("content/house.yaml"))
    press = _press(values.get("press", None))
    design = _design(values)
    if press:
        reader.slate.findings += _colours_without_partners(design, _tokens_given(node))
    return House(
        publisher=values.get("publisher", ""),
        department=values.get("department", ""),
        address=values.get("address", ()),
        contact=values.get("contact", ""),
        series=values.get("series", ""),
        series_number=values.get("series-number", ""),
        licence=_licence(values.get("licence", None)),
        imprint=values.get("imprint", ()),
        design=design,
        citations=_citations(reader, values),
        mark=values.mark,
        press=press,
    )


def _licence(values: Values | None) -> Licence:
    return Licence(values["name"], values["address"], values["holder"]) if values else Licence("", "", "")


def _design(values: Values) -> Design:
    """Read what the house changes about the look; a bleed that its printer asks for is that of its sheet."""
    design: Values | None = values.get("design", None)
    press: Values | None = values.get("press", None)
    bleed = {"sheet-bleed": f"{press['bleed']:g}mm"} if press and "bleed" in press.values else {}
    if design is None:
        return Design({}, bleed, values.mark)
    return Design(design.get("faces", {}), bleed | design.get("tokens", {}), design.mark)


def _tokens_given(house: Node | None) -> frozenset[str]:
    """Return the names of the tokens that a house sets, also where their values are not sound."""
    design = house.get("design") if isinstance(house, MappingNode) else None
    tokens = design.get("tokens") if isinstance(design, MappingNode) else None
    return frozenset(entry.key.text for entry in tokens.entries) if isinstance(tokens, MappingNode) else frozenset()


def _colours_without_partners(design: Design, given: Collection[str]) -> Iterator[Finding]:
    """Yield the colours that a house sets for the screen alone, and partners that are no inks: neither is printed.

    A partner that is ``given`` and not sound is told of as any other text.
    """
    for name, value in design.tokens.items():
        if name.endswith(_PARTNER):
            if not _INKS.fullmatch(value.strip()):
                message = f"the partner “{name}” is no mixture of four inks: “{value}”"
                hint = f"write cyan, magenta, yellow and black as numbers from 0 to 1 or per cent, {_EXAMPLE}"
                yield Finding("PRS-007", design.mark, message, hint)
        elif value.startswith(_COLOURS) and f"{name}{_PARTNER}" not in given:
            message = f"the colour “{name}” has no partner in process colour; it is converted by the printer’s profile"
            hint = f"give {name}{_PARTNER} beside it, {_EXAMPLE}"
            yield Finding("PRS-007", design.mark, message, hint)


def _citations(reader: Reader, values: Values) -> CitationRules:
    given: Values | None = values.get("citations", None)
    if given is None:
        return CitationRules(DEFAULT_STYLE, ibid=True, reset="never", terms="edition", parts=(), mark=values.mark)
    return CitationRules(
        style=given.get("style", DEFAULT_STYLE),
        ibid=given.get("ibid", True),
        reset=given.get("reset", "never"),
        terms=given.get("terms", "edition"),
        parts=_parts(reader, given.get("bibliography", ())),
        mark=given.mark,
    )


def _press(given: Values | None) -> PressRules | None:
    """Read what the printer asks for; while it is not sound there is no printer."""
    if given is None:
        return None
    return PressRules(
        profile=given["profile"],
        condition=given["condition"],
        bleed=given.get("bleed", 3.0),
        ink_limit=given.get("ink-limit", 300),
        resolution=given.get("resolution", 300),
        multiple=given.get("multiple", 4),
        paper=given.get("paper", 0.1),
        profile_mark=given.starts["profile"],
        condition_mark=given.starts["condition"],
    )


def _parts(reader: Reader, given: Sequence[Values]) -> tuple[BibliographyPart, ...]:
    """Read the parts of the bibliography; while they are not sound there are none, so that citing goes on."""
    parts = tuple(
        BibliographyPart(
            one["part"],
            one.get("title", ()),
            frozenset(one.get("types", ())),
            frozenset(one.get("keywords", ())),
            one.mark,
        )
        for one in given
    )
    is_whole = all(one.keys == one.values.keys() for one in given)
    findings = [finding for one, part in zip(given, parts, strict=True) for finding in _own_mistakes(one, part)]
    findings += _names_given_twice(parts)
    if is_whole:  # a part whose types or keywords are not sound only seems to take the rest
        findings += _takers_of_the_rest(parts)
    reader.slate.findings += findings
    return parts if is_whole and not findings else ()


def _own_mistakes(given: Values, part: BibliographyPart) -> Iterator[Finding]:
    if "title" not in given.keys and part.id not in _NAMED_PARTS:
        hint = "give it a title, or one of the names that have words in every locale: " + ", ".join(_NAMED_PARTS)
        hint = nearest(part.id, _NAMED_PARTS) or hint
        yield Finding("STR-002", part.mark, f"the part “{part.id}” has no title", hint)
    for unknown in sorted(part.types - ENTRY_TYPES):
        hint = nearest(unknown, ENTRY_TYPES) or "such as legislation"
        yield Finding("STR-007", part.mark, f"“{unknown}” is no type of entry", hint)


def _names_given_twice(parts: Sequence[BibliographyPart]) -> Iterator[Finding]:
    first: dict[str, Mark] = {}
    for part in parts:
        if part.id in first:
            message = f"two parts of the bibliography are called “{part.id}”"
            yield Finding("STR-013", part.mark, message, f"the first stands in line {first[part.id].line}")
        first.setdefault(part.id, part.mark)


def _takers_of_the_rest(parts: Sequence[BibliographyPart]) -> Iterator[Finding]:
    takers = [part for part in parts if not part.types and not part.keywords]
    hint = "exactly one part has neither types nor keywords"
    if parts and not takers:
        yield Finding("STR-013", parts[-1].mark, "no part of the bibliography takes the rest", hint)
    for part in takers[1:]:
        message = f"the parts “{takers[0].id}” and “{part.id}” both take the rest of the bibliography"
        yield Finding("STR-013", part.mark, message, hint)

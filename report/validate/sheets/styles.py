"""All sheets of a project together: which medium reads which, what tokens they define, what they may say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from report.model.output import Setting
from report.validate.sheets import vocabulary as house
from report.validate.sheets.lexer import Token
from report.validate.sheets.tree import Declaration, Sheet


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the sheets of a medium may say."""

    properties: Mapping[str, str]
    units: Mapping[str, str]
    functions: frozenset[str]
    colour_functions: frozenset[str]
    wide: tuple[str, ...]
    at_rules: tuple[str, ...]
    pseudo_classes: Mapping[str, str]
    pseudo_elements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """A token as a sheet defines it, and under which selector."""

    declaration: Declaration
    sheet: Sheet
    selector: str


@dataclass(frozen=True, slots=True)
class Styles:
    """The sheets by path, the media that read each, and the tokens of each medium."""

    sheets: Mapping[str, Sheet]
    media: Mapping[str, tuple[Setting, ...]]
    layers: Mapping[str, str]
    tokens: Mapping[Setting, Mapping[str, tuple[Definition, ...]]]

    def vocabulary(self, sheet: Sheet) -> Vocabulary:
        """Return what a sheet may say: more where only the screen reads it."""
        return vocabulary(is_screen=self.media_of(sheet) == ("screen",))

    def media_of(self, sheet: Sheet) -> tuple[Setting, ...]:
        """Return the media that read a sheet."""
        return self.media[sheet.source.path]

    def layer_of(self, sheet: Sheet) -> str:
        """Return the layer that a sheet is imported into."""
        return self.layers.get(sheet.source.path, "")


def tokens_named(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, bool]]:
    """Yield the tokens that a value takes by ``var()``, and whether each has a second choice behind a comma."""
    for number, token in enumerate(tokens):
        if token.kind == "function" and token.text.lower() == "var(":
            inside = [one for one in tokens[number + 1 : number + 4] if one.kind != "space"]
            if inside:
                yield inside[0], len(inside) > 1 and inside[1].is_sign(",")


@cache
def vocabulary(*, is_screen: bool) -> Vocabulary:
    """Return the house's vocabulary for shared and paged sheets, or with what only the screen's may use."""
    properties = {**house.PROPERTIES, **(house.SCREEN if is_screen else {})}
    units = {unit: kind for kind, names in house.UNITS.items() for unit in names}
    colours: tuple[str, ...] = house.COLOUR_FUNCTIONS
    if is_screen:
        units |= {unit: kind for kind, names in house.SCREEN_UNITS.items() for unit in names}
        colours = (*colours, *house.SCREEN_COLOUR_FUNCTIONS)
    notations = " ".join((*house.TYPES.values(), *properties.values()))
    return Vocabulary(
        properties=properties,
        units=units,
        functions=frozenset({*re.findall(r"([\w-]+)\(", notations), *house.CALCULATIONS, *colours, "var", "env"}),
        colour_functions=frozenset(colours),
        wide=(*house.WIDE, *(house.SCREEN_WIDE if is_screen else ())),
        at_rules=(*house.AT_RULES, *(house.SCREEN_AT_RULES if is_screen else ())),
        pseudo_classes={**house.PSEUDO_CLASSES, **(house.SCREEN_PSEUDO_CLASSES if is_screen else {})},
        pseudo_elements=(*house.PSEUDO_ELEMENTS, *(house.SCREEN_PSEUDO_ELEMENTS if is_screen else ())),
    )

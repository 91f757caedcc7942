"""A pack begun: what the Unicode CLDR knows filled in, and the words of British English to be translated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyphen

from report.errors import UsageError, WriteError
from report.findings import Mark
from report.load.files import outside
from report.load.packs import FILE, FOLDER, TAG
from report.locales import Pack, Shelf
from report.locales.files import PACKS, whole, written_packs
from report.locales.house import SOURCE
from report.packs.cldr import alike, cldr_of, script_of
from report.packs.yaml_writing import as_yaml, lines_of
from report.publish.write import write_whole

TO_TRANSLATE = ("ordinals", "terms", "locators")
"""Words that a locale of another language must have of its own."""

_SCHEMA = "# yaml-language-server: $schema=../../schema/pack.json"
_ALPHABETIC = ("latin", "greek", "cyrillic")
_SCRIPTS = ("latin", "greek", "cyrillic", "arabic", "hebrew")
_MINUS = {"what": "numbers.minus", "why": "The true minus sign, not a hyphen, in all editions."}


def begin_pack(project: Path, tag: str, shelf: Shelf) -> Path:
    """Write ``content/locales/<tag>/pack.yaml`` and return its path.

    A locale of a language that has a pack inherits it and holds what the CLDR has otherwise; any other inherits British
    English, whose words stand in comments until they are translated.

    Raises:
        UsageError: the tag is none, the CLDR does not know it, or there is such a pack already.
        WriteError: its place is outside of the project, through a link.
    """
    path = project / FOLDER / tag / FILE
    if not TAG.fullmatch(tag):
        raise UsageError(f"“{tag}” is no locale tag; one is a language and, where needed, a country: eo, de-CH")
    if tag in shelf.known():
        where = f"{FOLDER}/{tag}/{FILE}"
        how = (
            "is there already" if path.exists() else f"comes with the program; write in {where} what you want otherwise"
        )
        raise UsageError(f"the pack “{tag}” {how}")
    if stray := outside(project, f"{FOLDER}/{tag}/{FILE}", Mark(FOLDER)):
        raise WriteError(stray.message)
    parent = shelf.pack_of_language(tag)
    lines = _of_kin(tag, parent) if parent else _of_new_language(tag)
    write_whole(path, ("\n".join(lines) + "\n").encode())
    return path


def _of_kin(tag: str, parent: Pack) -> Iterator[str]:
    """Yield the pack of a locale whose language is known: only what differs."""
    known = cldr_of(tag)
    yield _SCHEMA
    yield f"# {known['name']}: what the Unicode CLDR has otherwise than the pack that this one inherits."
    yield f"inherits: {parent.tag}"
    base = cldr_of(parent.tag)
    for name, value in _differing(known, base).items():
        yield from lines_of(name, value)


def _differing(known: Mapping[str, Any], base: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in known.items():
        if isinstance(value, Mapping):
            inner = _differing(value, base[name])
            found |= {name: inner} if inner else {}
        elif not alike(value, base[name]):
            found[name] = value
    return found


def _of_new_language(tag: str) -> Iterator[str]:
    known = cldr_of(tag)
    script = script_of(known["months"]["long"][0])
    british = whole(SOURCE, written_packs(PACKS), {})[1]
    yield _SCHEMA
    yield f"# {known['name']}, begun from the Unicode CLDR. What is still English stands in comments below: take the"
    yield "# sign “#” away and translate it. “report locale check” says what is left, and prints the specimen."
    yield f"inherits: {SOURCE}"
    for name in ("name", "direction", "months"):
        yield from lines_of(name, known[name])
    yield from lines_of("dates", _dates(known["dates"]))
    for name in ("quotation-marks", "digits"):
        yield from lines_of(name, known[name])
    yield from lines_of("numbers", {**known["numbers"], "minus": _minus(known["numbers"]["minus"])})
    yield from lines_of("folios", known["folios"])
    yield from lines_of("lists", _lists(known["lists"]))
    yield "# The reader's own script stands first. Letters that are sorted otherwise than usual stand under “letters”."
    scripts = [script, *(one for one in _SCRIPTS if one != script)]
    yield from lines_of("collation", {"scripts": scripts, "spaces": "first", "letters": {}, "articles": []})
    if script not in _ALPHABETIC:
        yield "# Families that have the letters, from the installed font packages (report doctor lists them)."
        yield from lines_of("faces", {"text": [], "display": []})
        yield from lines_of("type", {"tracking": False, "italic": False})
    yield from lines_of("hyphenation", {"language": _patterns(tag), "exceptions": []})
    yield "# Replacements of micro-typography; docs/locale-packs.md shows how they are written."
    yield "typography: []"
    yield "# Words by which translations are compared; add those for numbers, units and other forms of the months."
    yield from lines_of("vocabulary", _vocabulary(known["months"]))
    yield f"differs: [{as_yaml(_MINUS)}]"
    for name in TO_TRANSLATE:
        yield "# English:"
        yield from (f"# {line}" for line in lines_of(name, british[name]))


def _vocabulary(months: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Return the names of the months and what they begin with, and no other words: English ones would mislead."""
    forms = zip(months["long"], months["long-alone"], strict=True)
    return {
        "numbers": {},
        "months": [[*dict.fromkeys((*pair, *_stem(*pair)))] for pair in forms],
        "units": {},
        "doubled": [],
        "joined-after": [],
        "joined-before": [],
        "spaced": "",
        "negations": [],
        "remarks": [],
    }


def _stem(name: str, alone: str) -> tuple[str, ...]:
    same = (one for one, (sign, other) in enumerate(zip(name, alone, strict=False)) if sign != other)
    shared = name[: next(same, min(len(name), len(alone)))]
    return (f"{shared}*",) if len(shared) > 2 and shared.isalpha() else ()


def _dates(known: Mapping[str, str]) -> dict[str, str]:
    """Return the patterns of the CLDR, and those of spans made from them."""
    span = "{first}–\u2060{last}"
    return {
        "day": known["day"],
        "month": known["month"],
        "access": known["day"],
        "days": known["day"].replace("{day}", span),
        "months": known["month"].replace("{month}", "{first}–{last}"),
        "circa": "≈\u00a0{date}",
    }


def _minus(known: str) -> str:
    return known.replace("-", "−")


def _lists(known: Mapping[str, str]) -> dict[str, str]:
    turned = {"pair-turned": known["pair"], "last-turned": known["last"]}
    return {**known, **turned, "others": " "}


def _patterns(tag: str) -> str:
    """Return the language whose patterns divide words, or that there are none."""
    found = pyphen.language_fallback(tag.replace("-", "_"))
    return found.replace("_", "-") if found else "none"

"""What is to be mended in a pack: words not yet its own, examples that fail, letters no face has, the CLDR unheeded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyphen
from fontTools.ttLib import TTFont

from report.errors import UsageError
from report.findings import Finding, Mark, nearest
from report.load.marked import read_yaml
from report.load.packs import FILE, FOLDER
from report.locales import Pack, Shelf
from report.locales.checking import Way
from report.locales.files import PACKS
from report.locales.house import CODE, SOURCE
from report.locales.kinds import Record
from report.locales.shape import SHAPE
from report.locales.typography import applied
from report.model.manuscript import MappingNode, Node, SequenceNode
from report.model.output import Face
from report.packs.cldr import alike, cldr_of
from report.packs.draft import TO_TRANSLATE
from report.packs.letters import letters_of

Nodes = Mapping[str, Node | None]

_PLACE = re.compile(r"\{[\w-]+\}")
_SHOWN = 24
_UNSEEN = frozenset("\u00a0\u00ad\u2009\u202f\u200c\u200d\u200e\u200f\u2060 ")


def examine(pack: Pack, shelf: Shelf, of_house: Nodes, faces: Iterable[Face]) -> tuple[Finding, ...]:
    """Return all that is to be mended in a sound pack.

    ``of_house`` are the trees of the house's own packs by tag, ``faces`` those that editions would be set in.
    """
    places = _Places(of_house, pack.tag)
    if pack.pseudo != "none":
        return tuple(_typography(pack, places))
    return (
        *_still_english(pack, shelf, of_house, places),
        *_typography(pack, places),
        *_hyphenation(pack, places),
        *_coverage(pack, tuple(faces), places),
        *_differences(pack, places),
    )


class _Places:
    """Where in its file something of a pack stands; what it inherits stands at the head."""

    def __init__(self, of_house: Nodes, tag: str) -> None:
        self._path = f"{FOLDER if tag in of_house else 'report/locales'}/{tag}/{FILE}"
        self._root = of_house[tag] if tag in of_house else _tree_of_ours(tag, self._path)

    def at(self, way: Way) -> Mark:
        node = self._node(way)
        return node.mark if node else Mark(self._path)

    def has(self, way: Way) -> bool:
        return self._node(way) is not None

    def finding(self, way: Way, message: str, hint: str) -> Finding:
        return Finding(CODE, self.at(way), message, hint)

    def _node(self, way: Way) -> Node | None:
        node = self._root
        for step in way:
            node = _inner(node, step)
        return node


def _tree_of_ours(tag: str, path: str) -> Node | None:
    return read_yaml((PACKS / tag / FILE).read_text(encoding="utf-8"), path, escapes=True).value


def _inner(node: Node | None, step: str | int) -> Node | None:
    """Return the value of a key, or of a place in a list; none if it is not there."""
    if isinstance(node, MappingNode):
        return node.get(str(step))
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def _still_english(pack: Pack, shelf: Shelf, of_house: Nodes, places: _Places) -> Iterator[Finding]:
    """Yield the words that a pack of another language has from British English."""
    kin = [pack]
    while kin[-1].inherits and _language(kin[-1].inherits) == _language(pack.tag):
        kin.append(shelf.pack(kin[-1].inherits))
    if _language(pack.tag) == _language(SOURCE) or not kin[-1].inherits:
        return
    files = [places, *(_Places(of_house, one.tag) for one in kin[1:])]
    british = shelf.pack(SOURCE)
    needed: dict[str, Iterable[str]] = {"terms": british.terms, "locators": british.locators}
    for name in TO_TRANSLATE:
        if name not in needed:
            left = [] if any(one.has((name,)) for one in files) else ["all of it"]
        else:
            left = [key for key in needed[name] if not any(one.has((name, key)) for one in files)]
        if left:
            listed = ", ".join(left[:6]) + (f" and {len(left) - 6} more" if len(left) > 6 else "")
            hint = "in the file take the sign “#” away from each line, and translate it"
            yield places.finding((name,), f"still English under “{name}”: {listed}", hint)


def _typography(pack: Pack, places: _Places) -> Iterator[Finding]:
    for number, rule in enumerate(pack.typography):
        for at, (written, printed) in enumerate(rule.examples):
            made = applied(written, pack)
            if made != printed:
                message = f"“{written}” should print as “{_named(printed)}”, and prints as “{_named(made)}”"
                hint = "mend the rule or the example; rules are applied in their order"
                yield places.finding(("typography", number, "examples", at), message, hint)


def _named(words: str) -> str:
    """Return words with what cannot be seen named."""
    return "".join(f"\\u{ord(sign):04x}" if sign in _UNSEEN and sign != " " else sign for sign in words)


def _hyphenation(pack: Pack, places: _Places) -> Iterator[Finding]:
    language = pack.hyphenation.language
    if language != "none" and not pyphen.language_fallback(language.replace("-", "_")):
        hint = nearest(language, pyphen.LANGUAGES) or "write none if its words are not divided"
        yield places.finding(("hyphenation", "language"), f"there are no patterns for “{language}”", hint)


def _coverage(pack: Pack, faces: tuple[Face, ...], places: _Places) -> Iterator[Finding]:
    """Yield the letters of the language, and those of the pack's own words, that no face has."""
    first = {face.family: face for face in reversed(faces)}
    if not first:
        return
    known: set[str] = set()
    for face in first.values():
        with TTFont(face.path, lazy=True) as font:
            known.update(map(chr, font.getBestCmap()))
    needed = {*letters_of(pack.tag), *_printed(pack)} - _UNSEEN
    lacking = sorted(needed - known)
    if lacking:
        shown = " ".join(lacking[:_SHOWN]) + (f" and {len(lacking) - _SHOWN} more" if len(lacking) > _SHOWN else "")
        message = f"none of {', '.join(sorted(first))} has {shown}"
        hint = "name families that have them under “faces”; report doctor lists those installed"
        yield places.finding(("faces",), message, hint)


def _printed(pack: Pack) -> set[str]:
    """Return the characters that a pack itself puts on a page."""
    months = (*pack.months.long, *pack.months.short, *pack.months.long_alone, *pack.own_months)
    marks = (*pack.quotation_marks, *pack.bullets, pack.digits, pack.numbers.decimal, pack.numbers.group)
    terms = (
        word for term in pack.terms.values() for word in ((term,) if isinstance(term, str) else (term.one, term.many))
    )
    return set(_PLACE.sub("", "".join((pack.name, *months, *marks, pack.numbers.minus, *terms))))


def _differences(pack: Pack, places: _Places) -> Iterator[Finding]:
    """Yield what the Unicode CLDR has otherwise and the pack does not declare."""
    known = list(_keys(SHAPE))
    for number, one in enumerate(pack.differs):
        if one.what not in known:
            hint = nearest(one.what, known) or "write it as in numbers.minus"
            yield places.finding(("differs", number, "what"), f"“{one.what}” is no key of a pack", hint)
    try:
        cldr = cldr_of(pack.tag)
    except UsageError:
        return
    declared = {one.what for one in pack.differs}
    own = dict(_leaves(_of_pack(pack)))
    for way, theirs in _leaves(cldr):
        what = ".".join(way)
        if way in own and what not in declared and way[0] not in declared and not alike(own[way], theirs):
            message = f"“{what}” is {_written(own[way])}; the Unicode CLDR has {_written(theirs)}"
            yield places.finding(way, message, f"write that, or say under “differs” why not: {{what: {what}, why: …}}")


def _of_pack(pack: Pack) -> dict[str, Any]:
    """Return what a pack says of that which the CLDR knows, but for its name, which it may put as it likes."""
    months, numbers, lists = pack.months, pack.numbers, pack.lists
    return {
        "direction": pack.direction,
        "months": {
            "long": list(months.long),
            "short": list(months.short),
            "long-alone": list(months.long_alone),
            "short-alone": list(months.short_alone),
        },
        "dates": {"day": pack.dates.day, "month": pack.dates.month},
        "quotation-marks": list(pack.quotation_marks),
        "digits": pack.digits,
        "numbers": {
            "decimal": numbers.decimal,
            "group": numbers.group,
            "minus": numbers.minus,
            "percent": numbers.percent,
            "currency": numbers.currency,
        },
        "folios": pack.folios,
        "lists": {"between": lists.between, "pair": lists.pair, "last": lists.last},
    }


def _keys(record: Record, above: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield every key of a record, and of those in it, with the keys above it."""
    for name, field in record.fields.items():
        yield ".".join((*above, name))
        if isinstance(field.kind, Record):
            yield from _keys(field.kind, (*above, name))


def _leaves(tree: Mapping[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name, value in tree.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, (*above, name))
        else:
            yield (*above, name), value


def _written(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else f"“{_named(str(value))}”"


def _language(tag: str) -> str:
    return tag.split("-", maxsplit=1)[0]

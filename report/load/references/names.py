"""Names in entries: split, taken apart by pybtex as BibTeX does it, decoded (biblatex manual 2.3.3).

A name is “Given von Family”, “von Family, Given” or “von Family, Jr, Given”, or is given part by part
(“family=Doe, given=Jane”, manual 3.6). An institution stands in braces of its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from pybtex.database import Person

from report.load.references.latex import decode, is_blank
from report.load.references.scanner import shortened
from report.model.references import Name, Names, plain

_NAMES_HINT = "separate names by “ and ”, write “Family, Given”"
_NAME_LIMIT = 400
_SEPARATOR = re.compile(r"[{}]|(?<= )and(?= )", re.IGNORECASE)
_LINEAGE = re.compile(r"[JS]r\.?|[IVX]+|\d+(?:st|nd|rd|th)|ml\.?|fils|père", re.IGNORECASE)
_FOREIGN = re.compile(r"(?:^| )(und|et|adn|и|و)(?: |$)")
_PLAIN = re.compile(r"([^\W\d_][\w.’-]*(?: [^\W\d_][\w.’-]*)*), ([^\W\d_][\w.’-]*(?: [^\W\d_][\w.’-]*)*)")
_WORDS_BETWEEN = re.compile(r"(?:^| )(?:and|und|et|adn|и|و|others)(?:,| |$)", re.IGNORECASE)
_PART = re.compile(
    r"\s*(family|given|prefix|suffix|useprefix|given-i|family-i|prefix-i|suffix-i)\s*=\s*(.*)", re.DOTALL
)
_OF = re.compile(r" (?:of|for|on|the|für|zur|по) ")
_SCRIPT_COMMAS = "،，、"


class NotNames(ValueError):
    """What is written is no list of names; the arguments are the message and the hint."""


def read_names(value: str, *, keeps_particle: bool) -> Names:
    """Return the names of a field.

    Raises:
        NotNames: it cannot be read as names.
    """
    written = split_list(value)
    has_others = written[-1].casefold() == "others" and len(written) > 1
    people = []
    for one in written[: -1 if has_others else None]:
        name = _one(one)
        if is_blank(name.family):
            raise NotNames(f"“{shortened(one)}” names nobody", "fill the family name in, or take the name out")
        people.append(replace(name, keeps_particle=True) if keeps_particle and name.particle else name)
    return Names(tuple(people), has_others)


def institutions_among(value: str, known: Collection[str]) -> Iterator[str]:
    """Yield what BibTeX would turn round as a person's name and is probably an institution's.

    So is a name without a comma that another field of the entry (``known``) gives as an institution, or that has a
    word such as “of” in it. An “and” of its own has parted it from its rest by now.
    """
    if value in known:
        yield value
        return
    for one in split_list(value):
        if "," not in one and "=" not in one and not _is_braced(one) and (one in known or _OF.search(one)):
            yield one


def _one(written: str) -> Name:
    if _is_braced(written):
        return Name(_decoded(written), is_institution=True)
    name = _simple(written)
    if name:
        return name
    _check(written)
    return _person(written)


def split_list(value: str) -> list[str]:
    """Split a list of names at each “and” that stands in no braces."""
    if " and " not in value.casefold():
        return [value]
    parts, start, depth = [], 0, 0
    for found in _SEPARATOR.finditer(value):
        sign = found.group()
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
        elif not depth:
            parts.append(value[start : found.start()].strip())
            start = found.end()
    return [*parts, value[start:].strip()]


def _is_braced(written: str) -> bool:
    """Whether all that is written stands in one pair of braces."""
    if not (written.startswith("{") and written.endswith("}")):
        return False
    depth = 0
    for found in re.finditer("[{}]", written):
        depth += 1 if found.group() == "{" else -1
        if not depth:
            return found.end() == len(written)
    return False


def _simple(written: str) -> Name | None:
    """Return a name that is plainly “Family, Given”, as most are: pybtex would say the same, at ten times the cost."""
    found = _PLAIN.fullmatch(written)
    if not found or _WORDS_BETWEEN.search(written) or any(word[0].islower() for word in found[1].split(" ")):
        return None
    family, given = found.groups()
    return Name(_decoded(family), _decoded(given))


def _check(written: str) -> None:
    """Refuse what BibTeX would take for a name and is none, or is several."""
    quoted = f"“{shortened(written)}” is not one name"
    if len(written) > _NAME_LIMIT:
        raise NotNames(quoted, _NAMES_HINT)
    bare = "".join(_outside_braces(written))
    if not bare or re.search(r"^and\b|\band$", bare, re.IGNORECASE):
        raise NotNames("a name is missing beside “and”", _NAMES_HINT)
    if bare.casefold() == "others":
        raise NotNames("“others” stands for the names that are left out, after one at least", "write “… and others”")
    if re.search(r"\bet al\b", bare):
        raise NotNames(quoted, "write “and others” for “et al.”")
    foreign = _FOREIGN.search(bare)
    if foreign:
        raise NotNames(quoted, f"write “and” for “{foreign[1]}”; it is not printed")
    if any(sign in bare for sign in _SCRIPT_COMMAS):
        raise NotNames(quoted, "part family and given name with this comma: “,”")
    parts = [part.strip() for part in bare.split(",")]
    is_lineage = len(parts) == 3 and _LINEAGE.fullmatch(parts[1])
    is_in_parts = "=" in bare and _PART.match(written)
    has_parts = all(parts) and (len(parts) < 3 or is_lineage)
    if re.search("[;&]", bare) or not (has_parts or is_in_parts):
        raise NotNames(quoted, _NAMES_HINT)


def _outside_braces(written: str) -> Iterator[str]:
    """Yield what stands in no braces; what stands in some is marked by one sign."""
    depth = 0
    for piece in re.split("([{}])", written):
        if piece == "{":
            depth += 1
            yield "·"
        elif piece == "}":
            depth -= 1
        elif not depth:
            yield piece


@lru_cache(maxsize=4096)
def _person(written: str) -> Name:
    if "=" in written and _PART.match(written):
        return _from_parts(written)
    person = Person(written)
    given = person.first_names + person.middle_names
    parts = (person.last_names, given, person.prelast_names, person.lineage_names)
    family, given_names, particle, suffix = (_decoded(" ".join(part)) for part in parts)
    return Name(family, given_names, particle, suffix)


def _from_parts(written: str) -> Name:
    found = [_PART.fullmatch(part) for part in re.split(r",(?![^{]*\})", written)]
    if not all(found):
        raise NotNames(f"“{shortened(written)}” is not one name", "write family=…, given=…, prefix=…, suffix=…")
    parts: Mapping[str, str] = {one[1]: one[2].strip().strip('"') for one in found if one}
    family, given, prefix, suffix = (_decoded(parts.get(name, "")) for name in ("family", "given", "prefix", "suffix"))
    if not family:
        raise NotNames(f"“{shortened(written)}” has no family name", "write family=…, given=…")
    return Name(family, given, prefix, suffix, keeps_particle=parts.get("useprefix") == "true" and bool(prefix))


def _decoded(written: str) -> str:
    return plain(decode(written).pieces).strip() if written else ""

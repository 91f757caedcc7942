"""What the Unicode CLDR says of a locale, in the keys of a pack: through Babel, but for quotation marks.

Babel has no quotation marks; WeasyPrint has those of the CLDR. Neither has the number of digits from which groups are
set. Only ``report locale`` imports this.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.localedata import LocaleDataDict, load
from weasyprint.text.constants import LANG_QUOTES

from report.errors import UsageError

# Numbering systems of the CLDR: where their digits begin, and the counter style of CSS that has them.
_SYSTEMS: Mapping[str, tuple[int, str]] = {
    "latn": (0x30, "decimal"),
    "arab": (0x660, "arabic-indic"),
    "arabext": (0x6F0, "persian"),
    "beng": (0x9E6, "bengali"),
    "deva": (0x966, "devanagari"),
    "gujr": (0xAE6, "gujarati"),
    "guru": (0xA66, "gurmukhi"),
    "khmr": (0x17E0, "khmer"),
    "knda": (0xCE6, "kannada"),
    "laoo": (0xED0, "lao"),
    "mlym": (0xD66, "malayalam"),
    "mymr": (0x1040, "myanmar"),
    "orya": (0xB66, "oriya"),
    "tamldec": (0xBE6, "tamil"),
    "telu": (0xC66, "telugu"),
    "thai": (0xE50, "thai"),
    "tibt": (0xF20, "tibetan"),
}
_NUMBER = re.compile(r"[#0][#0,.]*")
_PART_OF_DATE = re.compile(r"'(?P<said>[^']*)'|(?P<letters>[A-Za-z]+)|(?P<sign>.)", re.DOTALL)
_NAMES = {"d": "{day}", "M": "{month}", "L": "{month}", "y": "{year}"}
_WIDE_SPACES = re.compile("[\u00a0\u2009\u202f]")
_UNSEEN = re.compile("[\u061c\u200e\u200f\u2060]")


def cldr_of(tag: str) -> dict[str, Any]:
    """Return what the CLDR knows of a locale as the part of a pack that it is.

    Raises:
        UsageError: the CLDR does not know it.
    """
    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        message = f"the Unicode CLDR does not know “{tag}”; begin its pack with a copy of another"
        raise UsageError(message) from error
    # Babel resolves an alias within data that locales share: the first to ask leaves its words to the others. So each
    # gets a copy; see tests/unit/packs/test_draft.py.
    copied: dict[Any, Any] = deepcopy(load(str(locale)))
    data = LocaleDataDict(copied)
    system = data["default_numbering_system"] if data["default_numbering_system"] in _SYSTEMS else "latn"
    return {
        "name": locale.get_display_name(locale) or tag,
        "direction": locale.text_direction,
        "months": _months(data),
        "dates": _dates(data),
        "quotation-marks": _quotation_marks(tag),
        "digits": "".join(chr(_SYSTEMS[system][0] + value) for value in range(10)),
        "numbers": _numbers(data, system),
        "folios": _SYSTEMS[system][1],
        "lists": _lists(data),
    }


def alike(one: Any, other: Any) -> bool:
    """Whether two values are the same but for the width of spaces and for marks that are not seen."""
    return bool(_folded(one) == _folded(other))


def script_of(words: str) -> str:
    """Return the script of the first letter of words, as the collation names it: “latin”."""
    return next((unicodedata.name(sign).split(" ")[0].lower() for sign in words if sign.isalpha()), "latin")


def _folded(value: Any) -> Any:
    if isinstance(value, list):
        return [_folded(one) for one in value]
    return _UNSEEN.sub("", _WIDE_SPACES.sub(" ", value)) if isinstance(value, str) else value


def _months(data: LocaleDataDict) -> dict[str, list[str]]:
    forms = {"": data["months"]["format"], "-alone": data["months"]["stand-alone"]}
    return {
        f"{length}{ending}": [names[width][month] for month in range(1, 13)]
        for ending, names in forms.items()
        for length, width in (("long", "wide"), ("short", "abbreviated"))
    }


def _dates(data: LocaleDataDict) -> dict[str, str]:
    day = _pattern(data["date_formats"]["long"].pattern, "{day}\u00a0{month} {year}")
    month = _pattern(str(data["datetime_skeletons"]["yMMMM"].pattern), "{month} {year}")
    return {"day": day.replace("{day} {month}", "{day}\u00a0{month}"), "month": month}


def _pattern(pattern: str, usual: str) -> str:
    """Return a pattern for dates in the places of a pack; one that gives the month in figures is not taken."""
    made = []
    for part in _PART_OF_DATE.finditer(pattern):
        letters = part["letters"]
        if letters and (letters[0] not in _NAMES or (letters[0] in "ML" and len(letters) < 3)):
            return usual
        made.append(_NAMES[letters[0]] if letters else part["said"] or part["sign"] or "")
    written = "".join(made)
    places = re.findall(r"\{\w+\}", usual)
    return written if all(written.count(place) == 1 for place in places) else usual


def _quotation_marks(tag: str) -> list[str]:
    """Return the marks of the longest part of the tag that has some; a locale may have one pair."""
    name = tag.replace("-", "_")
    while name and name not in LANG_QUOTES:
        name = name.rpartition("_")[0]
    opening, closing = LANG_QUOTES[name or None]
    return [opening[0], closing[0], opening[-1], closing[-1]]


def _numbers(data: LocaleDataDict, system: str) -> dict[str, str]:
    symbols = {**data["number_symbols"]["latn"], **data["number_symbols"].get(system, {})}
    percent = str(data["percent_formats"][None].pattern).split(";")[0]
    currency = str(data["currency_formats"]["standard"].pattern).split(";")[0]
    return {
        "decimal": symbols["decimal"],
        "group": symbols["group"],
        "minus": symbols["minusSign"],
        "percent": _NUMBER.sub("{number}", percent).replace("%", symbols["percentSign"]),
        "currency": _NUMBER.sub("{number}", currency).replace("¤", "{currency}"),
    }


def _lists(data: LocaleDataDict) -> dict[str, str]:
    patterns = data["list_patterns"]["standard"]
    between, pair, last = (patterns[name].removeprefix("{0}").removesuffix("{1}") for name in ("middle", "2", "end"))
    return {"between": between, "pair": pair, "last": last}

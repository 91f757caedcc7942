"""The plural forms of languages, for the headers of new catalogs; a translator may write others.

The rules are those of the Unicode CLDR (plurals.xml, cardinals) for whole numbers, written as gettext has them.
"""

from __future__ import annotations

_SLAVIC_FEW = "n%10>=2 && n%10<=4 && (n%100<12 || n%100>14)"
_RULES = {
    "nplurals=2; plural=(n != 1);": "pt-PT",
    "nplurals=1; plural=0;": "id ja ko lo ms my th vi zh",
    "nplurals=2; plural=(n > 1);": "am bn fa fr gu hi hy kn pt zu",
    "nplurals=3; plural=(n%10==0 || (n%100>=11 && n%100<=19) ? 0 : n%10==1 && n%100!=11 ? 1 : 2);": "lv",
    "nplurals=3; plural=(n%10==1 && (n%100<11 || n%100>19) ? 0 : n%10>=2 && (n%100<11 || n%100>19) ? 1 : 2);": "lt",
    f"nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : {_SLAVIC_FEW} ? 1 : 2);": "be bs hr ru sr uk",
    f"nplurals=3; plural=(n==1 ? 0 : {_SLAVIC_FEW} ? 1 : 2);": "pl",
    "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);": "cs sk",
    "nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100>=1 && n%100<=19) ? 1 : 2);": "ro",
    "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);": "sl",
    "nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);": "he",
    "nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n>=3 && n<=6 ? 2 : n>=7 && n<=10 ? 3 : 4);": "ga",
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);": "ar",
}
_BY_LANGUAGE = {tag: rule for rule, tags in _RULES.items() for tag in tags.split()}
_COMMON = "nplurals=2; plural=(n != 1);"


def plural_forms(locale: str) -> str:
    """Return the ``Plural-Forms`` of a locale (a BCP 47 tag): one and several where nothing else is known."""
    return _BY_LANGUAGE.get(locale) or _BY_LANGUAGE.get(locale.partition("-")[0]) or _COMMON

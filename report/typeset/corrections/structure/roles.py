"""What an element of HTML is in the structure tree (ISO 32000-1, 14.8.4).

Elements without a role, such as most ``div`` and ``span``, say nothing: what is in them hangs on the element around
them. Where a tag of HTML says too little for paper, ``data-tag`` names the type.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# Elements of the engine's parser, which come without types.
Element = Any

# Elements in which blocks stand, though they say nothing.
PLAIN_BLOCKS = frozenset({"html", "body", "div", "header", "hgroup", "address", "form", "fieldset", "details"})

_ROLES: Mapping[str, str] = {
    "html": "Document",
    **dict.fromkeys(("main", "article"), "Art"),
    **dict.fromkeys(("section", "aside", "nav", "footer", "search"), "Sect"),
    "figure": "Div",
    "blockquote": "BlockQuote",
    **dict.fromkeys(("p", "pre", "summary", "legend"), "P"),
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    **dict.fromkeys(("ul", "ol", "dl"), "L"),
    **dict.fromkeys(("li", "dd"), "LBody"),
    "dt": "Lbl",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    **dict.fromkeys(("caption", "figcaption"), "Caption"),
    **dict.fromkeys(("img", "{http://www.w3.org/2000/svg}svg"), "Figure"),
    "em": "Em",
    "strong": "Strong",
    "ins": "Ins",
    "del": "Del",
    "q": "Quote",
    "code": "Code",
}

# What parts of lists and tables stand in; elsewhere they say nothing.
OWNERS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("li", "dt", "dd"), frozenset({"L"})),
    **dict.fromkeys(("thead", "tbody", "tfoot"), frozenset({"Table"})),
    "tr": frozenset({"THead", "TBody", "TFoot"}),
    **dict.fromkeys(("th", "td"), frozenset({"TR"})),
}


def role_of(element: Element, outer_language: str) -> str:
    """Return the structure type of an element, or nothing if it says nothing.

    A run within a line is one if it is in another language than the words around it; an empty ``lang`` names none.
    """
    role = element.get("data-tag") or _ROLES.get(element.tag, "")
    if element.tag == "a" and element.get("href"):
        role = "Link"
    if not role and element.tag not in PLAIN_BLOCKS and (element.get("lang") or outer_language) != outer_language:
        role = "Span"
    return role


def is_internal(element: Element) -> bool:
    """Whether a link leads to a place in the same file."""
    return bool(element.get("href", "").startswith("#"))

"""The elements and attributes of HTML that the house's templates write, and what may stand in what.

To use more of HTML, add it here.
"""

from __future__ import annotations

from collections.abc import Mapping

TO_ADD = "not in the house's vocabulary: add it to report/validate/elements.py"


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_BLOCKS = _words(
    "address article aside blockquote details div dl figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre "
    "section table ul search"
)
_PHRASES = _words(
    "a abbr b bdi bdo br button cite code data del dfn em i img input ins kbd label mark q s samp small span strong "
    "sub sup time u var wbr svg picture"
)
_METADATA = _words("base link meta style title")
_PARTS = _words(
    "html head body caption col colgroup dd dt figcaption legend li source summary tbody td tfoot th thead tr fieldset"
)

VOID = frozenset(_words("base br col hr img input link meta source wbr"))
PHRASES = frozenset(_PHRASES)
ELEMENTS = frozenset((*_BLOCKS, *_PHRASES, *_METADATA, *_PARTS))

# Elements that hold words and phrases, but no blocks.
_OF_PHRASES = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "summary", *_PHRASES)

# What an element may hold, where that is less than everything.
CHILDREN: Mapping[str, frozenset[str]] = {
    **{name: PHRASES for name in _OF_PHRASES if name not in ("a", "svg", "picture")},
    "html": frozenset({"head", "body"}),
    "head": frozenset(_METADATA),
    "title": frozenset(),
    "ol": frozenset({"li"}),
    "ul": frozenset({"li"}),
    "dl": frozenset({"dt", "dd", "div"}),
    "table": frozenset({"caption", "colgroup", "thead", "tbody", "tfoot"}),
    "colgroup": frozenset({"col"}),
    "thead": frozenset({"tr"}),
    "tbody": frozenset({"tr"}),
    "tfoot": frozenset({"tr"}),
    "tr": frozenset({"th", "td"}),
}

# What must stand directly in one of these.
PARENTS: Mapping[str, frozenset[str]] = {
    "head": frozenset({"html"}),
    "body": frozenset({"html"}),
    "main": frozenset({"body", "div"}),
    "li": frozenset({"ol", "ul"}),
    "dt": frozenset({"dl", "div"}),
    "dd": frozenset({"dl", "div"}),
    "figcaption": frozenset({"figure"}),
    "summary": frozenset({"details"}),
    "caption": frozenset({"table"}),
    "thead": frozenset({"table"}),
    "tbody": frozenset({"table"}),
    "tfoot": frozenset({"table"}),
    "tr": frozenset({"thead", "tbody", "tfoot"}),
    "th": frozenset({"tr"}),
    "td": frozenset({"tr"}),
}

# What may never stand within these, however deep.
NEVER_WITHIN: Mapping[str, frozenset[str]] = {
    "a": frozenset({"a"}),
    "header": frozenset({"header", "footer"}),
    "footer": frozenset({"header", "footer"}),
    "main": frozenset({"header", "footer", "section", "article", "aside", "nav", "main"}),
    "nav": frozenset({"nav"}),
    **dict.fromkeys(("th", "td"), frozenset({"th", "td"})),
    "tr": frozenset({"tr"}),
}

GLOBAL_ATTRIBUTES = frozenset(_words("class dir hidden id lang role tabindex title translate"))
OWN_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "a": frozenset({"href", "rel", "hreflang", "download"}),
    "blockquote": frozenset({"cite"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "data": frozenset({"value"}),
    **dict.fromkeys(("del", "ins"), frozenset({"cite", "datetime"})),
    "details": frozenset({"open", "name"}),
    "img": frozenset({"src", "alt", "width", "height", "loading", "decoding", "srcset", "sizes"}),
    "input": frozenset({"type", "name", "checked"}),
    "li": frozenset({"value"}),
    "link": frozenset({"href", "rel", "type", "hreflang"}),
    "meta": frozenset({"charset", "name", "content", "media", "property"}),
    "ol": frozenset({"start", "reversed", "type"}),
    "q": frozenset({"cite"}),
    "source": frozenset({"srcset", "media", "type"}),
    "style": frozenset({"media"}),
    "td": frozenset({"colspan", "rowspan", "headers"}),
    "th": frozenset({"colspan", "rowspan", "headers", "scope", "abbr"}),
    "time": frozenset({"datetime"}),
}
NEEDED_ATTRIBUTES: Mapping[str, frozenset[str]] = {"img": frozenset({"src", "alt"}), "html": frozenset({"lang", "dir"})}
ARIA = frozenset(
    f"aria-{name}"
    for name in _words("current describedby details expanded hidden label labelledby level live owns roledescription")
)
ROLES = frozenset(
    _words(
        "banner complementary contentinfo doc-abstract doc-appendix doc-backlink doc-biblioentry doc-bibliography "
        "doc-biblioref doc-cover doc-credits doc-endnote doc-endnotes doc-footnote doc-introduction doc-noteref "
        "doc-pullquote doc-subtitle doc-toc figure group heading img list listitem main navigation none note "
        "presentation region separator term"
    )
)
# What "data-tag" says an element is in a PDF, where its name in HTML does not.
STRUCTURE_TYPES = frozenset(_words("Art BibEntry BlockQuote Div Lbl P Part Quote Sect"))
ATTRIBUTES = frozenset((*GLOBAL_ATTRIBUTES, *ARIA, *(name for names in OWN_ATTRIBUTES.values() for name in names)))

# Attributes whose value is one of a few words.
WORDS: Mapping[str, frozenset[str]] = {
    "scope": frozenset({"row", "col", "rowgroup", "colgroup"}),
    "role": ROLES,
    "data-tag": STRUCTURE_TYPES,
    "loading": frozenset({"lazy", "eager"}),
    "translate": frozenset({"yes", "no"}),
    "aria-hidden": frozenset({"true", "false"}),
}
EMPTY_ATTRIBUTES = frozenset({"hidden", "open", "reversed", "download", "checked"})


def may_hold(outer: str, inner: str) -> bool:
    """Whether an element may stand within another, however deep."""
    if outer in VOID or inner == "html" or outer in NEVER_WITHIN.get(inner, ()):
        return False
    is_of_phrases = CHILDREN.get(outer) == PHRASES
    return inner in PHRASES or not is_of_phrases


def holds_words(name: str) -> bool:
    """Whether an element holds words and phrases, and so ends in its own line."""
    return name in PHRASES or CHILDREN.get(name) == PHRASES or name in ("td", "th", "figcaption")

"""The house's vocabulary: what its sheets may say. To use more of CSS, add it here, in the notation of the standards.

A grammar is written as in the CSS standards: ``a | b`` is one of them, ``a || b`` one or both in any order,
``a && b`` both in any order, ``[ ]`` groups, ``?`` may be missing, ``*`` and ``+`` repeat, ``#`` repeats with commas,
``{1,4}`` so many times; ``<name>`` is a kind of value or a line of ``TYPES``.

``PROPERTIES`` are those of shared and ``.paged`` sheets: the engine must know them (a test asks it). ``SCREEN`` adds
what only ``.screen`` sheets may use.
"""

from __future__ import annotations

from collections.abc import Mapping

TO_ADD = "not in the house's vocabulary: add it to report/validate/sheets/vocabulary.py"

_SPACE = "<length-percentage> | auto"
_EDGE = "<line-width> || <line-style> || <color>"
_SIZE = "auto | <length-percentage> | min-content | max-content | fit-content"
_MAXIMUM = "none | <length-percentage> | min-content | max-content | fit-content"
_BREAK = "auto | avoid | avoid-page | avoid-column | page | left | right | recto | verso | column | always"
_ALIGN = "normal | start | end | center | stretch | baseline | flex-start | flex-end"
_SHARE = "space-between | space-around | space-evenly"
_GRID_LINE = "auto | <integer> | span <integer> | <ident>"

TYPES: Mapping[str, str] = {
    "line-width": "<length> | thin | medium | thick",
    "line-style": "none | solid | double | dotted | dashed",
    "length-percentage": "<length> | <percentage>",
    "counter-style": "decimal | decimal-leading-zero | lower-roman | upper-roman | lower-alpha | upper-alpha | "
    "arabic-indic | persian | disc | circle | square | <string>",
    "family": "<string> | <family-name> | serif | sans-serif | monospace | system-ui",
    "image": "<url> | none | linear-gradient( <anything> )",
    "which": "first | start | last | first-except",
    "attribute": "attr( <ident> )",
    "piece": "<string> | <url> | <attribute> | string( <ident> [, <which>]? ) | "
    "counter( <ident> [, <counter-style>]? ) | "
    "counters( <ident> , <string> [, <counter-style>]? ) | content( [text | before | after | first-letter]? ) | "
    "target-counter( <target> , <ident> [, <counter-style>]? ) | target-text( <target> [, <ident>]? ) | "
    "leader( [dotted | solid | space | <string>] ) | open-quote | close-quote | element( <ident> [, <which>]? )",
    "target": "<url> | <attribute>",
    "position": "[left | right | center | top | bottom | <length-percentage>]{1,2}",
    "track": "auto | min-content | max-content | <flex> | <length-percentage> | "
    "minmax( [auto | <length-percentage>] , [auto | <flex> | <length-percentage>] ) | "
    "repeat( [<integer> | auto-fill | auto-fit] , <track>+ )",
    "shadow": "<length>{2,4} && <color>? && inset?",
}

PROPERTIES: Mapping[str, str] = {
    "align-content": f"{_ALIGN} | {_SHARE}",
    "align-items": _ALIGN,
    "align-self": f"auto | {_ALIGN}",
    "background-color": "<color>",
    "background-image": "<image>",
    "background-position": "<position>",
    "background-repeat": "repeat | no-repeat | repeat-x | repeat-y",
    "background-size": "cover | contain | [auto | <length-percentage>]{1,2}",
    "bleed": "auto | <length>",
    "block-size": _SIZE,
    "bookmark-label": "<piece>+",
    "bookmark-level": "none | <integer>",
    "bookmark-state": "open | closed",
    "border": _EDGE,
    **{f"border-{side}": _EDGE for side in ("block", "inline", "top", "right", "bottom", "left")},
    **{f"border-{axis}-{end}": _EDGE for axis in ("block", "inline") for end in ("start", "end")},
    **{f"border-{axis}-{end}-color": "<color>" for axis in ("block", "inline") for end in ("start", "end")},
    **{f"border-{axis}-{end}-style": "<line-style>" for axis in ("block", "inline") for end in ("start", "end")},
    **{f"border-{axis}-{end}-width": "<line-width>" for axis in ("block", "inline") for end in ("start", "end")},
    "border-collapse": "separate | collapse",
    "border-color": "<color>{1,4}",
    "border-radius": "<length-percentage>{1,4}",
    "border-spacing": "<length>{1,2}",
    "border-style": "<line-style>{1,4}",
    "border-width": "<line-width>{1,4}",
    "box-decoration-break": "slice | clone",
    "box-shadow": "none | <shadow>#",
    "box-sizing": "content-box | border-box",
    "break-after": _BREAK,
    "break-before": _BREAK,
    "break-inside": "auto | avoid | avoid-page | avoid-column",
    "caption-side": "top | bottom",
    "clear": "none | inline-start | inline-end | left | right | both",
    "color": "<color>",
    "color-scheme": "normal | [light || dark]",
    "column-count": "auto | <integer>",
    "column-fill": "auto | balance | balance-all",
    "column-gap": "normal | <length-percentage>",
    "column-rule": _EDGE,
    "column-width": "auto | <length>",
    "columns": "[auto | <integer>] || [auto | <length>]",
    "content": "normal | none | <piece>+",
    "direction": "ltr | rtl",
    "display": "none | block | inline | inline-block | list-item | flow-root | flex | inline-flex | grid | "
    "inline-grid | table | inline-table | table-row | table-cell | table-caption | contents",
    "flex": "none | auto | [<number> <number>? <flex-basis>?] | <flex-basis>",
    "flex-basis": _SIZE,
    "flex-direction": "row | row-reverse | column | column-reverse",
    "flex-flow": "[row | row-reverse | column | column-reverse] || [nowrap | wrap | wrap-reverse]",
    "flex-grow": "<number>",
    "flex-shrink": "<number>",
    "flex-wrap": "nowrap | wrap | wrap-reverse",
    "float": "none | inline-start | inline-end | left | right | footnote",
    "font-family": "<family>#",
    "font-feature-settings": "normal | [<string> [<integer> | on | off]?]#",
    "font-kerning": "auto | normal | none",
    "font-language-override": "normal | <string>",
    "font-size": "<length-percentage> | smaller | larger | medium",
    "font-stretch": "normal | condensed | semi-condensed | expanded | <percentage>",
    "font-style": "normal | italic | oblique",
    "font-variant-alternates": "normal | historical-forms",
    "font-variant-caps": "normal | small-caps | all-small-caps | petite-caps | all-petite-caps | unicase | "
    "titling-caps",
    "font-variant-ligatures": "normal | none | [[common-ligatures | no-common-ligatures] || "
    "[discretionary-ligatures | no-discretionary-ligatures] || [historical-ligatures | no-historical-ligatures] || "
    "[contextual | no-contextual]]",
    "font-variant-numeric": "normal | [[lining-nums | oldstyle-nums] || [proportional-nums | tabular-nums] || "
    "[diagonal-fractions | stacked-fractions] || ordinal || slashed-zero]",
    "font-variant-position": "normal | sub | super",
    "font-weight": "normal | bold | bolder | lighter | <weight>",
    "footnote-display": "block | inline | compact",
    "footnote-policy": "auto | line | block",
    "gap": "[normal | <length-percentage>]{1,2}",
    "grid-area": f"[{_GRID_LINE}] [/ [{_GRID_LINE}]]{{0,3}}",
    "grid-auto-columns": "<track>+",
    "grid-auto-flow": "[row | column] || dense",
    "grid-auto-rows": "<track>+",
    "grid-column": f"[{_GRID_LINE}] [/ [{_GRID_LINE}]]?",
    "grid-row": f"[{_GRID_LINE}] [/ [{_GRID_LINE}]]?",
    "grid-template-areas": "none | <string>+",
    "grid-template-columns": "none | <track>+",
    "grid-template-rows": "none | <track>+",
    "hyphenate-character": "auto | <string>",
    "hyphenate-limit-chars": "[auto | <integer>]{1,3}",
    "hyphenate-limit-zone": "<length-percentage>",
    "hyphens": "none | manual | auto",
    "image-rendering": "auto | crisp-edges | pixelated",
    "image-resolution": "from-image || <resolution>",
    "inline-size": _SIZE,
    **{f"inset-{axis}-{end}": _SPACE for axis in ("block", "inline") for end in ("start", "end")},
    **{f"inset-{axis}": f"[{_SPACE}]{{1,2}}" for axis in ("block", "inline")},
    "inset": f"[{_SPACE}]{{1,4}}",
    "justify-content": f"{_ALIGN} | {_SHARE}",
    "justify-items": _ALIGN,
    "justify-self": f"auto | {_ALIGN}",
    "letter-spacing": "normal | <length>",
    "line-height": "normal | <number> | <length-percentage>",
    "list-style": "none | [<counter-style> || [inside | outside]]",
    "list-style-position": "inside | outside",
    "list-style-type": "none | <counter-style>",
    "margin": f"[{_SPACE}]{{1,4}}",
    **{f"margin-{axis}": f"[{_SPACE}]{{1,2}}" for axis in ("block", "inline")},
    **{f"margin-{axis}-{end}": _SPACE for axis in ("block", "inline") for end in ("start", "end")},
    **{f"margin-{side}": _SPACE for side in ("top", "right", "bottom", "left")},
    "margin-break": "auto | keep | discard",
    "marks": "none | [crop || cross]",
    "max-block-size": _MAXIMUM,
    "max-inline-size": _MAXIMUM,
    "max-height": _MAXIMUM,
    "max-width": _MAXIMUM,
    "min-block-size": _SIZE,
    "min-inline-size": _SIZE,
    "min-height": _SIZE,
    "min-width": _SIZE,
    "height": _SIZE,
    "width": _SIZE,
    "object-fit": "fill | contain | cover | none | scale-down",
    "object-position": "<position>",
    "opacity": "<number> | <percentage>",
    "order": "<integer>",
    "orphans": "<integer>",
    "outline": _EDGE,
    "outline-color": "<color>",
    "outline-offset": "<length>",
    "outline-style": "<line-style>",
    "outline-width": "<line-width>",
    "overflow": "visible | hidden | auto",
    "overflow-wrap": "normal | break-word | anywhere",
    "padding": "<length-percentage>{1,4}",
    **{f"padding-{axis}": "<length-percentage>{1,2}" for axis in ("block", "inline")},
    **{f"padding-{axis}-{end}": "<length-percentage>" for axis in ("block", "inline") for end in ("start", "end")},
    **{f"padding-{side}": "<length-percentage>" for side in ("top", "right", "bottom", "left")},
    **dict.fromkeys(("top", "right", "bottom", "left"), _SPACE),
    "page": "auto | <ident>",
    "position": "static | relative | absolute | fixed | running( <ident> )",
    "quotes": "none | auto | <string>{2} | <string>{4}",
    "row-gap": "normal | <length-percentage>",
    "size": "<length>{1,2} | [A4 | A5 | letter] || [portrait | landscape]",
    "string-set": "none | [<ident> <piece>+]#",
    "tab-size": "<integer> | <length>",
    "table-layout": "auto | fixed",
    "text-align": "start | end | left | right | center | justify",
    "text-align-last": "auto | start | end | left | right | center | justify",
    "text-decoration": "none | [[underline | line-through] || <line-look> || <color>]",
    "text-decoration-color": "<color>",
    "text-decoration-line": "none | underline | overline | line-through",
    "text-decoration-style": "<line-look>",
    "text-decoration-thickness": "auto | from-font | <length-percentage>",
    "text-indent": "<length-percentage>",
    "text-overflow": "clip | ellipsis",
    "text-transform": "none | uppercase | lowercase | capitalize",
    "text-underline-offset": "auto | <length-percentage>",
    "transform": "none | [rotate( <angle> ) | translate( <length-percentage> [, <length-percentage>]? ) | "
    "scale( <number> [, <number>]? )]+",
    "transform-origin": "<position>",
    "vertical-align": "baseline | sub | super | top | middle | bottom | text-top | text-bottom | <length-percentage>",
    "visibility": "visible | hidden | collapse",
    "white-space": "normal | nowrap | pre | pre-wrap | pre-line",
    "widows": "<integer>",
    "word-break": "normal | break-all",
    "word-spacing": "normal | <length>",
    "z-index": "auto | <integer>",
}

# What the grammar of a property names that is only its own.
TYPES_OF_ONE: Mapping[str, str] = {
    "flex-basis": _SIZE,
    "line-look": "solid | double | dotted | dashed | wavy",
}

SCREEN: Mapping[str, str] = {
    "accent-color": "auto | <color>",
    "animation": "none",
    "appearance": "none | auto",
    "aspect-ratio": "auto | <number> [/ <number>]?",
    "block-ellipsis": "none | auto | <string>",
    "container": "<ident> [/ inline-size]?",
    "container-name": "none | <ident>+",
    "container-type": "normal | inline-size | size",
    "cursor": "auto | default | pointer | help | text",
    "font-optical-sizing": "auto | none",
    "font-size-adjust": "none | from-font | <number>",
    "font-synthesis": "none | [weight || style || small-caps]",
    "hanging-punctuation": "none | [first || allow-end || last]",
    "initial-letter": "normal | <number> <integer>?",
    "overflow": "visible | hidden | clip | auto | scroll",
    "overflow-x": "visible | hidden | clip | auto | scroll",
    "overflow-y": "visible | hidden | clip | auto | scroll",
    "overscroll-behavior": "auto | contain | none",
    "position": "static | relative | absolute | fixed | sticky",
    "pointer-events": "auto | none",
    "print-color-adjust": "economy | exact",
    "scroll-behavior": "auto | smooth",
    "scroll-margin-block": "<length>{1,2}",
    "scroll-margin-block-start": "<length>",
    "scroll-padding-block-start": "auto | <length-percentage>",
    "scrollbar-color": "auto | <color>{2}",
    "scrollbar-gutter": "auto | stable",
    "scrollbar-width": "auto | thin | none",
    "text-size-adjust": "auto | none | <percentage>",
    "-webkit-text-size-adjust": "auto | none | <percentage>",
    "text-wrap": "wrap | nowrap | balance | pretty | stable",
    "transition": "none | [<ident> <time>]#",
    "unicode-bidi": "normal | isolate",
    "user-select": "auto | none | text | all",
    "will-change": "auto | <ident>",
}

DESCRIPTORS = ("size", "marks", "bleed")  # in @page alone

UNITS: Mapping[str, tuple[str, ...]] = {
    "length": ("pt", "mm", "cm", "in", "pc", "px", "em", "rem", "ex", "ch", "lh", "rlh"),
    "angle": ("deg", "turn", "rad"),
    "resolution": ("dpi", "dppx"),
    "flex": ("fr",),
}
SCREEN_UNITS: Mapping[str, tuple[str, ...]] = {
    "length": ("vw", "vh", "vi", "vb", "svh", "dvh", "lvh", "cqi", "cap", "ic"),
    "time": ("s", "ms"),
}
FIXED_UNITS = frozenset({"pt", "mm", "cm", "in", "pc", "px", "rem"})

CALCULATIONS = ("calc", "min", "max", "clamp", "round", "abs")
COLOUR_FUNCTIONS = ("rgb", "rgba", "hsl", "hsla", "lab", "lch", "oklab", "oklch", "device-cmyk")
SCREEN_COLOUR_FUNCTIONS = ("color-mix", "light-dark")
COLOUR_WORDS = ("transparent", "currentcolor")
COLOUR_NAMES = frozenset(
    "aqua black blue brown coral crimson cyan darkblue darkcyan darkgray darkgreen darkred dimgray fuchsia gold gray "  # noqa: SIM905 - reads as a list
    "green grey indigo ivory khaki lavender lightblue lightgray lightgreen lightgrey lime linen magenta maroon navy "
    "olive orange orchid pink plum purple red salmon sienna silver slategray snow tan teal tomato turquoise violet "
    "wheat white whitesmoke yellow".split()
)

WIDE = ("inherit", "initial", "unset")
SCREEN_WIDE = ("revert-layer",)

AT_RULES = ("layer", "import", "media", "page")
SCREEN_AT_RULES = ("supports", "container", "keyframes", "property")
MARGIN_BOXES = (
    *(
        f"{side}-{place}"
        for side in ("top", "bottom")
        for place in ("left-corner", "left", "center", "right", "right-corner")
    ),
    *(f"{side}-{place}" for side in ("left", "right") for place in ("top", "middle", "bottom")),
    "footnote",
)
PAGE_PSEUDO_CLASSES = ("left", "right", "first", "blank", "nth")
MEDIA_TYPES = ("all", "print", "screen")
MEDIA_WORDS = ("and", "not", "only", "or")
MEDIA_FEATURES: Mapping[str, str] = {
    **dict.fromkeys(("width", "min-width", "max-width", "height", "min-height", "max-height"), "<length>"),
    "prefers-color-scheme": "light | dark",
    "prefers-contrast": "no-preference | more | less",
    "prefers-reduced-motion": "no-preference | reduce",
    "forced-colors": "none | active",
    "hover": "none | hover",
    "pointer": "none | coarse | fine",
    "orientation": "portrait | landscape",
}

# Pseudo-classes and what stands in their brackets: nothing, selectors, languages, or a count (“2n + 1”, “odd”).
PSEUDO_CLASSES: Mapping[str, str] = {
    **dict.fromkeys(("root", "first-child", "last-child", "only-child", "empty", "link"), ""),
    **dict.fromkeys(("first-of-type", "last-of-type", "only-of-type"), ""),
    **dict.fromkeys(("is", "where", "not", "has"), "selectors"),
    **dict.fromkeys(("nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type"), "count"),
    "lang": "languages",
}
SCREEN_PSEUDO_CLASSES: Mapping[str, str] = {
    **dict.fromkeys(("hover", "focus", "focus-visible", "focus-within", "active", "target", "visited", "any-link"), ""),
    **dict.fromkeys(("target-within", "open", "popover-open", "checked"), ""),
    "dir": "direction",
}
PSEUDO_ELEMENTS = ("before", "after", "marker", "first-line", "first-letter", "footnote-call", "footnote-marker")
SCREEN_PSEUDO_ELEMENTS = ("selection", "details-content", "backdrop", "target-text")

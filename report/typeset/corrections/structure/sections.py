"""Sections: a heading opens one, which ends before the next heading that is no lower.

On paper the flow is cut into column boxes and sections are no boxes of their own, so headings are all that tells them.
"""

from __future__ import annotations

import re

from report.typeset.corrections.structure.nodes import Area, Content, Node

_HEADING = re.compile(r"H([1-6])")
_DIVIDED = ("Document", "Part", "Art", "Sect")


def open_sections(node: Node) -> None:
    """Gather what stands under each heading in a section; the first heading of an element is that element's own."""
    kids: list[Node | Content | Area] = []
    opened: list[tuple[int, Node]] = []
    is_headed = False
    for kid in node.kids:
        level = _level(kid)
        if level and (is_headed or node.tag != "Sect") and level > 1:
            while opened and opened[-1][0] >= level:
                opened.pop()
            section = Node("Sect", node.language)
            (opened[-1][1].kids if opened else kids).append(section)
            opened.append((level, section))
        is_headed = is_headed or bool(level)
        (opened[-1][1].kids if opened else kids).append(kid)
        if isinstance(kid, Node) and kid.tag in _DIVIDED:
            open_sections(kid)
    node.kids = kids


def _level(kid: Node | Content | Area) -> int:
    found = _HEADING.fullmatch(kid.tag) if isinstance(kid, Node) else None
    return int(found[1]) if found else 0

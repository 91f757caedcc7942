"""Where notes stand in the tree: after the block that calls them.

A note is laid out at the foot of the page and written in the middle of the sentence that calls it. Read aloud there, it
would tear the sentence apart, and a list of headings would hold the notes called in them. So it follows the paragraph,
heading, caption or quotation that calls it, or the table, whose cells are compared with one another; in a list item it
follows the item's own words, before a list within it. A reader hears it next, and may leave it out.
"""

from __future__ import annotations

from report.typeset.corrections.structure.nodes import INLINE, Area, Content, Node

# Where a note may stand between blocks.
_HOLDERS = frozenset({"Document", "Part", "Art", "Sect", "Div", "LBody"})


def settle_notes(node: Node) -> list[Node]:
    """Move the notes below an element to their places, and return those that have to stand after it."""
    holds = node.tag in _HOLDERS
    kids: list[Node | Content | Area] = []
    waiting: list[Node] = []
    for kid in node.kids:
        if not isinstance(kid, Node):
            kids.append(kid)
            continue
        if kid.tag == "Note":
            waiting.append(kid)
            continue
        called = settle_notes(kid)
        is_block = kid.tag not in INLINE
        if holds and is_block:
            kids += waiting
            waiting = []
        kids.append(kid)
        waiting += called
        if holds and is_block:
            kids += waiting
            waiting = []
    node.kids = [*kids, *waiting] if holds else kids
    return [] if holds else waiting

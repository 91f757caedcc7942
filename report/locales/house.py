"""A house's own packs: what is wrong in them, each mistake at its place, and what of them is sound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from report.findings import Checked, Finding, Mark, nearest
from report.locales.checking import Way, problems_in
from report.locales.files import Written, whole
from report.locales.reading import Tree
from report.locales.sense import problems_of, problems_of_rules
from report.locales.shape import SHAPE
from report.model.manuscript import MappingNode, Node, ScalarNode, SequenceNode

CODE = "LOC-020"
SOURCE = "en-GB"


def sound_packs(loaded: Mapping[str, Node | None], ours: Mapping[str, Written]) -> Checked[Mapping[str, Written]]:
    """Return the packs of a house as far as they are sound.

    Of one with a mistake in it, or that could not be read, nothing is kept but what it inherits, so that the line goes
    on.
    """
    findings: list[Finding] = []
    nodes = {tag: node for tag, node in loaded.items() if node}
    heirs = {tag: one.inherits for tag, one in ours.items()}
    heirs |= {tag: parent for tag, node in nodes.items() if (parent := _named_parent(node))}
    house = {tag: Written("" if tag in ours else SOURCE, {}) for tag in loaded if tag not in nodes}
    for tag, node in nodes.items():
        tree = plain(node)
        astray = [*_parent_slips(tag, node, heirs, {*loaded, *ours})]
        slips = [*astray, *_slips(tree, node)]
        findings += slips
        parent = "" if astray else _named_parent(node)
        if slips and not parent and tag not in ours:
            parent = SOURCE
        own = {} if slips else {name: value for name, value in tree.items() if name != "inherits"}
        house[tag] = Written(parent, own)
    for tag, node in nodes.items():
        tree = whole(tag, ours, house)[1]
        amiss = tuple(problems_of(tree)) or tuple(problems_of_rules(tree))
        findings += [Finding(CODE, mark_at(node, one.way), one.message, one.hint) for one in amiss]
        if amiss:
            house[tag] = Written("" if tag in ours else SOURCE, {})
    return Checked(house, tuple(findings))


def plain(node: Node) -> Any:
    """Return a tree as plain values."""
    match node:
        case MappingNode():
            return {entry.key.text: plain(entry.value) for entry in node.entries}
        case SequenceNode():
            return [plain(item) for item in node.items]
        case ScalarNode(kind="number"):
            number = float(node.text)
            return int(number) if number.is_integer() else number
        case ScalarNode(kind="flag"):
            return node.text == "true"
        case ScalarNode(kind="nothing"):
            return None
        case ScalarNode():
            return node.text


def mark_at(node: Node, way: Way, *, of_key: bool = False) -> Mark:
    """Return the place of the value at the end of a way, or of its key; of what is not there, that of what holds it."""
    mark = node.mark
    for number, step in enumerate(way, 1):
        if isinstance(node, MappingNode):
            entry = next((one for one in node.entries if one.key.text == step), None)
            if entry is None:
                break
            node, mark = entry.value, entry.key.mark if of_key and number == len(way) else entry.value.mark
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            mark = node.mark
        else:
            break
    return mark


def _named_parent(node: Node) -> str:
    """Return the tag that a pack of the house says it inherits, if it says so in a word."""
    named = node.get("inherits") if isinstance(node, MappingNode) else None
    return named.text if isinstance(named, ScalarNode) and named.kind == "text" else ""


def _parent_slips(tag: str, node: Node, heirs: Mapping[str, str], known: set[str]) -> Iterator[Finding]:
    """Notice a pack that inherits what there is not, or itself, be it by way of others."""
    if not isinstance(node, MappingNode) or node.get("inherits") is None:
        return
    mark, parent = mark_at(node, ("inherits",)), _named_parent(node)
    if parent not in known:
        hint = nearest(parent, known) or f"there are {', '.join(sorted(known))}"
        yield Finding(CODE, mark, f"there is no pack “{parent or '…'}” to inherit", hint)
        return
    line = [tag]
    while parent and parent not in line:
        line.append(parent)
        parent = heirs.get(parent, "")
    if parent != tag:
        return
    if len(line) == 1:
        hint = "leave it out: a pack is laid over the one of its tag that comes with the program"
        yield Finding(CODE, mark, f"the pack “{tag}” inherits itself", hint)
    else:
        circle = " and ".join(f"“{one}”" for one in line)
        yield Finding(CODE, mark, f"the packs {circle} inherit each other", "take “inherits” out of one of them")


def _slips(tree: Any, node: Node) -> Sequence[Finding]:
    """What is wrong in the file itself, whatever it is laid over."""
    own: Tree | Any = tree
    if isinstance(tree, dict):
        own = {name: value for name, value in tree.items() if name != "inherits"}
    problems = problems_in(own, SHAPE, partly=True)
    return [Finding(CODE, mark_at(node, one.way, of_key=one.is_of_key), one.message, one.hint) for one in problems]

"""A citation style from its files: every key, joint and element in it is known, and every form is whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, get_args

from report.findings import Checked, Finding, Mark, nearest
from report.model.manuscript import Entry, MappingNode, Node, ScalarNode, SequenceNode
from report.model.style import (
    ELEMENTS,
    JOINTS,
    KINDS,
    Element,
    Form,
    Group,
    Joint,
    NameManner,
    NameOrder,
    Style,
    Template,
    TitleLook,
)
from report.validate.scalars import what_stands

_KEYS = ("title", "rules", "extends", "ibid", "notes", "bibliography", "parts", "forms")
_FORM_KEYS = ("names", "subtitle", "volume-and-page", "titles", "works")
_WORKS = ("default", *KINDS)
_DEPTH_LIMIT = 12
_SIZE_LIMIT = 500
_MOST_PARTS = 200
_MOST_NAMES = 1000
_MOST_HINTS = 50  # a nearest name is looked for as often at most: each search takes its time
_TELLING = ("names", "title", "short-title", "container", "publisher", "year", "date")
_NOTHING = Group("together", ())
_NO_FORM = Form(NameManner("surname", 1, 1), "colon", "comma", {"default": "plain"}, {"default": _NOTHING})

# Which mappings of an extending style are put over those of the extended one; all others take their place whole.
_MERGED: Mapping[str, Any] = {
    "notes": {},
    "parts": {},
    "forms": {"*": {"names": {}, "titles": {}, "works": {}}},
}


def read_style(name: str, nodes: Sequence[Node]) -> Checked[Style | None]:
    """Return a citation style, read from its file and those it extends, the most particular first.

    What a style does not say is taken from the one it extends, key by key. One with mistakes is no style; while one of
    them is no style at all, what the others lack is not said.
    """
    reader = _Reader()
    written: MappingNode | None = None
    is_whole = True
    for node in reversed(nodes):
        if not isinstance(node, MappingNode) or not node.entries:
            reader.no_mapping(node, "a citation style")
            is_whole = False
            continue
        reader.known_keys(node, _KEYS, "a citation style")
        written = _over(written, node, _MERGED) if written else node
    style = reader.style(name, written) if written and is_whole else None
    return Checked(None if reader.findings else style, tuple(reader.findings))


def _over(below: MappingNode, above: MappingNode, merged: Mapping[str, Any]) -> MappingNode:
    entries = {entry.key.text: entry for entry in below.entries}
    for entry in above.entries:
        key, value = entry.key.text, entry.value
        inner, old = merged.get(key, merged.get("*")), entries.get(key)
        if inner is not None and old and isinstance(value, MappingNode) and isinstance(old.value, MappingNode):
            value = _over(old.value, value, inner)
        entries[key] = Entry(entry.key, value)
    return MappingNode(tuple(entries.values()), above.mark)


class _Measured(NamedTuple):
    """A template, and what stands in it with its parts: groups inside each other, groups and elements in all.

    ``tells_work`` says that it has an element from which a reader knows which work is meant.
    """

    template: Template
    depth: int
    size: int
    tells_work: bool


class _Reader:
    """Reads the merged tree of a style; for what is unsound something neutral stands, and the finding says what.

    What is not a mapping, or an empty one, is said where it is read; an empty mapping then stands for it, and of what
    this one lacks nothing more is said.
    """

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def note(self, mark: Mark, message: str, hint: str = "") -> None:
        self.findings.append(Finding("CIT-013", mark, message, hint))

    def known_keys(self, node: MappingNode, known: Iterable[str], what: str) -> None:
        for entry in node.entries:
            if entry.key.text not in known:
                hint = self._nearest(entry.key.text, known) or f"known here: {', '.join(known)}"
                self.note(entry.key.mark, f"“{entry.key.text}” is no key of {what}", hint)

    def no_mapping(self, node: Node, what: str) -> None:
        stands = "an empty one" if isinstance(node, MappingNode) else what_stands(node)
        hint = "docs/citation-styles.md tells what a style needs"
        self.note(node.mark, f"{what} is a mapping of keys, here stands {stands}", hint)

    def style(self, name: str, node: MappingNode) -> Style:
        parts = self._parts(self._mapping(node, "parts")) if node.get("parts") else {}
        forms = {one.key.text: self._form(one.value, parts) for one in self._mapping(node, "forms").entries}
        notes = self._mapping(node, "notes")
        self.known_keys(notes, ("first", "later"), "notes")
        return Style(
            name=name,
            first=self._named_form(notes, "first", forms),
            later=self._named_form(notes, "later", forms),
            listed=self._named_form(node, "bibliography", forms),
            ibid_leans=self._choice(node, "ibid", ("emphasis", "plain")) == "emphasis",
        )

    def _parts(self, node: MappingNode) -> Mapping[str, _Measured | None]:
        """Read the parts in their order: each may use those before it. An unsound one is nothing."""
        if len(node.entries) > _MOST_PARTS:
            surplus = node.entries[_MOST_PARTS].key.mark
            self.note(surplus, f"a style has more than {_MOST_PARTS} parts", "take out those that no form uses")
            return dict.fromkeys(entry.key.text for entry in node.entries)
        parts: dict[str, _Measured | None] = {}
        for entry in node.entries:
            if entry.key.text in ELEMENTS:
                message = f"“{entry.key.text}” is the name of an element"
                self.note(entry.key.mark, message, "choose another name for the part")
            parts[entry.key.text] = self._template(entry.value, parts)
        return parts

    def _named_form(self, node: MappingNode, key: str, forms: Mapping[str, Form]) -> Form:
        # Without forms, which was said, none can be named.
        name = self._choice(node, key, tuple(forms)) if forms else ""
        return forms.get(name, _NO_FORM)

    def _form(self, node: Node, parts: Mapping[str, _Measured | None]) -> Form:
        if not isinstance(node, MappingNode) or not node.entries:
            self.no_mapping(node, "a form")
            node = MappingNode((), node.mark)
        self.known_keys(node, _FORM_KEYS, "a form")
        titles, works = self._mapping(node, "titles"), self._mapping(node, "works")
        for mapping, what in ((titles, "titles"), (works, "works")):
            self.known_keys(mapping, _WORKS, what)
            if mapping.entries and mapping.get("default") is None:
                self.note(mapping.mark, f"“default” is missing among {what}", "it serves all kinds that are not named")
        return Form(
            names=self._names(self._mapping(node, "names")),
            subtitle=self._choice(node, "subtitle", ("colon", "stop")),
            volume_and_page=self._choice(node, "volume-and-page", ("comma", "colon"), default="comma"),
            titles={one.key.text: self._choice(titles, one.key.text, get_args(TitleLook)) for one in titles.entries},
            templates={one.key.text: self._work(one.value, parts) for one in works.entries},
        )

    def _names(self, node: MappingNode) -> NameManner:
        self.known_keys(node, ("order", "most", "shown"), "names")
        order = self._choice(node, "order", get_args(NameOrder))
        most, shown = self._count(node, "most"), self._count(node, "shown")
        if most and shown and shown > most:
            message = f"{shown} names are shown of more than {most}: “shown” is larger than “most”"
            self.note((node.get("shown") or node).mark, message, f"write a number from 1 to {most}")
        return NameManner(order, most or 1, shown or 1)

    def _work(self, node: Node, parts: Mapping[str, _Measured | None]) -> Template:
        """Read what is printed of a kind of work: readers must know which one is meant."""
        read = self._template(node, parts)
        if read and not read.tells_work:
            message = "nothing that is printed here tells which work is meant"
            self.note(node.mark, message, f"take in one of {', '.join(_TELLING)}")
        return read.template if read else _NOTHING

    def _template(self, node: Node, parts: Mapping[str, _Measured | None]) -> _Measured | None:
        """Read an element or a group; one in which something is unsound is nothing, so its mistake is said once."""
        if isinstance(node, ScalarNode):
            return self._element(node, parts)
        if not isinstance(node, MappingNode) or len(node.entries) != 1:
            message = f"here stands {what_stands(node)} instead of an element or one group"
            self.note(node.mark, message, "a group is written {commas: [names, title]}")
            return None
        key, inner = node.entries[0].key, node.entries[0].value
        joint = next((joint for joint in JOINTS if joint == key.text), None)
        if joint is None:
            hint = self._nearest(key.text, JOINTS) or f"there are {', '.join(JOINTS)}"
            self.note(key.mark, f"“{key.text}” joins nothing", hint)
        if not isinstance(inner, SequenceNode):
            self.note(inner.mark, f"a group is a list, here stands {what_stands(inner)}", "put it in brackets")
            return None
        members = [self._template(one, parts) for one in inner.items]
        sound = [one for one in members if one]
        return self._group(node.mark, joint, sound) if joint and len(sound) == len(members) else None

    def _group(self, mark: Mark, joint: Joint, members: Sequence[_Measured]) -> _Measured | None:
        depth = 1 + max((one.depth for one in members), default=0)
        size = 1 + sum(one.size for one in members)
        if depth > _DEPTH_LIMIT:
            hint = f"at most {_DEPTH_LIMIT} stand inside each other, those of parts counted"
            self.note(mark, "groups stand too deep inside each other", hint)
        elif size > _SIZE_LIMIT:
            hint = f"at most {_SIZE_LIMIT} elements and groups stand in one, those of parts counted"
            self.note(mark, "the group is too large", hint)
        else:
            group = Group(joint, tuple(one.template for one in members))
            return _Measured(group, depth, size, any(one.tells_work for one in members))
        return None

    def _element(self, node: ScalarNode, parts: Mapping[str, _Measured | None]) -> _Measured | None:
        if node.text in parts:
            return parts[node.text]
        if node.text in ELEMENTS:
            return _Measured(Element(node.text), 0, 1, node.text in _TELLING)
        hint = "docs/citation-styles.md lists the elements; a part may use the parts before it"
        hint = self._nearest(node.text, (*ELEMENTS, *parts)) or hint
        self.note(node.mark, f"“{node.text}” is no element of a citation and no part of the style", hint)
        return None

    def _mapping(self, node: MappingNode, key: str) -> MappingNode:
        value = node.get(key)
        if isinstance(value, MappingNode) and value.entries:
            return value
        if value is not None:
            self.no_mapping(value, f"“{key}”")
        elif node.entries:
            self.note(node.mark, f"“{key}” is missing", "docs/citation-styles.md tells what a style needs")
        return MappingNode((), value.mark if value else node.mark)

    def _choice(self, node: MappingNode, key: str, choices: Sequence[str], *, default: str = "") -> Any:
        value = node.get(key)
        if isinstance(value, ScalarNode) and value.text in choices:
            return value.text
        if value is None and node.entries and not default:
            self.note(node.mark, f"“{key}” is missing", f"it is one of {', '.join(choices)}")
        elif value is not None:
            written = value.text if isinstance(value, ScalarNode) else what_stands(value)
            hint = self._nearest(written, choices) or f"there are {', '.join(choices)}"
            self.note(value.mark, f"“{written}” is nothing that “{key}” can be", hint)
        return default or choices[0]

    def _count(self, node: MappingNode, key: str) -> int | None:
        value = node.get(key)
        if isinstance(value, ScalarNode) and value.text.isdecimal() and len(value.text) <= len(str(_MOST_NAMES)):
            count = int(value.text)
            if 0 < count <= _MOST_NAMES:
                return count
        if value is not None or node.entries:
            hint = f"write a number from 1 to {_MOST_NAMES}"
            self.note(value.mark if value else node.mark, f"“{key}” is no number of names", hint)
        return None

    def _nearest(self, word: str, known: Iterable[str]) -> str:
        return nearest(word, known) if len(self.findings) < _MOST_HINTS else ""

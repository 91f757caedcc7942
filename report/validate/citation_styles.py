"""A citation style from its files: every key, joint and element in it is known, and every form is whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

from report.findings import Checked, Finding, Mark, nearest
from report.model.manuscript import Entry, MappingNode, Node, ScalarNode, SequenceNode
from report.model.style import (
    ELEMENTS,
    JOINTS,
    KINDS,
    Element,
    Form,
    Group,
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
_MOST_NAMES = 1000
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

    What a style does not say is taken from the one it extends, key by key. One with mistakes is no style.
    """
    reader = _Reader()
    written: MappingNode | None = None
    for node in reversed(nodes):
        if not isinstance(node, MappingNode):
            reader.note(node.mark, f"a citation style is a mapping of keys, here stands {what_stands(node)}")
            continue
        reader.known_keys(node, _KEYS, "a citation style")
        written = _over(written, node, _MERGED) if written else node
    style = reader.style(name, written) if written else None
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


class _Reader:
    """Reads the merged tree of a style; for what is unsound something neutral stands, and the finding says what."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def note(self, mark: Mark, message: str, hint: str = "") -> None:
        self.findings.append(Finding("CIT-013", mark, message, hint))

    def known_keys(self, node: MappingNode, known: Iterable[str], what: str) -> None:
        for entry in node.entries:
            if entry.key.text not in known:
                hint = nearest(entry.key.text, known) or f"known here: {', '.join(known)}"
                self.note(entry.key.mark, f"“{entry.key.text}” is no key of {what}", hint)

    def style(self, name: str, node: MappingNode) -> Style:
        parts: dict[str, Template] = {}
        for entry in self._mapping(node, "parts").entries if node.get("parts") else ():
            if entry.key.text in ELEMENTS:
                message = f"“{entry.key.text}” is the name of an element"
                self.note(entry.key.mark, message, "choose another name for the part")
            parts[entry.key.text] = self._template(entry.value, parts)  # a part may use those before it
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

    def _named_form(self, node: MappingNode, key: str, forms: Mapping[str, Form]) -> Form:
        name = self._choice(node, key, tuple(forms))
        return forms.get(name, _NO_FORM)

    def _form(self, node: Node, parts: Mapping[str, Template]) -> Form:
        if not isinstance(node, MappingNode):
            self.note(node.mark, f"a form is a mapping of keys, here stands {what_stands(node)}")
            node = MappingNode((), node.mark)
        self.known_keys(node, _FORM_KEYS, "a form")
        names = self._mapping(node, "names")
        self.known_keys(names, ("order", "most", "shown"), "names")
        titles, works = self._mapping(node, "titles"), self._mapping(node, "works")
        for mapping, what in ((titles, "titles"), (works, "works")):
            self.known_keys(mapping, _WORKS, what)
            if mapping.get("default") is None:
                self.note(mapping.mark, f"“default” is missing among {what}", "it serves all kinds that are not named")
        return Form(
            names=NameManner(
                order=self._choice(names, "order", get_args(NameOrder)),
                most=self._count(names, "most"),
                shown=self._count(names, "shown"),
            ),
            subtitle=self._choice(node, "subtitle", ("colon", "stop")),
            volume_and_page=self._choice(node, "volume-and-page", ("comma", "colon"), default="comma"),
            titles={one.key.text: self._choice(titles, one.key.text, get_args(TitleLook)) for one in titles.entries},
            templates={one.key.text: self._template(one.value, parts) for one in works.entries},
        )

    def _template(self, node: Node, parts: Mapping[str, Template], depth: int = 0) -> Template:
        if isinstance(node, ScalarNode):
            return self._element(node, parts)
        if not isinstance(node, MappingNode) or len(node.entries) != 1:
            message = f"here stands {what_stands(node)} instead of an element or one group"
            self.note(node.mark, message, "a group is written {commas: [names, title]}")
            return _NOTHING
        key, inner = node.entries[0].key, node.entries[0].value
        if key.text not in JOINTS:
            hint = nearest(key.text, JOINTS) or f"there are {', '.join(JOINTS)}"
            self.note(key.mark, f"“{key.text}” joins nothing", hint)
        if depth == _DEPTH_LIMIT:
            self.note(node.mark, "groups stand too deep inside each other", "make a part of the inner ones")
        elif not isinstance(inner, SequenceNode):
            self.note(inner.mark, f"a group is a list, here stands {what_stands(inner)}", "put it in brackets")
        else:
            members = tuple(self._template(one, parts, depth + 1) for one in inner.items)
            return Group(next((joint for joint in JOINTS if joint == key.text), "together"), members)
        return _NOTHING

    def _element(self, node: ScalarNode, parts: Mapping[str, Template]) -> Template:
        if node.text in parts:
            return parts[node.text]
        if node.text not in ELEMENTS:
            hint = nearest(node.text, (*ELEMENTS, *parts)) or "docs/citation-styles.md lists the elements"
            self.note(node.mark, f"“{node.text}” is no element of a citation and no part of the style", hint)
        return Element(node.text)

    def _mapping(self, node: MappingNode, key: str) -> MappingNode:
        value = node.get(key)
        if isinstance(value, MappingNode):
            return value
        if value is None and node.entries:
            self.note(node.mark, f"“{key}” is missing", "docs/citation-styles.md tells what a style needs")
        elif value is not None:
            self.note(value.mark, f"“{key}” is a mapping of keys, here stands {what_stands(value)}")
        return MappingNode((), value.mark if value else node.mark)

    def _choice(self, node: MappingNode, key: str, choices: Sequence[str], *, default: str = "") -> Any:
        """Return one of the choices; an empty mapping was said to be missing, so what it lacks is not."""
        value = node.get(key)
        if isinstance(value, ScalarNode) and value.text in choices:
            return value.text
        if value is None and node.entries and not default:
            self.note(node.mark, f"“{key}” is missing", f"it is one of {', '.join(choices)}")
        elif value is not None:
            written = value.text if isinstance(value, ScalarNode) else what_stands(value)
            hint = nearest(written, choices) or f"there are {', '.join(choices)}"
            self.note(value.mark, f"“{written}” is nothing that “{key}” can be", hint)
        return default or next(iter(choices), "")

    def _count(self, node: MappingNode, key: str) -> int:
        value = node.get(key)
        if isinstance(value, ScalarNode) and value.text.isdecimal() and 0 < int(value.text) <= _MOST_NAMES:
            return int(value.text)
        if value is not None or node.entries:
            self.note(value.mark if value else node.mark, f"“{key}” is no number of names", "write 1 or more")
        return 1

"""The structure tree (ISO 32000-1, 14.7): elements, what they hold, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from report.preflight.file.trees import names_in, numbers_in
from report.preflight.file.words import dictionary_of, items_of, name_of, rectangle_of, text_of

_DEEPEST = 100
_MOST = 200_000  # elements and contents: more only in a file that leads in circles


@dataclass(frozen=True, slots=True)
class Held:
    """A piece of marked content that an element holds: page from 1 (0 for none) and MCID."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Referred:
    """An object that an element refers to (OBJR), by its object number: an annotation, mostly."""

    page: int
    key: str


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element.

    ``role`` is its type after the role map, ``written`` the type as written. ``key`` is its object number, ``id`` its
    ID, ``attributes`` those of all owners by name (values as Python values, arrays as tuples). ``said`` is ActualText,
    ``described`` Alt, ``expanded`` E; None where the key is not there. ``kids`` are elements, held content and referred
    objects in reading order.
    """

    role: str
    written: str
    key: str
    id: str = ""
    title: str = ""
    language: str | None = None
    described: str | None = None
    said: str | None = None
    expanded: str | None = None
    attributes: Mapping[str, Any] = field(default_factory=dict)
    kids: tuple[Element | Held | Referred, ...] = ()

    @property
    def elements(self) -> tuple[Element, ...]:
        """The elements among its kids."""
        return tuple(one for one in self.kids if isinstance(one, Element))

    def within(self) -> Iterator[Element]:
        """Yield it and all elements below it in reading order."""
        yield self
        for one in self.elements:
            yield from one.within()

    def content(self) -> Iterator[Held]:
        """Yield the marked content that it and the elements below it hold, in reading order."""
        for one in self.kids:
            if isinstance(one, Element):
                yield from one.content()
            elif isinstance(one, Held):
                yield one


@dataclass(frozen=True, slots=True)
class Tree:
    """The structure tree of a file: its uppermost elements, the role map, the parent tree, and what is wrong with it.

    ``parents`` holds for each key of the parent tree the object numbers of elements that it names: one for each MCID of
    a page, or a single one for an annotation. ``ids`` are the keys of the IDTree with the object numbers they name.
    """

    roots: tuple[Element, ...]
    roles: Mapping[str, str]
    parents: Mapping[int, tuple[str, ...]]
    ids: Mapping[str, str] | None
    faults: tuple[str, ...]

    def elements(self) -> Iterator[Element]:
        """Yield all elements in reading order."""
        for root in self.roots:
            yield from root.within()


def read_tree(catalog: Any, pages: Mapping[str, int]) -> Tree | None:
    """Read the structure tree of a catalog; ``pages`` gives the number of a page by its object number."""
    root = catalog.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return None
    roles = {key[1:]: name_of(value) for key, value in dictionary_of(root.get("/RoleMap")).items()}
    classes = dictionary_of(root.get("/ClassMap"))
    reader = _Reader(pages, roles, classes)
    kids = tuple(kid for kid in reader.kids(root, 0, 0) if isinstance(kid, Element))
    parents = {number: _keys(value) for number, value in numbers_in(root.get("/ParentTree"))}
    named = root.get("/IDTree")
    ids = None if named is None else {text: key_of(value) for text, value in names_in(named)}
    return Tree(kids, roles, parents, ids, tuple(reader.faults))


def key_of(value: Any) -> str:
    """Return the number of an indirect object, as “12 0”; empty for a direct one."""
    number, generation = value.objgen if isinstance(value, pikepdf.Object) else (0, 0)
    return f"{number} {generation}" if number else ""


class _Reader:
    """Walks down the tree, once through every element."""

    def __init__(self, pages: Mapping[str, int], roles: Mapping[str, str], classes: Any) -> None:
        self.pages, self.roles, self.classes = pages, roles, classes
        self.faults: dict[str, None] = {}
        self.seen: set[str] = set()
        self.count = 0

    def kids(self, holder: Any, page: int, depth: int) -> Iterator[Element | Held | Referred]:
        for kid in items_of(holder.get("/K")):
            self.count += 1
            if self.count > _MOST or depth > _DEEPEST:
                self.faults.setdefault("the structure tree is too large or too deep, and was not read to its end")
                return
            if isinstance(kid, int):
                yield Held(page, kid)
            elif isinstance(kid, pikepdf.Dictionary):
                yield from self.kid(kid, page, depth)
            else:
                self.faults.setdefault("an element of the structure tree holds what is no content")

    def kid(self, kid: Any, page: int, depth: int) -> Iterator[Element | Held | Referred]:
        own = self.pages.get(key_of(kid["/Pg"]), 0) if "/Pg" in kid else page
        kind = kid.get("/Type")
        if kind == pikepdf.Name.MCR:
            mcid = kid.get("/MCID")
            yield Held(own, mcid if isinstance(mcid, int) else -1)
        elif kind == pikepdf.Name.OBJR:
            yield Referred(own, key_of(kid.get("/Obj")))
        else:
            key = key_of(kid)
            if key and key in self.seen:
                self.faults.setdefault("an element stands in the structure tree twice")
                return
            self.seen.add(key)
            yield self.element(kid, key, own, depth)

    def element(self, kid: Any, key: str, page: int, depth: int) -> Element:
        written = name_of(kid.get("/S"))
        return Element(
            role=self.role(written),
            written=written,
            key=key,
            id=text_of(kid.get("/ID")) or "",
            title=text_of(kid.get("/T")) or "",
            language=text_of(kid.get("/Lang")),
            described=text_of(kid.get("/Alt")),
            said=text_of(kid.get("/ActualText")),
            expanded=text_of(kid.get("/E")),
            attributes=self.attributes(kid),
            kids=tuple(self.kids(kid, page, depth + 1)),
        )

    def role(self, written: str) -> str:
        """Return the type that a type is mapped to, along the role map as far as it leads."""
        for _ in range(len(self.roles)):
            if written not in self.roles or self.roles[written] == written:
                break
            written = self.roles[written]
        return written

    def attributes(self, kid: Any) -> dict[str, Any]:
        found: dict[str, Any] = {}
        listed = [self.classes.get(str(one)) for one in items_of(kid.get("/C")) if isinstance(one, pikepdf.Name)]
        for given in (*listed, kid.get("/A")):
            for one in items_of(given):
                if isinstance(one, pikepdf.Dictionary):
                    found.update((key[1:], _plain(value)) for key, value in one.items())
        return found


def _plain(value: Any) -> Any:
    if isinstance(value, pikepdf.Array):
        box = rectangle_of(value)
        return box if box is not None else tuple(_plain(one) for one in value)
    if isinstance(value, pikepdf.Name):
        return name_of(value)
    if isinstance(value, pikepdf.String):
        return text_of(value)
    return value if isinstance(value, (int, bool)) else float(value) if not isinstance(value, pikepdf.Object) else ""


def _keys(value: Any) -> tuple[str, ...]:
    return tuple(key_of(one) for one in value) if isinstance(value, pikepdf.Array) else (key_of(value),)

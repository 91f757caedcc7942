"""Read a web page back with the standard library's parser: its words, notes, ids, links, and faults of its markup.

What lies inside an element with ``data-matter`` is not body: running matter and navigation are left out, notes are read
one by one. The stack of open elements is kept strictly: every tag is closed, where it should be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from report.preflight.words import fold

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
# Elements within a word or sentence; every other one ends the word before it.
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "rp"}
    | {"rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
)
_SILENT = frozenset({"script", "style", "template", "title", "svg", "head", "math"})
_FETCHING = frozenset({"src", "srcset", "poster", "data", "background", "xlink:href"})
# Links that name another place without fetching it.
_NAMING = frozenset(
    {"canonical", "license", "author", "alternate", "next", "prev", "help", "search", "me", "latest-version"}
)
_IN_SHEET = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")


@dataclass(frozen=True, slots=True)
class WebNote:
    """A note of the page: its id and its words."""

    id: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WebLink:
    """A link within the page: its line, the id it leads to, whether it is body, and the ids of where it stands.

    ``at`` are its own id and that of the element around it, ``within`` those of all elements around it.
    """

    line: int
    target: str
    is_body: bool
    at: frozenset[str]
    within: frozenset[str]


@dataclass(frozen=True, slots=True)
class WayOut:
    """A link to a file or page of the same release: its line, its address, and the id it leads to there (or none).

    ``is_alternate`` tells machines of another edition, and is no link that readers follow.
    """

    line: int
    address: str
    target: str
    is_alternate: bool


@dataclass(frozen=True, slots=True)
class WebPage:
    """What is read back from a web page; lines count from 1.

    ``links`` are those within the page, ``ways_out`` those to what stands beside it; ``resources`` are the addresses
    that a browser would fetch.
    """

    body: tuple[str, ...]
    notes: tuple[WebNote, ...]
    links: tuple[WebLink, ...]
    ways_out: tuple[WayOut, ...]
    ids: tuple[str, ...]
    resources: tuple[tuple[int, str], ...]
    faults: tuple[tuple[int, str], ...]


def read_webpage(html: str) -> WebPage:
    """Read a page in one pass."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page()


@dataclass(frozen=True, slots=True)
class _Open:
    """An open element: its name, its line, the kind of matter it is part of, and its id."""

    name: str
    line: int
    matter: str
    id: str


class _Reader(HTMLParser):
    """Follows the tags of a page and sorts its text by the kind of matter it stands in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._stack: list[_Open] = []
        self._body: list[str] = []
        self._notes: list[tuple[str, list[str]]] = []
        self._links: list[WebLink] = []
        self._ways_out: list[WayOut] = []
        self._ids: list[str] = []
        self._resources: list[tuple[int, str]] = []
        self._faults: list[tuple[int, str]] = []

    def page(self) -> WebPage:
        """Return what was read; elements still open are faults."""
        faults = [*self._faults, *((one.line, f"<{one.name}> is not closed") for one in self._stack)]
        return WebPage(
            tuple(fold("".join(self._body)).split()),
            tuple(WebNote(id_, tuple(fold("".join(text)).split())) for id_, text in self._notes),
            tuple(self._links),
            tuple(self._ways_out),
            tuple(self._ids),
            tuple(self._resources),
            tuple(faults),
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, unless it is one that has no end."""
        self._look_at(tag, attrs)
        if tag not in _VOID:
            self._stack.append(_Open(tag, self.getpos()[0], self._matter(tag, attrs), dict(attrs).get("id") or ""))
        self._part(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element that closes itself: a void one, or one of a drawing."""
        self._look_at(tag, attrs)
        if tag not in _VOID and not any(one.name == "svg" for one in self._stack):
            self._fault(f"<{tag}/> does not close itself in HTML")
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element, which must be this one."""
        if self._stack and self._stack[-1].name == tag:
            self._part(tag)
            self._stack.pop()
        elif any(one.name == tag for one in self._stack):
            while self._stack[-1].name != tag:
                self._fault(f"<{self._stack[-1].name}> of line {self._stack[-1].line} is not closed before </{tag}>")
                self._stack.pop()
            self._stack.pop()
        else:
            self._fault(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        """Put text where it belongs."""
        if self._stack and self._stack[-1].name == "style":
            self._look_at_sheet(data)
        self._write(data)

    def unknown_decl(self, data: str) -> None:
        """Report a declaration that HTML does not have."""
        self._fault(f"<![{data}]> is not HTML")

    def _matter(self, tag: str, attrs: list[tuple[str, str | None]]) -> str:
        """Return the kind of matter inside an element: its own, or that of the element around it."""
        around = self._stack[-1].matter if self._stack else "silent"
        values = dict(attrs)
        id_ = values.get("id") or ""
        if tag in _SILENT:
            return "silent"
        if tag == "body":
            return "body"
        if around == "notes" and tag == "li" and id_.startswith("note-"):
            self._notes.append((id_, []))
            return "note"
        return values.get("data-matter") or around

    def _part(self, tag: str) -> None:
        """End the word at the edge of an element that is not within a line."""
        if tag not in _INLINE:
            self._write("\n")

    def _write(self, text: str) -> None:
        matter = self._stack[-1].matter if self._stack else "silent"
        if matter == "body":
            self._body.append(text)
        elif matter == "note":
            self._notes[-1][1].append(text)

    def _look_at(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the ids, links, pictures and outside resources of a tag."""
        values = {name: value or "" for name, value in attrs}
        if len(values) < len(attrs):
            self._fault(f"<{tag}> has an attribute twice")
        if "id" in values:
            self._ids.append(values["id"])
        if tag == "img" and "alt" not in values:
            self._fault("<img> has no alternative text")
        href = values.get("href", "")
        if tag in ("a", "area"):
            self._look_at_link(href, values.get("id", ""))
        elif tag == "link" and "alternate" in values.get("rel", "").split():
            self._look_at_way_out(href, is_alternate=True)
        elif tag == "link" and not set(values.get("rel", "").split()) & _NAMING:
            self._fetch(href)
        for name in _FETCHING & values.keys():
            self._fetch(values[name])
        self._look_at_sheet(values.get("style", ""))

    def _look_at_link(self, href: str, id_: str) -> None:
        if href.startswith("#"):
            is_body = bool(self._stack) and self._stack[-1].matter == "body"
            around = [one.id for one in self._stack if one.id]
            at = frozenset({id_, *(one.id for one in self._stack[-1:])}) - {""}
            self._links.append(WebLink(self.getpos()[0], href[1:], is_body, at, frozenset(around)))
        else:
            self._look_at_way_out(href, is_alternate=False)

    def _look_at_way_out(self, href: str, *, is_alternate: bool) -> None:
        parts = urlsplit(href)
        if parts.path and not parts.scheme and not parts.netloc:
            self._ways_out.append(WayOut(self.getpos()[0], unquote(parts.path), parts.fragment, is_alternate))

    def _look_at_sheet(self, text: str) -> None:
        for match in _IN_SHEET.finditer(text):
            self._fetch(match[1] or match[2])

    def _fetch(self, address: str) -> None:
        if address.strip() and not address.strip().startswith(("data:", "#")):
            self._resources.append((self.getpos()[0], address.strip()))

    def _fault(self, words: str) -> None:
        self._faults.append((self.getpos()[0], words))

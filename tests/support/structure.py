"""The structure tree of a PDF, read with pikepdf alone: its elements, and the words that hang on them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf

_HEX = re.compile(rb"<([0-9A-Fa-f]+)>")
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Words:
    """A sequence of marked content: the number of its page from 1, its MCID, and what it says."""

    page: int
    mcid: int
    text: str


@dataclass(frozen=True, slots=True)
class Way:
    """A link annotation: the number of its page from 1, where it leads, how it is described, and its flags."""

    page: int
    target: str
    contents: str
    flags: int


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element; ``language`` is the one of its words, its own or one from above."""

    tag: str
    language: str
    id: str
    alternative: str
    attributes: Mapping[str, Any]
    kids: tuple[Element | Words | Way, ...]

    @property
    def elements(self) -> tuple[Element, ...]:
        """The kids that are elements."""
        return tuple(kid for kid in self.kids if isinstance(kid, Element))

    @property
    def tags(self) -> list[str]:
        """The types of the elements among the kids."""
        return [kid.tag for kid in self.elements]

    @property
    def ways(self) -> list[Way]:
        """The link annotations that hang on the element itself."""
        return [kid for kid in self.kids if isinstance(kid, Way)]

    @property
    def words(self) -> list[Words]:
        """All words below the element, in the order of reading."""
        found: list[Words] = []
        for kid in self.kids:
            found += kid.words if isinstance(kid, Element) else [kid] if isinstance(kid, Words) else []
        return found

    @property
    def text(self) -> str:
        """What the element says, lines joined by nothing."""
        return "".join(words.text for words in self.words)

    def all(self, *tags: str) -> list[Element]:
        """The elements of these types, itself and below, in the order of reading."""
        return [element for element in self.walk() if element.tag in tags]

    def one(self, tag: str) -> Element:
        """The only element of a type."""
        (element,) = self.all(tag)
        return element

    def walk(self) -> Iterator[Element]:
        """Yield the element and all elements below it, in the order of reading."""
        yield self
        for kid in self.elements:
            yield from kid.walk()

    def outline(self) -> str:
        """The types in one line: “Sect(H2 P(Link))”."""
        inner = " ".join(kid.outline() for kid in self.elements)
        return f"{self.tag}({inner})" if inner else self.tag


@dataclass(frozen=True, slots=True)
class Artifact:
    """What is drawn on a page and is no text: its properties, and what it says."""

    page: int
    properties: Mapping[str, Any]
    text: str


@dataclass(frozen=True, slots=True)
class Tagged:
    """A tagged file: its tree, its artifacts, and the words of every page by their MCID."""

    document: Element
    artifacts: tuple[Artifact, ...]
    content: tuple[Mapping[int, str], ...]


def tagged(body: bytes) -> Tagged:
    """Read a tagged file."""
    with pikepdf.open(BytesIO(body)) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        read = [_Page(page, number) for number, page in enumerate(pdf.pages, start=1)]
        content = tuple(page.words for page in read)
        roots = pdf.Root.StructTreeRoot.K
        (root,) = roots if isinstance(roots, pikepdf.Array) else [roots]
        document = _Tree(numbers, content).element(root, str(pdf.Root.Lang), 0)
        return Tagged(document, tuple(artifact for page in read for artifact in page.artifacts), content)


class _Tree:
    def __init__(self, numbers: Mapping[Any, int], content: tuple[Mapping[int, str], ...]) -> None:
        self._numbers, self._content = numbers, content

    def element(self, made: Any, language: str, page: int) -> Element:
        language = str(made.get("/Lang", language))
        page = self._numbers[made.Pg.objgen] if "/Pg" in made else page
        owned = made.get("/A", pikepdf.Array())
        attributes: dict[str, Any] = {}
        for one in owned if isinstance(owned, pikepdf.Array) else [owned]:
            attributes |= {key[1:]: _plain(value) for key, value in one.items() if key != "/O"}
        kids = made.get("/K", pikepdf.Array())
        return Element(
            str(made.S)[1:],
            language,
            str(made.get("/ID", "")),
            str(made.get("/Alt", "")),
            attributes,
            tuple(self._kid(kid, language, page) for kid in (kids if isinstance(kids, pikepdf.Array) else [kids])),
        )

    def _kid(self, kid: Any, language: str, page: int) -> Element | Words | Way:
        if isinstance(kid, int):
            return Words(page, kid, self._content[page - 1][kid])
        page = self._numbers[kid.Pg.objgen] if "/Pg" in kid else page
        if kid.get("/Type") == "/MCR":
            return Words(page, int(kid.MCID), self._content[page - 1][int(kid.MCID)])
        if kid.get("/Type") == "/OBJR":
            link = kid.Obj
            target = str(link.Dest) if "/Dest" in link else str(link.A.URI)
            return Way(page, target, str(link.get("/Contents", "")), int(link.get("/F", 0)))
        return self.element(kid, language, page)


def _plain(value: Any) -> Any:
    if isinstance(value, pikepdf.Array):
        return [_plain(one) for one in value]
    if isinstance(value, pikepdf.Name):
        return str(value)[1:]
    return str(value) if isinstance(value, pikepdf.String) else value if isinstance(value, int) else float(value)


class _Page:
    """Reads what a page says: by MCID, and as artifacts. What an ActualText says stands for what is drawn in it."""

    def __init__(self, page: pikepdf.Page, number: int) -> None:
        self.words: defaultdict[int, str] = defaultdict(str)
        self.artifacts: list[Artifact] = []
        self._number = number
        self._fonts = {name: _to_unicode(font) for name, font in page.resources.get("/Font", {}).items()}
        self._known: dict[int, str] = {}
        self._opened: list[Mapping[str, Any]] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            self._follow(str(operator), operands)

    def _follow(self, operator: str, operands: Any) -> None:
        match operator:
            case "BMC" | "BDC":
                named = operands[1].items() if len(operands) > 1 else ()
                self._open({"Tag": str(operands[0])[1:]} | {key[1:]: _plain(value) for key, value in named})
            case "EMC":
                self._opened.pop()
            case "Tf":
                self._known = self._fonts[str(operands[0])]
            case "Tj" | "TJ" if not any("ActualText" in mark for mark in self._opened):
                strings = operands[0] if isinstance(operands[0], pikepdf.Array) else operands
                codes = b"".join(bytes(one) for one in strings if isinstance(one, pikepdf.String))
                pairs = zip(codes[::2], codes[1::2], strict=True)
                self._say("".join(self._known.get(high << 8 | low, "") for high, low in pairs))

    def _open(self, mark: Mapping[str, Any]) -> None:
        is_said = any("ActualText" in around for around in self._opened)
        self._opened.append(mark)
        if "MCID" in mark:
            self.words[mark["MCID"]] += ""
        if mark["Tag"] == "Artifact":
            self.artifacts.append(Artifact(self._number, mark, ""))
        if "ActualText" in mark and not is_said:
            self._say(mark["ActualText"])

    def _say(self, text: str) -> None:
        mcids = [mark["MCID"] for mark in self._opened if "MCID" in mark]
        if mcids:
            self.words[mcids[0]] += text
        elif any(mark["Tag"] == "Artifact" for mark in self._opened):
            last = self.artifacts.pop()
            self.artifacts.append(Artifact(last.page, last.properties, last.text + text))
        else:
            raise AssertionError(f"neither tagged nor an artifact on page {self._number}: {text!r}")


def _to_unicode(font: Any) -> dict[int, str]:
    """Return the text of every code, as the font of the file says."""
    letters: dict[int, str] = {}
    if "/ToUnicode" not in font:
        return letters
    for kind, rows in _SECTION.findall(font.ToUnicode.read_bytes()):
        found = [bytes.fromhex(one.decode()) for one in _HEX.findall(rows)]
        size = 2 if kind == b"bfchar" else 3
        for at in range(0, len(found), size):
            *codes, text = found[at : at + size]
            first, last = (int.from_bytes(code) for code in (codes[0], codes[-1]))
            for code in range(first, last + 1):
                words = text.decode("utf-16-be")
                letters[code] = words[:-1] + chr(ord(words[-1]) + code - first)
    return letters

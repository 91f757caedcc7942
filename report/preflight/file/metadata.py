"""XMP metadata (ISO 16684-1) as a plain tree of names and values, parsed without entities or anything from outside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError, TreeBuilder
from xml.parsers import expat

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_LANGUAGE = "http://www.w3.org/XML/1998/namespace}lang"
_LONGEST = 5_000_000


@dataclass(frozen=True, slots=True)
class Value:
    """A value of XMP: its text, or its items with their languages (Alt, Bag, Seq), or its fields (structures)."""

    text: str = ""
    kind: str = ""
    items: tuple[tuple[str, Value], ...] = ()
    fields: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Metadata:
    """The properties of an XMP packet by “namespace}name” (without the brace before it), and what is wrong with it."""

    properties: Mapping[str, Value]
    faults: tuple[str, ...] = ()

    def value(self, namespace: str, name: str) -> Value | None:
        """Return a property, None where the packet has it not."""
        return self.properties.get(f"{namespace}}}{name}")

    def text(self, namespace: str, name: str, language: str = "x-default") -> str:
        """Return the words of a property: the text, of alternatives those in a language, else the first item."""
        value = self.value(namespace, name)
        if value is None:
            return ""
        if not value.items:
            return value.text
        by_language = {found: item.text for found, item in value.items}
        return by_language.get(language, value.items[0][1].text)

    def texts(self, namespace: str, name: str) -> tuple[str, ...]:
        """Return the items of a property; a plain text is its only item."""
        value = self.value(namespace, name)
        if value is None:
            return ()
        return tuple(item.text for _, item in value.items) if value.items else (value.text,)


def read_metadata(packet: bytes) -> Metadata:
    """Read a packet; entities and document types are refused, and nothing is fetched."""
    if len(packet) > _LONGEST:
        return Metadata({}, ("the XMP packet is larger than any that is known to be needed",))
    try:
        root = _parse(packet)
    except (ParseError, expat.ExpatError, ValueError) as trouble:
        return Metadata({}, (f"the XMP packet is not well-formed: {trouble}",))
    properties: dict[str, Value] = {}
    faults: dict[str, None] = {}
    descriptions = [one for rdf in root.iter(f"{{{_RDF}}}RDF") for one in rdf.findall(f"{{{_RDF}}}Description")]
    for description in descriptions:
        for name, value in _fields(description).items():
            if name in properties:
                faults.setdefault(f"the XMP packet has “{name.rpartition('}')[2]}” twice")
            properties[name] = value
    return Metadata(properties, tuple(faults))


def _parse(packet: bytes) -> Element:
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")

    def refuse(*_: object) -> None:
        raise ValueError("it declares entities or a document type")

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse

    def begin(name: str, attributes: dict[str, str]) -> None:
        builder.start(_braced(name), attributes)

    def finish(name: str) -> None:
        builder.end(_braced(name))

    parser.StartElementHandler = begin
    parser.EndElementHandler = finish
    parser.CharacterDataHandler = builder.data
    parser.Parse(packet.strip(b"\x00"), True)
    return builder.close()


def _braced(name: str) -> str:
    return f"{{{name}" if "}" in name else name


def _fields(node: Element) -> dict[str, Value]:
    """Return the properties of a description, those written as attributes too."""
    found = {
        name: Value(text) for name, text in node.attrib.items() if not name.startswith((_RDF, "http://www.w3.org/XML"))
    }
    for child in node:
        found[child.tag.removeprefix("{")] = _value(child)
    return found


def _value(node: Element) -> Value:
    for kind in ("Alt", "Bag", "Seq"):
        array = node.find(f"{{{_RDF}}}{kind}")
        if array is not None:
            items = ((one.get(_LANGUAGE, ""), _value(one)) for one in array if one.tag == f"{{{_RDF}}}li")
            return Value(kind=kind, items=tuple(items))
    inner = node.find(f"{{{_RDF}}}Description")
    if inner is not None:
        return Value(kind="structure", fields=_fields(inner))
    if node.get(f"{_RDF}}}parseType") == "Resource":
        return Value(kind="structure", fields=_fields(node))
    resource = node.get(f"{_RDF}}}resource")
    return Value(resource if resource is not None else (node.text or "").strip())

"""Embedded files (ISO 32000-1, 7.11.4) and what they are to the text (ISO 19005-3, 6.8 and annex E)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import md5
from typing import Any

import pikepdf

from report.preflight.file.structure import key_of
from report.preflight.file.trees import names_in
from report.preflight.file.words import dictionary_of, items_of, name_of, text_of


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in the file.

    ``key`` is its name in the tree of embedded files, empty if it stands only among the associated files; ``name`` is
    UF, or else F. ``is_associated`` tells whether the catalog's AF has it. ``size`` and ``checksum`` (MD5, hexadecimal)
    are what its parameters claim, -1 and empty where they claim nothing. ``dated`` is ModDate as written. ``stream`` is
    the pikepdf stream, None where no bytes are enclosed.
    """

    key: str
    name: str
    plain_name: str
    description: str
    relationship: str
    media_type: str
    size: int
    checksum: str
    dated: str
    is_associated: bool
    stream: Any

    def body(self) -> bytes:
        """Return its bytes; nothing where none are enclosed or they cannot be decoded."""
        try:
            return self.stream.read_bytes() if isinstance(self.stream, pikepdf.Stream) else b""
        except pikepdf.PdfError:
            return b""

    def is_sound(self) -> bool:
        """Whether size and checksum are those of the bytes."""
        body = self.body()
        return len(body) == self.size and md5(body, usedforsecurity=False).hexdigest() == self.checksum


def read_attachments(catalog: Any) -> Iterator[Attachment]:
    """Yield the embedded files in the order of their names, then those that are only associated."""
    associated = {key_of(one) for one in items_of(catalog.get("/AF"))}
    embedded = dictionary_of(catalog.get("/Names")).get("/EmbeddedFiles")
    seen: set[str] = set()
    for name, file in names_in(embedded):
        if isinstance(file, pikepdf.Dictionary):
            seen.add(key_of(file))
            yield _attachment(name, file, is_associated=key_of(file) in associated)
    for file in items_of(catalog.get("/AF")):
        if isinstance(file, pikepdf.Dictionary) and key_of(file) not in seen:
            yield _attachment("", file, is_associated=True)


def _attachment(key: str, file: Any, *, is_associated: bool) -> Attachment:
    streams = dictionary_of(file.get("/EF"))
    stream = streams.get("/UF", streams.get("/F"))
    facts = dictionary_of(stream)
    claims = dictionary_of(facts.get("/Params"))
    size, checksum = claims.get("/Size"), claims.get("/CheckSum")
    return Attachment(
        key=key,
        name=text_of(file.get("/UF")) or text_of(file.get("/F")) or "",
        plain_name=text_of(file.get("/F")) or "",
        description=text_of(file.get("/Desc")) or "",
        relationship=name_of(file.get("/AFRelationship")),
        media_type=name_of(facts.get("/Subtype")),
        size=size if isinstance(size, int) else -1,
        checksum=bytes(checksum).hex() if isinstance(checksum, pikepdf.String) else "",
        dated=text_of(claims.get("/ModDate")) or "",
        is_associated=is_associated,
        stream=stream if isinstance(stream, pikepdf.Stream) else None,
    )

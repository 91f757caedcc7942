"""PDFs with files inside, sound ones and others, made with pikepdf and not by the package."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import pikepdf

SOUND = {"content/small/brief.yaml": b"title: Small\n", "templates/base.html": b"<html>\n"}
Change = Callable[[pikepdf.Pdf], None]


def manifest_of(bodies: Mapping[str, bytes], **changed: object) -> bytes:
    """Return a manifest that lists these files."""
    inputs = {name: {"sha256": sha256(body).hexdigest()} for name, body in bodies.items()}
    record = {"brief": "small", "locale": "en-GB", "version": "1.0", "inputs": inputs, "made-with": {}}
    return json.dumps(record | changed).encode("utf-8")


def with_manifest(bodies: Mapping[str, bytes]) -> list[tuple[str, bytes]]:
    """Return files with the manifest that lists them."""
    return [*bodies.items(), ("manifest.json", manifest_of(bodies))]


def pdf_with(
    path: Path,
    files: Sequence[tuple[str, bytes]],
    change: Change | None = None,
    encryption: pikepdf.Encryption | None = None,
) -> Path:
    """Write a PDF with these files inside, changed before it is saved."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        names = pikepdf.Array()
        for name, body in files:
            names.extend([pikepdf.String(name), pdf.make_indirect(_place(pdf, name, body))])
        pdf.Root.Names = pikepdf.Dictionary(EmbeddedFiles=pikepdf.Dictionary(Names=names))
        if change:
            change(pdf)
        packing = (
            {} if encryption else {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.none}
        )
        pdf.save(path, encryption=encryption or False, **packing)
    return path


def _place(pdf: pikepdf.Pdf, name: str, body: bytes) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Filespec,
        F=pikepdf.String(name),
        UF=pikepdf.String(name),
        EF=pikepdf.Dictionary(F=packed(pdf, body)),
    )


def packed(pdf: pikepdf.Pdf, body: bytes) -> pikepdf.Stream:
    """Return bytes as a stream, packed as our files are."""
    stream = pdf.make_stream(b"")
    stream.write(zlib.compress(body), filter=pikepdf.Name.FlateDecode)
    return stream

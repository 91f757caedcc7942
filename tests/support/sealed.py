"""Small sealed files with what ours say of themselves, made with pikepdf and not by the package."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pikepdf

from report.seal import HEAD_LINE, UNSEALED, sealed
from tests.support.enclosed import SOUND, manifest_of, pdf_with

EDITION = {"brief": "small", "locale": "en-GB", "version": "1.0", "state": "published"}


def sealed_pdf(path: Path, *, record: dict[str, Any] | None = None, inside: bool = True, **said: str) -> Path:
    """Write a PDF of the small edition, its sources and their manifest ``inside``; ``record`` changes the manifest."""
    words = "".join(f"<report:{name}>{one}</report:{name}>" for name, one in (EDITION | said).items())
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:report="http://policy-report.example/ns/edition/1.0/">'
        f"{words}<report:seal>{UNSEALED}</report:seal></rdf:Description></rdf:RDF></x:xmpmeta>"
    )

    def describe(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Metadata = pdf.make_stream(packet.encode("utf-8"))

    manifest = manifest_of(SOUND, state=EDITION["state"], **(record or {}))
    pdf_with(path, [*SOUND.items(), ("manifest.json", manifest)] if inside else [], describe)
    path.write_bytes(sealed(path.read_bytes()))
    return path


def sealed_page(path: Path, head: str = "") -> Path:
    """Write a web page of the small edition, with more in its head."""
    said = "".join(f'<meta name="report.{name}" content="{one}">\n' for name, one in EDITION.items())
    path.write_bytes(sealed(f"<!doctype html>\n{said}{head}{HEAD_LINE}\n<title>Small</title>\n</html>\n".encode()))
    return path


def release_manifest(folder: Path, outputs: dict[str, tuple[str, Path]], **changed: object) -> Path:
    """Write the manifest of the small edition: outputs by name, each with its medium and the file that it is."""
    folder.mkdir(parents=True, exist_ok=True)
    listed = {
        name: {"medium": medium, "sha256": sha256(path.read_bytes()).hexdigest()}
        for name, (medium, path) in outputs.items()
    }
    path = folder / "manifest.json"
    path.write_text(json.dumps(EDITION | {"outputs": listed} | changed), encoding="utf-8")
    return path


def flipped(path: Path, at: int, bit: int = 0) -> Path:
    """Change one bit of a byte of a file."""
    body = bytearray(path.read_bytes())
    body[at] ^= 1 << bit
    path.write_bytes(bytes(body))
    return path

"""The addresses by which the engine asks for files: the same on every machine, wherever the files are.

The engine names pictures in the PDF after their addresses, so a path of the machine in them would change the bytes.
"""

from __future__ import annotations

from report.model.output import Face

PROJECT = "file:///project/"
_FACES = "file:///faces/"


def face_address(face: Face) -> str:
    """Return the address of a face file."""
    return f"{_FACES}{face.path.name}"

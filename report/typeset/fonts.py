"""The faces an edition needs, from the pinned font packages, and a machine without fonts of its own.

Every face is declared by a rule with its file; the configuration of fontconfig names an empty folder, so that no
font of the machine is ever used and the bytes are the same everywhere (``docs/engine.md``, Faces).
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from report.findings import Checked, Finding, nearest
from report.model.brief import Design
from report.model.locale import Pack
from report.model.output import Face
from report.typeset.addresses import face_address

_PREFIX = "fontpkg_"
_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}/none</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""


def choose_faces(design: Design, pack: Pack) -> Checked[tuple[Face, ...]]:
    """Return the faces of the families that a design and a locale name; an unknown family is a finding.

    A locale whose letters are not slanted takes its upright faces alone.
    """
    faces: list[Face] = []
    findings: list[Finding] = []
    own = (*pack.faces.text, *pack.faces.display)
    for family in dict.fromkeys((*own, *design.faces.values())):
        found = _faces_of(family)
        if not found:
            known = list(installed_families())
            hint = nearest(family, known) or f"there are {', '.join(known)}; add a font package to pyproject.toml"
            where = f"; the locale pack “{pack.tag}” names it" if family in own else ""
            findings.append(Finding("STY-007", design.mark, f"no face “{family}” is installed{where}", hint))
        upright_only = family in own and not pack.type.italic
        faces.extend(face for face in found if not (upright_only and face.is_italic))
    return Checked(tuple(faces), tuple(findings))


def face_rules(faces: tuple[Face, ...]) -> str:
    """Return the rules that declare the faces to the engine."""
    rules = (
        f'@font-face {{ font-family: "{face.family}"; src: url("{face_address(face)}"); font-weight: {face.weight};'
        f" font-style: {'italic' if face.is_italic else 'normal'}; }}\n"
        for face in faces
    )
    return f"@layer tokens {{\n{''.join(rules)}}}\n"


@contextmanager
def no_machine_fonts() -> Iterator[Path]:
    """Keep the fonts of the machine out; to be entered before the engine is first imported.

    The engine warns that there are none, which is what we want. What is put down for a moment meanwhile goes into the
    folder that is returned and cleared, since the engine, when it is interrupted, leaves the faces that it has read.
    """
    folder = Path(tempfile.mkdtemp(prefix="report-fonts-"))
    before, others = os.environ.get("FONTCONFIG_FILE"), tempfile.tempdir
    try:
        tempfile.tempdir = str(folder)
        (folder / "none").mkdir()
        configuration = folder / "fonts.conf"
        configuration.write_text(_CONFIGURATION.format(folder=folder), encoding="utf-8")
        os.environ["FONTCONFIG_FILE"] = str(configuration)
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="No fonts configured")
            yield folder
    finally:
        tempfile.tempdir = others
        if before is None:
            os.environ.pop("FONTCONFIG_FILE", None)
        else:
            os.environ["FONTCONFIG_FILE"] = before
        shutil.rmtree(folder, ignore_errors=True)


def installed_families() -> dict[str, int]:
    """Return the families of the installed font packages with the number of their faces, by name."""
    import fontpkg  # noqa: PLC0415 - slow to import, and only needed to say what there is

    families = sorted(fontpkg.families().values(), key=lambda family: family.name)
    return {family.name: len(family.files) for family in families}


def _faces_of(family: str) -> tuple[Face, ...]:
    spec = find_spec(_PREFIX + "".join(sign if sign.isalnum() else "_" for sign in family.lower()))
    if spec is None or spec.origin is None:
        return ()
    folder = Path(spec.origin).parent
    package = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    if package["family"] != family:
        return ()
    return tuple(
        Face(
            family=family,
            weight=file["weight"],
            is_italic=file["style"] == "italic",
            path=folder / file["path"],
            version=package["version"],
            licence=package["license"],
        )
        for file in package["files"]
        if not file["variable"]
    )

"""`report locale check`: the specimen of a pack, and all that is to be mended in it."""

from __future__ import annotations

from pathlib import Path

from report.errors import UsageError
from report.findings import Checked, Mark, nearest
from report.load.files import read_text
from report.load.marked import read_yaml
from report.load.packs import FOLDER, load_packs
from report.locales import Shelf
from report.model.brief import Design
from report.packs.examine import examine
from report.packs.specimen import as_json, as_text, specimen_of
from report.typeset.fonts import choose_faces
from report.validate.house import read_house
from report.validate.reader import Reader

_HOUSE = "content/house.yaml"


def check_pack(project: Path, tag: str, output_format: str) -> Checked[str]:
    """Return the specimen of a pack, as text or JSON, and what was noticed in it and in all packs of the house.

    Raises:
        UsageError: there is no such pack.
    """
    loaded = load_packs(project)
    shelf = Shelf.of(loaded)
    if tag not in shelf.known():
        hint = (
            nearest(tag, shelf.known()) or f"there are {', '.join(shelf.known())}; “report locale new {tag}” begins one"
        )
        raise UsageError(f"there is no locale pack “{tag}”; {hint}")
    pack = shelf.pack(tag)
    faces = choose_faces(_design(project, shelf), pack)
    # Of a pack that is not sound there is nothing to look at: what it inherits stands in its place.
    is_sound = not any(one.mark.path.startswith(f"{FOLDER}/{tag}/") for one in shelf.findings)
    examined = examine(pack, shelf, loaded.value, faces.value) if is_sound else ()
    findings = (*shelf.findings, *faces.findings, *examined)
    specimen = specimen_of(pack)
    return Checked(as_json(specimen) if output_format == "json" else as_text(specimen), findings)


def _design(project: Path, shelf: Shelf) -> Design:
    """Return the design of the house as far as it can be read; what is wrong with it “report check” says."""
    text = read_text(project, _HOUSE, Mark(_HOUSE)).value
    return read_house(Reader(shelf), read_yaml(text, _HOUSE).value if text else None).design

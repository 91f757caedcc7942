"""Names that every system can write, each inside the folder and none in the place of another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from report.errors import UnpackError
from report.unpacking import limits
from report.unpacking.words import shown

# What a name may not hold on some system (“Naming Files, Paths, and Namespaces”, Win32), which leads out of a folder,
# or which hides what it is.
_STRANGE = re.compile(r'[\\:<>"|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)


def check_names(names: Iterable[str]) -> None:
    """Refuse names that lead out of the folder, cannot be written everywhere, or stand in each other's way.

    Raises:
        UnpackError: a name is refused.
    """
    taken: dict[str, str] = {}
    for name in names:
        fault = _fault(name)
        if fault:
            raise UnpackError(f"the file inside that is called {shown(name)} {fault}")
        key = _key(name)
        if key in taken:
            raise UnpackError(f"two files inside have one name, {shown(taken[key])} and {shown(name)}")
        taken[key] = name
    for key, name in taken.items():
        for end in (at for at, sign in enumerate(key) if sign == "/"):
            if key[:end] in taken:
                raise UnpackError(f"{shown(taken[key[:end]])} inside is a file, and a folder for {shown(name)}")


def _key(name: str) -> str:
    """Return what is the same for names that some system takes for one: letters of either case, composed or not."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def _fault(name: str) -> str:
    """Return what is wrong with a name, to complete a sentence; nothing where it is sound."""
    parts = name.split("/")
    if not name or len(name) > limits.NAME_LETTERS or len(parts) > limits.DEPTH:
        return "has no name, or one that is too long"
    if any(unicodedata.category(sign)[0] == "C" for sign in name):
        return "has signs in its name that do not print"
    if _STRANGE.search(name):
        return "has signs in its name that some systems cannot write"
    return next((fault for fault in map(_fault_of_part, parts) if fault), "")


def _fault_of_part(part: str) -> str:
    if not part or part in {".", ".."}:
        return "does not stand inside the folder"
    if len(part.encode("utf-8")) > limits.PART_BYTES:
        return "has a name that is too long"
    if part.startswith("."):
        return "would be hidden"
    if part != part.strip() or part.endswith("."):
        return "begins or ends with a space or a dot, which some systems drop"
    if _RESERVED.fullmatch(part):
        return "has the name of a device"
    return ""

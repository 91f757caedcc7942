"""Preflight profiles: a house's own, or those that come with the program; with those they extend."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from report.findings import Checked, Finding, Mark, nearest
from report.load.files import read_text
from report.load.marked import read_yaml
from report.model.manuscript import MappingNode, Node, ScalarNode

FOLDER = "content/preflight"
_OURS = Path(__file__).parents[1] / "preflight" / "profiles"
_LIMIT = 64 << 10


def load_preflight(project: Path | None, name: str, named: Mark) -> Checked[tuple[Node, ...]]:
    """Read a profile and, after it, those that it extends, one after the other, the program's last.

    ``named`` is where it is asked for. A house's profile goes before the program's of the same name, and may extend
    that one; without a project there are those of the program alone. Where one cannot be read, those before it
    are returned with what is said of it: they may have mistakes of their own.
    """
    nodes: list[Node] = []
    seen: list[str] = []
    while name:
        is_own = _is_own(project, name) and name not in seen
        read = _read(project if is_own else None, name, named, known_profiles(project))
        if read.value is None:
            return Checked(tuple(nodes), read.findings)
        nodes.append(read.value)
        if not is_own:
            return Checked(tuple(nodes))
        seen.append(name)
        extended = read.value.get("extends") if isinstance(read.value, MappingNode) else None
        if not isinstance(extended, ScalarNode):
            return Checked(tuple(nodes))
        name, named = extended.text, extended.mark
        if name in seen[:-1] or (name == seen[-1] and not (_OURS / f"{name}.yaml").is_file()):
            return Checked(tuple(nodes), (_circle(seen[seen.index(name) :], named),))
    return Checked(tuple(nodes))


def known_profiles(project: Path | None) -> tuple[str, ...]:
    """Return the names of all profiles at hand, sorted."""
    files = (*_OURS.glob("*.yaml"), *((project / FOLDER).glob("*.yaml") if project else ()))
    return tuple(sorted({path.stem for path in files}))


def _circle(names: Sequence[str], mark: Mark) -> Finding:
    said = " and ".join(f"“{name}”" for name in names)
    message = f"the profiles {said} extend each other" if len(names) > 1 else f"the profile {said} extends itself"
    return Finding("PRE-040", mark, message, "name one of the program in “extends”: paged, press or booklet")


def _is_own(project: Path | None, name: str) -> bool:
    """Whether the house has a profile of that name; no path is made of a name that no file has."""
    return project is not None and name in {path.stem for path in (project / FOLDER).glob("*.yaml")}


def _read(project: Path | None, name: str, named: Mark, known: Sequence[str]) -> Checked[Node | None]:
    if project is None and not (name in known and (_OURS / f"{name}.yaml").is_file()):
        hint = nearest(name, known) or f"there are {', '.join(known)}"
        return Checked(None, (Finding("PRE-040", named, f"there is no preflight profile “{name}”", hint),))
    if project is None:
        path = f"report/preflight/profiles/{name}.yaml"
        text = Checked((_OURS / f"{name}.yaml").read_text(encoding="utf-8"))
    else:
        path = f"{FOLDER}/{name}.yaml"
        read = read_text(project, path, named, _LIMIT)
        if read.value is None:
            return Checked(None, read.findings)
        text = Checked(read.value)
    node = read_yaml(text.value, path)
    return Checked(node.value, node.findings)

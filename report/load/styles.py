"""Citation styles: a house's own, or one of those that come with the program; with those they extend."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from report.findings import Checked, Finding, Mark, nearest
from report.load.files import read_text
from report.load.marked import read_yaml
from report.model.manuscript import MappingNode, Node, ScalarNode

FOLDER = "content/citation-styles"
_OURS = Path(__file__).parents[1] / "cite" / "styles"
_LIMIT = 64 << 10


def load_style(project: Path | None, name: str, named: Mark) -> Checked[tuple[Node, ...]]:
    """Read a citation style and, after it, the styles that it extends, one after the other.

    ``named`` is where the house names it. A style of the project goes before one of the same name of ours;
    without a project there are ours alone.
    """
    known = known_styles(project)
    nodes: list[Node] = []
    findings: list[Finding] = []
    seen: list[str] = []
    while name:
        read = _read(project, name, named, known)
        findings += read.findings
        if read.value is None:
            break
        nodes.append(read.value)
        seen.append(name)
        extended = _extended(read.value, seen, known)
        findings += extended.findings
        name, named = (extended.value.text, extended.value.mark) if extended.value else ("", named)
    return Checked(tuple(nodes), tuple(findings))


def known_styles(project: Path | None) -> tuple[str, ...]:
    """Return the names of all citation styles at hand, sorted."""
    files = (*_OURS.glob("*.yaml"), *((project / FOLDER).glob("*.yaml") if project else ()))
    return tuple(sorted({path.stem for path in files}))


def _extended(node: Node, seen: Sequence[str], known: Sequence[str]) -> Checked[ScalarNode | None]:
    """Return where a style names the one it extends, if that is none of those it is extended by."""
    written = node.get("extends") if isinstance(node, MappingNode) else None
    if written is None:
        return Checked(None)
    if not isinstance(written, ScalarNode) or written.kind != "text" or not written.text:
        message = "“extends” is not the name of one citation style"
        return Checked(None, (Finding("CIT-013", written.mark, message, f"there are {', '.join(known)}"),))
    if written.text not in seen:
        return Checked(written)
    circle = " and ".join(f"“{one}”" for one in seen[seen.index(written.text) :])
    if written.text == seen[-1]:
        message, hint = f"the style {circle} extends itself", "give its file another name, or take “extends” out"
    else:
        message, hint = f"the styles {circle} extend each other", "take “extends” out of one of them"
    return Checked(None, (Finding("CIT-013", written.mark, message, hint),))


def _read(project: Path | None, name: str, named: Mark, known: Sequence[str]) -> Checked[Node | None]:
    if name not in known:  # so no path is ever made of a name that is none
        hint = nearest(name, known) or f"there are {', '.join(known)}"
        if project and f"{name}.yml" in {path.name for path in (project / FOLDER).glob("*.yml")}:
            hint = f"call its file {name}.yaml"
        return Checked(None, (Finding("CIT-013", named, f"there is no citation style “{name}”", hint),))
    path = f"{FOLDER}/{name}.yaml"
    if project and (project / path).is_symlink() and not (project / path).exists():
        message = f"“{path}” is a link that leads to no file"
        return Checked(None, (Finding("CIT-013", named, message, "put the file itself there"),))
    if project and (project / path).exists():
        text = read_text(project, path, named, _LIMIT)
    else:
        path = f"report/cite/styles/{name}.yaml"
        text = Checked((_OURS / f"{name}.yaml").read_text(encoding="utf-8"))
    if text.value is None:
        return Checked(None, text.findings)
    node = read_yaml(text.value, path)
    return Checked(node.value, (*text.findings, *node.findings))

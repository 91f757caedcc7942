"""Citation styles: a house's own, or one of those that come with the program; with those they extend."""

from __future__ import annotations

from pathlib import Path

from report.findings import Checked, Finding, Mark, nearest
from report.load.files import read_text
from report.load.marked import read_yaml
from report.model.manuscript import MappingNode, Node, ScalarNode

FOLDER = "content/citation-styles"
_OURS = Path(__file__).parents[1] / "cite" / "styles"


def load_style(project: Path | None, name: str, named: Mark) -> Checked[tuple[Node, ...]]:
    """Read a citation style and, after it, the styles that it extends, one after the other.

    ``named`` is where the house names it. A style of the project goes before one of the same name of ours;
    without a project there are ours alone.
    """
    nodes: list[Node] = []
    findings: list[Finding] = []
    seen: list[str] = []
    while name:
        if name in seen:
            message = f"the styles {' and '.join(f'“{one}”' for one in seen)} extend each other"
            findings.append(Finding("CIT-013", named, message, "take “extends” out of one of them"))
            break
        seen.append(name)
        read = _read(project, name, named)
        findings += read.findings
        if read.value is None:
            break
        nodes.append(read.value)
        extended = read.value.get("extends") if isinstance(read.value, MappingNode) else None
        name, named = (extended.text, extended.mark) if isinstance(extended, ScalarNode) else ("", named)
    return Checked(tuple(nodes), tuple(findings))


def known_styles(project: Path | None) -> tuple[str, ...]:
    """Return the names of all citation styles at hand, sorted."""
    files = (*_OURS.glob("*.yaml"), *((project / FOLDER).glob("*.yaml") if project else ()))
    return tuple(sorted({path.stem for path in files}))


def _read(project: Path | None, name: str, named: Mark) -> Checked[Node | None]:
    known = known_styles(project)
    if name not in known:  # so no path is ever made of a name that is none
        hint = nearest(name, known) or f"there are {', '.join(known)}"
        return Checked(None, (Finding("CIT-013", named, f"there is no citation style “{name}”", hint),))
    path = f"{FOLDER}/{name}.yaml"
    if project and (project / path).exists():
        text = read_text(project, path, named)
    else:
        path = f"report/cite/styles/{name}.yaml"
        text = Checked((_OURS / f"{name}.yaml").read_text(encoding="utf-8"))
    if text.value is None:
        return Checked(None, text.findings)
    node = read_yaml(text.value, path)
    return Checked(node.value, (*text.findings, *node.findings))

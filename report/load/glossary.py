"""The glossary of a project as a tree."""

from __future__ import annotations

from pathlib import Path

from report.findings import Checked, Mark
from report.load.files import read_text
from report.load.marked import read_yaml
from report.model.manuscript import Node

GLOSSARY_FILE = "content/glossary.yaml"


def load_glossary(root: Path) -> Checked[Node | None]:
    """Read ``content/glossary.yaml``; a project may do without one."""
    if not (root / GLOSSARY_FILE).exists():
        return Checked(None)
    text = read_text(root, GLOSSARY_FILE, Mark(GLOSSARY_FILE))
    if text.value is None:
        return Checked(None, text.findings)
    node = read_yaml(text.value, GLOSSARY_FILE)
    return Checked(node.value, (*text.findings, *node.findings))

"""The libraries we look for are those that the engine opens, by the same names."""

import ast
import importlib.util
from pathlib import Path

from report.setup.libraries import LIBRARIES

# Drawn upon only for coloured glyphs, and the engine does without it.
NOT_NEEDED = "harfbuzz_vector"


def test_the_names_are_those_of_the_engine() -> None:
    ours = {frozenset(library.names) for library in LIBRARIES}
    assert ours == {_without_windows(names) for target, names in _opened_by_the_engine() if target != NOT_NEEDED}


def _opened_by_the_engine() -> list[tuple[str, tuple[str, ...]]]:
    """Read the engine's source, since importing it opens the libraries."""
    spec = importlib.util.find_spec("weasyprint")
    assert spec
    assert spec.origin
    source = (Path(spec.origin).parent / "text" / "ffi.py").read_text(encoding="utf-8")
    return [
        (ast.unparse(node.targets[0]), tuple(ast.literal_eval(name) for name in node.value.args[1:]))
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Call)
        and ast.unparse(node.value.func) == "_dlopen"
    ]


def _without_windows(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name for name in names if not name.endswith(".dll"))

"""The front door opens on a machine where nothing is installed, and says plainly when it cannot."""

import ast
import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from report.setup import stamp

ROOT = Path(__file__).resolve().parents[2]
BEFORE_ANYTHING_IS_INSTALLED = [ROOT / "build.py", *sorted((ROOT / "report" / "setup").glob("*.py"))]
PIN = re.compile(r"^[\w.-]+==\S+", re.MULTILINE)
HASHES = re.compile(r"(?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+")


@pytest.fixture
def front_door() -> ModuleType:
    """Load build.py under a name of its own."""
    spec = importlib.util.spec_from_file_location("front_door", ROOT / "build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", BEFORE_ANYTHING_IS_INSTALLED, ids=lambda path: path.name)
def test_only_the_standard_library_is_imported(path: Path) -> None:
    assert _imported_by(path) <= sys.stdlib_module_names | {"report"}


def test_the_package_around_the_set_up_needs_nothing_installed() -> None:
    """Importing `report.setup` runs `report/__init__.py`, which must therefore import nothing heavy."""
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import report.setup.environment"
    subprocess.run([sys.executable, "-I", "-S", "-c", code], check=True)


def test_a_ready_environment_is_entered_without_the_modules_that_make_one() -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "import report.setup as setup\n"
        "setup.stamp.is_current = lambda root, development: True\n"
        "setup.make_ready(setup.stamp.Path('/nowhere'), ['build'])\n"
        "print(sorted({'subprocess', 'ctypes', 'report.setup.environment'} & set(sys.modules)))"
    )
    answer = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


def test_an_old_python_can_read_the_front_door() -> None:
    ast.parse((ROOT / "build.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_old_python_gets_one_plain_sentence(
    front_door: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 8, 18, "final", 0))
    assert front_door.main() == 3
    assert capsys.readouterr().err == "build.py: it takes Python 3.11 or newer, and this is Python 3.8.\n"


def test_the_oldest_python_is_the_same_everywhere(front_door: ModuleType) -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    oldest = "{}.{}".format(*front_door.OLDEST_PYTHON)
    assert settings["project"]["requires-python"] == f">={oldest}"
    assert settings["tool"]["mypy"]["python_version"] == oldest
    assert settings["tool"]["ruff"]["target-version"] == f"py{oldest.replace('.', '')}"


@pytest.mark.parametrize("name", [stamp.LOCK, stamp.DEVELOPMENT_LOCK])
def test_a_lock_pins_and_hashes_every_package_and_names_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    requirements = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert all(PIN.match(line) for line in requirements)
    assert len(HASHES.findall(text)) == len(requirements)
    assert not re.search(r"://|file:|--(?:index|extra-index|find-links|trusted)|(?<![\w.-])/", text)


def test_the_development_lock_holds_the_other_lock() -> None:
    """It is installed alone where both are wanted."""
    assert _pins(stamp.LOCK) <= _pins(stamp.DEVELOPMENT_LOCK)


def test_what_the_project_names_is_what_the_lock_pins() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(settings["project"]["dependencies"]) <= _pins(stamp.LOCK)
    assert set(settings["dependency-groups"]["dev"]) <= _pins(stamp.DEVELOPMENT_LOCK)


def test_every_dependency_has_its_reason() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    reasons = (ROOT / "docs" / "decisions" / "0002-dependencies.md").read_text(encoding="utf-8")
    groups = settings["dependency-groups"]
    for requirement in [*settings["project"]["dependencies"], *groups["build"], *groups["dev"]]:
        assert f"`{requirement.split('==')[0]}`" in reasons


def _imported_by(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").split(".")[0])
    return found


def _pins(name: str) -> set[str]:
    return set(PIN.findall((ROOT / name).read_text(encoding="utf-8")))

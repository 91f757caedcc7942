"""Templates that are compiled once serve every edition, and are compiled anew when they change."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from report.compose.compiled import CompiledTemplates, unfolded


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    (tmp_path / "one.html").write_text("{{ 'gauge' | said }} {{ word }}")
    return tmp_path


def environment(templates: Path, compiled: CompiledTemplates, said: str) -> Environment:
    made = Environment(
        loader=FileSystemLoader(templates), autoescape=True, bytecode_cache=compiled, optimized=False, finalize=unfolded
    )
    made.filters["said"] = lambda word: f"{said}: {word}"
    return made


def test_code_that_is_kept_says_what_the_edition_at_hand_says(templates: Path) -> None:
    compiled = CompiledTemplates()
    pages = [environment(templates, compiled, said).get_template("one.html").render(word="x") for said in ("en", "de")]
    assert pages == ["en: gauge x", "de: gauge x"]


def test_a_template_is_compiled_once_for_all(templates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled, counted = CompiledTemplates(), []
    generate = Environment._generate

    def counting(self: Environment, *given: object, **named: object) -> object:
        counted.append(given)
        return generate(self, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Environment, "_generate", counting)
    for said in ("en", "de", "fa"):
        environment(templates, compiled, said).get_template("one.html")
    assert len(counted) == 1


def test_a_template_that_is_changed_is_compiled_anew(templates: Path) -> None:
    compiled = CompiledTemplates()
    environment(templates, compiled, "en").get_template("one.html")
    (templates / "one.html").write_text("new {{ word }}")
    assert environment(templates, compiled, "en").get_template("one.html").render(word="x") == "new x"

"""What a house lays down, loaded and validated by its name: citation style, glossary, preflight profiles."""

from __future__ import annotations

from pathlib import Path

from report.findings import Checked, Mark
from report.load.glossary import load_glossary
from report.load.preflight import FOLDER as PREFLIGHT_FOLDER
from report.load.preflight import load_preflight
from report.load.styles import load_style
from report.locales import Shelf
from report.model.brief import Brief, CitationRules
from report.model.glossary import Glossary
from report.model.preflight import Profile
from report.model.style import Style
from report.validate.citation_styles import read_style
from report.validate.glossary import read_glossary
from report.validate.house import DEFAULT_STYLE
from report.validate.preflight import read_preflight


def citation_style(project: Path, rules: CitationRules) -> Checked[Style]:
    """Read the house's citation style; while it is not sound the default one serves, so that citing goes on."""
    nodes = load_style(project, rules.style, rules.mark)
    style = read_style(rules.style, nodes.value)
    if style.value and not nodes.findings:
        return Checked(style.value)
    # What a style lacks is not said while one that it extends is lacking.
    findings = nodes.findings or style.findings
    default = read_style(DEFAULT_STYLE, load_style(None, DEFAULT_STYLE, rules.mark).value).value
    assert default is not None, "the default style is sound"
    return Checked(default, findings)


def glossary_of(project: Path, shelf: Shelf) -> Checked[Glossary]:
    """Read the glossary of the house."""
    node = load_glossary(project)
    glossary = read_glossary(node.value, shelf)
    return Checked(glossary.value, (*node.findings, *glossary.findings))


def preflight_profile(
    project: Path | None, name: str, shelf: Shelf, brief: Brief | None = None
) -> Checked[Profile | None]:
    """Read a preflight profile by its name; with a brief at hand the rules of its house's printer go into it."""
    nodes = load_preflight(project, name, Mark(PREFLIGHT_FOLDER))
    profile = read_preflight(name, nodes.value, shelf, brief.house.press if brief else None)
    return Checked(profile.value, (*nodes.findings, *profile.findings))

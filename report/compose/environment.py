"""The one Jinja environment."""

from __future__ import annotations

import re
from collections.abc import Callable
from gettext import NullTranslations
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from report.compose import filters
from report.model import blocks
from report.model.apparatus import Apparatus
from report.model.edition import Edition
from report.model.output import Medium

_BLOCK_KINDS = (
    blocks.Paragraph,
    blocks.Heading,
    blocks.ListBlock,
    blocks.Quotation,
    blocks.PullQuote,
    blocks.Figure,
    blocks.Table,
    blocks.Timeline,
    blocks.Callout,
    blocks.Recommendations,
)


def bare_environment(project: Path, medium: Medium) -> Environment:
    """Return the environment without an edition: enough to parse and check the templates of a medium."""
    templates = project / "templates"
    setting = Environment(
        loader=FileSystemLoader([templates / "media" / medium, templates]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        extensions=["jinja2.ext.i18n"],
    )
    setting.install_gettext_translations(NullTranslations(), newstyle=True)  # type: ignore[attr-defined]
    for kind in _BLOCK_KINDS:
        setting.tests[_snake(kind.__name__)] = _test_for(kind)
    setting.filters.update(dict.fromkeys(filters.NAMES, str))
    setting.globals.update(dict.fromkeys(filters.GLOBALS, str))
    setting.tests.update(dict.fromkeys(filters.TESTS, _test_for(object)))
    return setting


def environment(project: Path, edition: Edition, apparatus: Apparatus, medium: Medium) -> Environment:
    """Return the environment for one edition: filters know its locale and its apparatus."""
    setting = bare_environment(project, medium)
    setter = filters.Setter(setting, edition, apparatus, medium, project)
    setting.filters.update({name: getattr(setter, name) for name in filters.NAMES})
    setting.globals.update({name: getattr(setter, name) for name in filters.GLOBALS})
    setting.tests.update({name: getattr(setter, name) for name in filters.TESTS})
    return setting


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def _test_for(kind: type) -> Callable[[object], bool]:
    return lambda value: isinstance(value, kind)

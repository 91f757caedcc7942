"""The one Jinja environment."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from report.compose import filters
from report.compose.compiled import CompiledTemplates, unfolded
from report.compose.revised import Marked
from report.model import blocks
from report.model.apparatus import Apparatus
from report.model.edition import Edition, HouseWords
from report.model.output import Setting

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

_COMPILED = CompiledTemplates()


def bare_environment(project: Path, medium: Setting) -> Environment:
    """Return the environment without an edition: enough to parse and check the templates of a medium.

    Templates reach what they are given and nothing behind it: those inside a PDF are anyone's (``report.verifying``).
    """
    templates = project / "templates"
    setting = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([templates / "media" / medium, templates]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=_COMPILED,
        optimized=False,
        finalize=unfolded,
    )
    _install_words(setting, HouseWords({}, lambda count: int(count != 1)))
    for kind in _BLOCK_KINDS:
        setting.tests[_snake(kind.__name__)] = _test_for(kind)
    setting.filters.update(dict.fromkeys(filters.FILTERS, str))
    setting.globals.update(dict.fromkeys(filters.FUNCTIONS, str))
    setting.tests.update(dict.fromkeys(filters.TESTS, _test_for(object)))
    return setting


def environment(  # noqa: PLR0913, PLR0917 - all that a page is made of
    project: Path,
    edition: Edition,
    apparatus: Apparatus,
    medium: Setting,
    edition_pages: Mapping[str, str] = MappingProxyType({}),
    marked: Marked | None = None,
) -> Environment:
    """Return the environment for one edition: filters know its locale and its apparatus, and ``_()`` its words.

    ``edition_pages`` are the addresses of the web pages of the brief's editions, by locale; ``marked`` is the redline,
    if the edition is one.
    """
    setting = bare_environment(project, medium)
    _install_words(setting, edition.words)
    tools = filters.tools(setting, edition, apparatus, medium, project, edition_pages, marked)
    setting.filters.update(tools.filters)
    setting.globals.update(tools.functions)
    setting.tests.update(tools.tests)
    return setting


def templates_in(setting: Environment) -> tuple[Path, ...]:
    """Return the files of all templates that an environment has loaded, macros of macros among them, sorted."""
    loaded = setting.cache.values() if setting.cache is not None else ()
    return tuple(sorted(Path(template.filename) for template in loaded if template.filename))


def _install_words(setting: Environment, words: HouseWords) -> None:
    """Let templates take their words from a catalog.

    Jinja takes every translation for markup and escapes only what is set into it; so the words are escaped before.
    Words with a context are those of the house's texts, not of templates.
    """

    def gettext(english: str) -> Markup:
        return escape(words.pattern(english))

    def ngettext(one: str, many: str, count: int) -> Markup:
        return escape(words.pattern_for(one, many, count))

    setting.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    for name in ("pgettext", "npgettext"):
        del setting.globals[name]


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def _test_for(kind: type) -> Callable[[object], bool]:
    return lambda value: isinstance(value, kind)

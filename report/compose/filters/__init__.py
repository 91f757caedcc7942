"""What templates may call, few names: filters, functions and tests, each by what it is about.

- ``text``: runs become markup.
- ``forms``: numbers, dates, lists and names as a locale writes them.
- ``ways``: where the parts of a page lead, and its pictures.
- ``comparison``: what a redline says of the parts of a page.
- ``macros``: those that text is set with.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Environment

from report.compose.filters.comparison import Comparison
from report.compose.filters.forms import Forms
from report.compose.filters.macros import Macros
from report.compose.filters.text import Setter
from report.compose.filters.ways import Ways
from report.compose.revised import Marked
from report.model.apparatus import Apparatus
from report.model.edition import Edition
from report.model.output import Setting

FILTERS: Mapping[str, type] = {
    **dict.fromkeys(("runs", "paragraph_runs", "plain"), Setter),
    **dict.fromkeys(("apart", "in_digits", "version_name", "listed", "with_commas"), Forms),
    **dict.fromkeys(("edition_date", "timeline_date", "iso_date"), Forms),
    **dict.fromkeys(("entry_id", "citing_notes", "places"), Ways),
}
FUNCTIONS: Mapping[str, type] = {
    "list_marker": Forms,
    **dict.fromkeys(("asset", "same_place", "asked_below", "asked_about"), Ways),
    **dict.fromkeys(("fate_of", "label_of", "section_of", "item_place", "former_of", "number_of"), Comparison),
}
TESTS: Mapping[str, type] = {"unsettled": Setter, "upcoming": Forms}
"""The names by the class that has each as a method."""


@dataclass(frozen=True, slots=True)
class Tools:
    """Filters, functions and tests by their names, bound to one edition in one medium."""

    filters: Mapping[str, Callable[..., Any]]
    functions: Mapping[str, Callable[..., Any]]
    tests: Mapping[str, Callable[..., bool]]


def tools(  # noqa: PLR0913, PLR0917 - all that a page is made of
    setting: Environment,
    edition: Edition,
    apparatus: Apparatus,
    medium: Setting,
    project: Path,
    edition_pages: Mapping[str, str] = MappingProxyType({}),
    marked: Marked | None = None,
) -> Tools:
    """Bind all that templates may call to an edition, its apparatus, and the pages of the brief's other editions.

    ``marked`` is the redline, where the edition is the merged text of one.
    """
    macros = Macros(setting)
    setter = Setter(edition, apparatus, macros, marked)
    owners: dict[type, object] = {
        Setter: setter,
        Forms: Forms(edition),
        Ways: Ways(edition, apparatus, macros, medium, project, edition_pages),
        Comparison: Comparison(edition, apparatus, setter.plain, marked),
    }

    def bound(names: Mapping[str, type]) -> dict[str, Callable[..., Any]]:
        return {name: getattr(owners[kind], name) for name, kind in names.items()}

    return Tools(bound(FILTERS), bound(FUNCTIONS), bound(TESTS))

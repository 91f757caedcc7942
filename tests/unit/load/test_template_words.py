"""The words that templates print are found, however they are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.load.catalogs.words import template_words

CALLS = {
    '{{ _("Notes") }}': ("Notes", "", ()),
    '{{ _("Set in %(faces)s.", faces=families) }}': ("Set in %(faces)s.", "", ("python-format",)),
    '{{ _("%(a)s of %(b)s", a=one, b=two | upper) }}': ("%(a)s of %(b)s", "", ("python-format",)),
    '{{ ngettext("%(count)s note", "%(count)s notes", many, count=many | in_digits) }}': (
        "%(count)s note",
        "%(count)s notes",
        ("python-format",),
    ),
}


@pytest.mark.parametrize("call", CALLS)
def test_words_are_found_with_their_plural_and_their_named_places(tmp_path: Path, call: str) -> None:
    (tmp_path / "templates/parts").mkdir(parents=True)
    (tmp_path / "templates/parts/a.html").write_text(f"<p>{call}</p>")
    [word] = template_words(tmp_path).value
    assert (word.source, word.plural, word.flags) == CALLS[call]
    assert word.references == ("templates/parts/a.html",)


def test_words_that_are_computed_are_none_of_the_catalog(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/a.html").write_text("{{ _(name) }}{{ _(words, name=name) }}")
    assert template_words(tmp_path).value == ()

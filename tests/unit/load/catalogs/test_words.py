"""The words of templates are gathered for catalogs; a template that cannot be read is said, with those that can."""

from __future__ import annotations

from pathlib import Path

from report.load.catalogs.words import template_words


def test_words_are_gathered_once_with_every_template_that_has_them(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "a.html").write_text('{{ _("Notes") }}{{ _("of %(day)s", day=1) }}')
    (tmp_path / "templates" / "b.html").write_text(
        '{{ ngettext("%(n)s note", "%(n)s notes", 2, n=2) }}{{ _("Notes") }}'
    )
    words = template_words(tmp_path)
    assert words.findings == ()
    assert [(one.source, one.plural, one.references, one.flags) for one in words.value] == [
        ("Notes", "", ("templates/a.html", "templates/b.html"), ()),
        ("of %(day)s", "", ("templates/a.html",), ("python-format",)),
        ("%(n)s note", "%(n)s notes", ("templates/b.html",), ("python-format",)),
    ]


def test_a_template_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "a.html").write_text(f"{{{{ {'(' * 3000}1{')' * 3000} }}}}")
    (tmp_path / "templates" / "b.html").write_text("{% if %}")
    (tmp_path / "templates" / "c.html").write_text('{{ _("Notes") }}')
    words = template_words(tmp_path)
    assert [(one.code, one.mark.path) for one in words.findings] == [
        ("CMP-001", "templates/a.html"),
        ("CMP-001", "templates/b.html"),
    ]
    assert [one.source for one in words.value] == ["Notes"]

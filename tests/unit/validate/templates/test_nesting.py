from __future__ import annotations

import pytest

from report.findings import Finding
from report.validate.source import Source
from report.validate.templates.markup import read_markup
from report.validate.templates.nesting import check_nesting
from report.validate.templates.scanner import pieces_of
from report.validate.templates.tags import Nesting

LIST = """\
{% macro list_of(block) %}
<ol>
{% for item in block.items %}
<li>{{ item.text | runs }}
{% if item.sublist %}
{{ list_of(item.sublist) }}
{% endif %}
</li>
{% endfor %}
</ol>
{% endmacro %}

{% macro note_of(note) %}
<p{% if note.keys %} data-cited{% endif %}>{{ note.text | runs }}</p>
{% endmacro %}
"""


def jinja(text: str) -> list[Finding]:
    source = Source("t.html", text)
    findings: list[Finding] = []
    pieces = list(pieces_of(source, findings))
    return findings + check_nesting(source, pieces, read_markup(source, pieces))


def html(text: str) -> list[Finding]:
    source = Source("t.html", text)
    pieces = list(pieces_of(source, []))
    markup = read_markup(source, pieces)
    return [*markup.findings, *Nesting(source).follow(markup.events)]


def without(line: int, part: str) -> str:
    lines = LIST.split("\n")
    assert part in lines[line - 1]
    lines[line - 1] = lines[line - 1].replace(part, "", 1)
    return "\n".join(lines)


def test_a_sound_template_is_followed_in_silence() -> None:
    assert jinja(LIST) == []
    assert html(LIST) == []


@pytest.mark.parametrize(
    ("line", "part"),
    [
        (1, "{% macro list_of(block) %}"),
        (3, "{% for item in block.items %}"),
        (5, "{% if item.sublist %}"),
        (7, "{% endif %}"),
        (9, "{% endfor %}"),
        (11, "{% endmacro %}"),
        (14, "{% endif %}"),
        (14, "{% if note.keys %}"),
        (15, "{% endmacro %}"),
        (4, "}}"),
        (4, "{{"),
        (5, "%}"),
        (5, "{%"),
    ],
)
def test_a_missing_tag_is_told_within_one_line(line: int, part: str) -> None:
    found = jinja(without(line, part))
    assert found
    assert abs(found[0].mark.line - line) <= 1


@pytest.mark.parametrize(("line", "part"), [(8, "</li>"), (10, "</ol>"), (14, "</p>")])
def test_a_missing_html_tag_is_told_within_one_line(line: int, part: str) -> None:
    found = html(without(line, part))
    assert any(abs(one.mark.line - line) <= 1 for one in found)


def test_branches_may_open_an_element_that_is_closed_behind_them() -> None:
    assert html("{% if x %}\n<p>\n{% else %}\n<p>\n{% endif %}\n</p>\n") == []


def test_a_branch_that_alone_leaves_an_element_open_is_told() -> None:
    assert [one.mark.line for one in html("{% if x %}\n<p>\n{% else %}\n<p></p>\n{% endif %}\n")] == [2]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<tr><td></td></tr><td></td>", ""),
        ("<ul><p></p></ul>", "<p> cannot stand in <ul>: is </ul> missing before it?"),
        ("<a><em><a></a></em></a>", "<a> cannot stand within <a>: is </a> missing before it?"),
        ("<br></br>", "<br> is never closed by an end tag"),
        ("<div></div>", "a <div> without a class or id says nothing"),
        ('<div class="x"><div class="x"></div></div>', "“x” stands within itself: is </div> missing before it?"),
    ],
)
def test_an_element_stands_where_it_may(text: str, words: str) -> None:
    assert [one.message for one in html(text)] == ([words] if words else [])

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest

from report.compose import galley
from report.findings import Finding
from report.validate.source import Source
from report.validate.templates import check_templates
from report.validate.templates.book import CALLED, CONTEXT

PROJECT = Path(__file__).parents[4]
NOTES = "{% macro call(note) %}{{ note.label }}{% endmacro %}"
CALLED_BY_PROGRAM = {
    "media__paged__notes": NOTES,
    "media__screen__notes": NOTES,
    "macros__crossrefs": "{% macro to(target) %}{{ target.label }}{% endmacro %}",
    "macros__references": "{% macro to_entry(id, words) %}{{ id }}{{ words }}{% endmacro %}"
    "{% macro to_note(note, words) %}{{ note.id }}{{ words }}{% endmacro %}",
    "macros__revisions": "{% macro revised(revision, words, day) %}{{ revision }}{{ words }}"
    "{{ day.isoformat() }}{% endmacro %}"
    "{% macro change_number(number, kind) %}{{ number }}{{ kind }}{% endmacro %}",
    "redline": "<main></main>",
    "macros__unsettled": "{% macro unsettled(standing, words) %}{{ standing }}{{ words }}{% endmacro %}",
}


def found(**templates: str) -> list[Finding]:
    named = {name.replace("__", "/"): text for name, text in (CALLED_BY_PROGRAM | templates).items()}
    sources = [Source(f"templates/{name}.html", text) for name, text in sorted(named.items())]
    return list(check_templates(PROJECT, sources).findings)


def said(text: str, **others: str) -> list[str]:
    return [one.message for one in found(brief=text, **others)]


def test_the_context_is_what_the_page_is_rendered_with() -> None:
    calls = [node for node in ast.walk(ast.parse(inspect.getsource(galley))) if isinstance(node, ast.Call)]
    render = next(call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "render")
    assert {keyword.arg for keyword in render.keywords} == set(CONTEXT)


def test_the_macros_of_the_program_are_those_it_loads() -> None:
    written = "".join(path.read_text(encoding="utf-8") for path in (PROJECT / "report/compose/filters").glob("*.py"))
    assert all(f'("{template}", "{macro}")' in written for template, macro in CALLED)


@pytest.mark.parametrize(
    "text",
    [
        "{{ brief.title | runs }}",
        "{% for author in brief.authors %}{{ author.name }}{% endfor %}",
        "{{ brief.authors | map(attribute='name') | join(', ') }}",
        "{% for note in apparatus.notes.values() %}{{ note.text | runs }}{% endfor %}",
        "{% for id, note in apparatus.notes.items() %}{{ id }}{{ note.label }}{% endfor %}",
        "{% for one in brief.summary %}{% if one is figure %}{{ asset(one.picture) }}{% endif %}{% endfor %}",
        "{% for strip in strips %}{% if strip.kind == 'span' %}{{ strip.block.id }}{% endif %}{% endfor %}",
        "{{ brief.date.isoformat() }}",
        "{% set number = brief.number %}{{ number }}",
    ],
)
def test_what_exists_is_taken(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ breif.title | runs }}", "nothing is called “breif” here"),
        ("{{ brief.titel | runs }}", "“Brief” has no “titel”"),
        ("{{ brief.title | rnus }}", "no filter is called “rnus”"),
        ("{{ brief.number | runs }}", "“runs” takes a list, not text"),
        ("{{ brief.title }}", "a list cannot be printed as it is"),
        ("{{ brief.date }}", "“date” cannot be printed as it is"),
        ("{{ brief.authors | join(', ') }}", "“join” takes words, not “Author”"),
        ("{% if brief is figrue %}{% endif %}", "no test is called “figrue”"),
        ("{% for author in brief.authors %}{{ author.nmae }}{% endfor %}", "“Author” has no “nmae”"),
        ("{{ brief.authors | map(attribute='nmae') | join }}", "“Author” has no “nmae”"),
        ("{% for strip in strips %}{{ strip.kind == 'spna' }}{% endfor %}", "it is never “spna”"),
        ("{% for author in brief.authors %}{% endfor %}", "nothing reads “author”"),
        ("{% for note in apparatus.notes.values() %}{{ note.lable }}{% endfor %}", "“Note” has no “lable”"),
        ("{{ asset() }}", "“asset” misses “picture”"),
        ('{{ _("Version %(version)s") }}', "nothing is handed over for %(version)s"),
        ('{{ _("Version", version=1) }}', "the message has no %(version)s"),
        ("{{ _(brief.number) }}", "a message is written out: translators read the template"),
    ],
)
def test_what_does_not_exist_is_told(text: str, words: str) -> None:
    assert words in said(text)


def test_arguments_take_their_shapes_from_the_calls() -> None:
    macro = "{% macro of(block) %}{% if block is figure %}{{ block.legend.captoin }}{% endif %}{% endmacro %}"
    page = '{% from "macros/m.html" import of %}{% for block in brief.summary %}{{ of(block) }}{% endfor %}'
    assert said(page, macros__m=macro) == ["“Legend” has no “captoin”"]


def test_arguments_are_handed_on() -> None:
    macros = "{% macro inner(words) %}{{ words }}{% endmacro %}{% macro of(words) %}{{ inner(words) }}{% endmacro %}"
    page = '{% from "macros/m.html" import of %}{{ of(brief.title) }}'
    assert said(page, macros__m=macros) == ["a list cannot be printed as it is"]


def test_a_macro_knows_its_arguments_alone() -> None:
    macro = "{% macro of(words) %}{{ words }}{{ brief.number }}{% endmacro %}"
    page = '{% from "macros/m.html" import of %}{{ of(brief.number) }}'
    assert said(page, macros__m=macro) == ["nothing is called “brief” here"]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ('{% from "macros/m.html" import off %}{{ off(1) }}', "macros/m.html has no macro “off”"),
        ('{% from "macros/m.html" import of %}', "“of” is imported and not used"),
        ('{% from "macros/m.html" import of %}{{ of() }}', "“of” misses “words”"),
        ('{% from "macros/m.html" import of %}{{ of(1, 2) }}', "“of” takes 1 argument, not 2"),
        ('{% from "macros/m.html" import of %}{{ of(wrods=1) }}', "“of” takes no “wrods”"),
        ('{% import "macros/m.html" as m %}{{ m.off(1) }}', "no macro is called “off” there"),
        ('{% include "macros/n.html" %}', "there is no template “macros/n.html”"),
        ('{% extends "macros/m.html" %}{% block x %}{% endblock %}', "nothing uses the macro “of”"),
    ],
)
def test_a_call_fits_its_macro(page: str, words: str) -> None:
    assert words in said(page, macros__m="{% macro of(words) %}{{ words }}{% endmacro %}")


def test_a_block_is_in_its_parent_and_filled() -> None:
    base = "<main>{% block flow %}{% endblock %}{% block sumary %}{% endblock %}</main>"
    page = '{% extends "base.html" %}{% block flow %}{% endblock %}{% block summary %}{% endblock %}'
    assert set(said(page, base=base)) == {"the parent has no block “summary”", "nothing fills the block “sumary”"}


def test_every_broken_template_is_told_in_one_run() -> None:
    broken = found(brief="{{ brief.number | }}", parts__a="{% if %}{% endif %}", parts__b="<p>{{ brief.title }</p>")
    assert {one.mark.path for one in broken} == {
        "templates/brief.html",
        "templates/parts/a.html",
        "templates/parts/b.html",
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<p>Summary</p>", "“Summary” is not translated"),
        ('<p class="note{{ brief.number }}">↑</p>', ""),
        ("<p lang=en>↑</p>", "the value of “lang” stands between quotation marks"),
        ('<p lang="en lang="de">↑</p>', "no space before “de”"),
        ('<p style="color: red">↑</p>', "“style” in <p>: looks are written in sheets"),
        ('<img src="https://example.org/a.png" alt="">', "“src” leads outside: addresses come from the content"),
        ('<a href="#sumary">↑</a>', "no template writes the id “sumary”"),
        ("<script></script>", "no element is called “script”"),
        ('<p data-tag="Foo">{{ brief.number }}</p>', "“data-tag” is never “Foo”"),
        ('<p data-call-leads="Note">{{ brief.number }}</p>', "the words in “data-call-leads” are not translated"),
    ],
)
def test_a_slip_in_the_markup_is_told(text: str, words: str) -> None:
    messages = said(text)
    assert words in messages if words else messages == []


def test_what_the_program_begins_with_is_there() -> None:
    missing = "this template is missing: the program takes it for the medium “screen”"
    sources = [Source("templates/brief.html", "<main></main>"), Source("templates/media/paged/notes.html", NOTES)]
    found = check_templates(PROJECT, sources).findings
    assert [one.mark.path for one in found if one.message == missing] == [
        "templates/redline.html",
        "templates/notes.html",
        "templates/macros/crossrefs.html",
        "templates/macros/references.html",
        "templates/macros/unsettled.html",
        "templates/macros/revisions.html",
    ]

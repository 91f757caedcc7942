"""The words of templates come from a catalog, which is words and never markup."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from markupsafe import Markup

from report.compose.environment import environment
from report.model.apparatus import Apparatus
from report.model.edition import HouseWords
from tests.support.editions import edition

PROJECT = Path(__file__).resolve().parents[3]
APPARATUS = Apparatus({}, (), {}, {})
PLURAL = '{{ ngettext("%(count)s note", "%(count)s notes", n, count=n) }}'


def printed(template: str, texts: dict[str, tuple[str, ...]], **context: object) -> str:
    """Print a template in the words of a catalog with three forms: for one, for few, for many."""
    words = HouseWords(texts, lambda count: min(count, 3) - 1)
    made = environment(PROJECT, replace(edition(), words=words), APPARATUS, "screen")
    return made.from_string(template).render(**context)


def test_words_are_translated_and_those_without_translation_stay() -> None:
    assert printed('{{ _("Notes") }} {{ _("Rights") }}', {"Notes": ("Anmerkungen",)}) == "Anmerkungen Rights"


def test_a_catalog_cannot_put_markup_into_a_page() -> None:
    hostile = {"Notes": ("<script>1</script>&amp;",), "%(count)s note": ("<b>%(count)s</b>",)}
    assert printed('{{ _("Notes") }}', hostile) == "&lt;script&gt;1&lt;/script&gt;&amp;amp;"
    assert printed(PLURAL, hostile, n=1) == "&lt;b&gt;1&lt;/b&gt;"
    assert printed('<p title="{{ _("Notes") }}">', {"Notes": ('" onclick="1',)}).count('"') == 2


def test_a_phrase_places_what_is_set_into_it_and_keeps_markup_of_ours_alone() -> None:
    texts = {"Text under %(licence)s.": ("%(licence)s: متن <",)}
    template = '{{ _("Text under %(licence)s.", licence=licence) }}'
    assert printed(template, texts, licence=Markup("<a>CC</a>")) == "<a>CC</a>: متن &lt;"
    assert printed(template, texts, licence="<a>") == "&lt;a&gt;: متن &lt;"


def test_a_number_takes_the_form_that_the_catalog_has_for_it() -> None:
    texts = {"%(count)s note": ("%(count)s сноска", "%(count)s сноски", "%(count)s сносок")}
    assert [printed(PLURAL, texts, n=number) for number in (1, 2, 7)] == ["1 сноска", "2 сноски", "7 сносок"]
    assert [printed(PLURAL, {}, n=number) for number in (1, 2)] == ["1 note", "2 notes"]


def test_templates_and_the_copy_write_the_same_words() -> None:
    words = HouseWords({"All of %(part)s: 100%%": ("100%% von %(part)s",)}, lambda _: 0)
    template = '{{ _("All of %(part)s: 100%%", part="x") }}'
    assert printed(template, dict(words.texts)) == words.word("All of %(part)s: 100%%", part="x") == "100% von x"
    assert words.words_for("%(count)s of %(num)s", "", 1, count="1", num="2") == "1 of 2"

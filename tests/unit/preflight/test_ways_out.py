"""A web page leads to its neighbours by the names under which they are published."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.proofs import copy_of, found, screen_proof

COPY = replace(copy_of("A place."), files=("a b.bib",), editions=("../de/one.de.html", "../fa/one.fa.html"))
PAGE = """<!doctype html>
<html lang="de"><head><title>T</title>
<link rel="alternate" hreflang="de" href="../de/one.de.html">
<link rel="alternate" hreflang="fa" href="../fa/one.fa.html"></head>
<body><nav data-matter="navigation"><a href="../de/one.de.html">Deutsch</a> <a href="../fa/one.fa.html">فارسی</a></nav>
<p id="b-place">A place.</p>
<p data-matter="navigation"><a href="../fa/one.fa.html#b-place">فارسی</a> <a href="a%20b.bib">BibTeX</a>
<a href="https://example.org/x.html">there</a> <a href="mailto:desk@example.org">us</a></p></body></html>
"""


def said(html: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.message) for finding in found(screen_proof(html, COPY))]


def test_ways_to_every_neighbour_are_silent() -> None:
    assert said(PAGE) == []


@pytest.mark.parametrize(
    ("sound", "broken", "code", "words"),
    [
        ('<a href="../fa/one.fa.html">', '<a href="../fa/two.fa.html">', "PRE-006", "leads to “../fa/two.fa.html”"),
        ('hreflang="fa" href="../fa/', 'hreflang="fa" href="../ru/', "PRE-006", "line 4 of the page"),
        ("a%20b.bib", "b.bib", "PRE-006", "leads to “b.bib”, which is not published with it"),
        ("#b-place", "#b-palace", "PRE-006", "no edition has the place “#b-palace”"),
        ('<a href="../de/one.de.html">Deutsch</a>', "Deutsch", "PRE-014", "lead readers to “../de/one.de.html”"),
        ('<link rel="alternate" hreflang="fa"', '<link rel="next" hreflang="fa"', "PRE-014", "lead machines to “../fa"),
    ],
)
def test_ways_that_lead_nowhere_or_are_missing_are_said(sound: str, broken: str, code: str, words: str) -> None:
    assert any(code == one and words in message for one, message in said(PAGE.replace(sound, broken, 1)))


def test_the_page_of_an_older_version_leads_to_the_newer_one() -> None:
    newer = "../../1.1/de/one.de.html"
    older = replace(COPY, newer=(newer,))
    assert [finding.code for finding in found(screen_proof(PAGE, older))] == ["PRE-014"]
    page = PAGE.replace("<nav", f'<nav data-matter="navigation"><a href="{newer}#errata">1.1</a></nav><nav')
    assert found(screen_proof(page, older)) == []

"""What a web page says about itself is what the PDF says."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

from report.compose import compose
from report.model.brief import Author
from report.model.output import Galley, Setting
from report.typeset.archive.particulars import Particulars, particulars_of
from report.typeset.fonts import choose_faces
from tests.support.apparatus import apparatus_of
from tests.support.editions import edition, paragraph, section

PROJECT = Path(__file__).resolve().parents[3]
_META = re.compile(r'<meta name="([^"]+)" content="([^"]*)">')


def composed(setting: Setting) -> tuple[Galley, Particulars]:
    one = edition(section("one", "One", paragraph("p", "Words")))
    authors = (Author("Ada <Sample> & Sons", True), Author("Doe, Jane", False))
    one = replace(one, brief=replace(one.brief, authors=authors, keywords=("mud & tides", "gauges")))
    faces = choose_faces(one.brief.house.design, one.pack).value
    galley = compose(one, apparatus_of(one, {}), setting, faces, PROJECT)
    title = re.search("<title>(.*)</title>", galley.html)
    assert title
    return galley, particulars_of(one, unescape(title[1]), galley, ())


def test_page_and_pdf_say_the_same() -> None:
    galley, particulars = composed("screen")
    said: dict[str, list[str]] = {}
    for name, value in _META.findall(galley.html):
        said.setdefault(name, []).append(unescape(value))
    assert said["author"] == list(particulars.authors)
    assert said["keywords"] == [", ".join(particulars.keywords)]
    assert said["description"] == [particulars.description]
    assert said["dcterms.created"] == [particulars.created.isoformat()]
    assert said["dcterms.modified"] == [particulars.modified.isoformat()]
    assert said["dcterms.identifier"] == [particulars.identifier]
    assert said["dcterms.language"] == [particulars.language]
    assert said["dcterms.publisher"] == [particulars.publisher]
    assert said["dcterms.rights"] == [particulars.rights]
    assert said["dcterms.rightsHolder"] == [particulars.holder]
    edition_said = (said["report.brief"], said["report.locale"], said["report.version"])
    assert edition_said == ([particulars.brief], [particulars.language], [particulars.version])
    assert f'<link rel="license" href="{particulars.terms}">' in galley.html


def test_both_media_say_it() -> None:
    assert _META.findall(composed("paged")[0].html) == [
        one for one in _META.findall(composed("screen")[0].html) if one[0] not in {"viewport", "color-scheme"}
    ]

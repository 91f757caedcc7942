"""Names of what is published, as one edition sees another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from report.model.edition import Sibling
from report.publish.names import artifact_name, edition_folder, edition_pages
from tests.support.editions import edition

ORIGINAL, GERMAN = Sibling("en-GB", "English", "ltr"), Sibling("de", "Deutsch", "ltr")


def test_a_page_finds_every_edition_where_it_is_published() -> None:
    here = replace(edition(), siblings=(ORIGINAL, GERMAN))
    for there in (here, replace(here, locale="de")):
        published = edition_folder(Path("/dist"), there) / artifact_name(there, "screen")
        address = edition_folder(Path("/dist"), here) / edition_pages(here)[there.locale]
        assert address.resolve() == published


def test_a_brief_in_one_language_leads_nowhere() -> None:
    assert edition_pages(edition()) == {}

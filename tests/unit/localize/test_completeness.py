"""What a translation lacks is said where it is mended."""

from __future__ import annotations

from report.findings import Finding
from report.localize.completeness import findings_of, held
from report.localize.matching import match
from report.model.catalog import Catalog, Unit
from tests.support.catalogs import catalog, message, unit

UNITS = [unit("a/title", "Quays"), unit("a/paragraph", "Piers stand on rock."), unit("b/title", "Boats")]
WHOLE = catalog(*(message(one.context, one.source, "Wort") for one in UNITS))
LAGGING = catalog(
    message("a/title", "Quays", "Kais"),
    message("a/paragraph", "Piers stand on mud.", "Piere stehen auf Schlick."),
    message("c/title", "Ropes", "Taue"),
)


def said(catalog_of: Catalog, units: list[Unit] = UNITS) -> list[Finding]:
    return list(findings_of(match(units, catalog_of), catalog_of, "de"))


def test_nothing_is_said_of_a_complete_translation() -> None:
    assert said(WHOLE) == []
    assert list(held(["current", "current"], "brief.po", "tides", "de")) == []


def test_what_is_missing_stale_and_unused_is_said_at_its_place() -> None:
    missing, stale, left = said(LAGGING)
    assert (missing.code, missing.mark) == ("LOC-006", UNITS[2].mark)
    assert (stale.code, stale.mark) == ("LOC-007", LAGGING.messages[1].translations[0].mark)
    assert stale.hint == "the source changed: Piers stand on [-mud-] {+rock+}."
    assert (left.code, left.mark) == ("LOC-008", LAGGING.messages[2].mark)


def test_a_catalog_that_does_not_exist_is_said_once() -> None:
    [finding] = said(catalog())
    assert (finding.code, finding.message) == ("LOC-006", "nothing of the de edition is translated: 3 texts")


def test_a_catalog_of_which_nothing_is_translated_is_said_once() -> None:
    [finding] = said(catalog(*(message(one.context, one.source, "") for one in UNITS)))
    assert finding.message == "nothing of the de edition is translated: 3 texts"
    assert finding.hint == f"translate the messages of {WHOLE.path}"
    assert len(said(catalog(message("a/title", "Quays", "Kais"), message("b/title", "Boats", "")))) == 2


def test_publishing_is_held_in_one_finding() -> None:
    [finding] = held(["current", "missing", "stale", "stale"], "brief.po", "tides", "de")
    assert (finding.code, finding.holds) == ("LOC-009", True)
    assert finding.message == "the de edition is not ready: of 4 texts 1 is not translated and 2 are stale"


def test_a_build_that_is_not_to_be_published_is_not_held() -> None:
    assert not any(one.holds for one in said(LAGGING))

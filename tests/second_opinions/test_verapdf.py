"""veraPDF finds every paged file accessible (PDF/UA-1) and fit for the archive (PDF/A-3a), and broken ones unfit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from tests.support.shipped import BRIEFS, LOCALES
from tests.support.verapdf import FLAVOURS, Verdict, verdicts

pytestmark = pytest.mark.slow
Made = Callable[[str, str, str], Path]
Break = Callable[[pikepdf.Pdf], None]
Judged = dict[tuple[Path, str], Verdict]


def without_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def without_alternative_text(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure":
            del one.Alt


def without_tags_shown(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


def without_output_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def without_a_face(pdf: pikepdf.Pdf) -> None:
    dictionaries = (one for one in pdf.objects if isinstance(one, pikepdf.Dictionary))
    face = next(one for one in dictionaries if one.get("/Type") == "/FontDescriptor")
    for name in face.keys() & {"/FontFile", "/FontFile2", "/FontFile3"}:
        del face[name]


def without_metadata(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


# What is broken, the flavour that forbids it, and the clause of its standard.
BREAKS: tuple[tuple[Break, str, str], ...] = (
    (without_language, "ua1", "ISO 14289-1:2014, 7.2,"),
    (without_alternative_text, "ua1", "ISO 14289-1:2014, 7.3,"),
    (without_tags_shown, "ua1", "ISO 14289-1:2014, 6.2,"),
    (without_a_face, "ua1", "ISO 14289-1:2014, 7.21.4.1,"),
    (without_metadata, "ua1", "ISO 14289-1:2014, 7.1,"),
    (without_tags_shown, "3a", "ISO 19005-3:2012, 6.7.2.2,"),
    (without_output_intent, "3a", "ISO 19005-3:2012, 6.2.4.3,"),
    (without_a_face, "3a", "ISO 19005-3:2012, 6.2.11.4.1,"),
    (without_metadata, "3a", "ISO 19005-3:2012, 6.6.2.1,"),
)


@pytest.fixture(scope="session")
def broken(made: Made, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return a shipped file in every broken state, and a file that is no PDF, by name."""
    folder = tmp_path_factory.mktemp("broken")
    for do in {do for do, _, _ in BREAKS}:
        with pikepdf.open(made("specimen", "en-GB", "pdf")) as pdf:
            do(pdf)
            pdf.save(folder / f"{do.__name__}.pdf")
    (folder / "no_pdf.pdf").write_text("This is not a PDF.", encoding="utf-8")
    return {path.stem: path for path in folder.iterdir()}


@pytest.fixture(scope="session")
def judged(made: Made, broken: dict[str, Path]) -> Judged:
    """Return the verdicts on all files in all flavours, asked for at once."""
    return verdicts([*(made(slug, locale, "pdf") for slug in BRIEFS for locale in LOCALES), *broken.values()])


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("slug", BRIEFS)
def test_what_is_shipped_passes_every_test(made: Made, judged: Judged, slug: str, locale: str, flavour: str) -> None:
    verdict = judged[made(slug, locale, "pdf"), flavour]
    assert "\n".join(verdict.failures) == ""
    assert verdict.is_compliant
    assert verdict.tests > 10_000


@pytest.mark.parametrize(("do", "flavour", "rule"), BREAKS, ids=lambda one: getattr(one, "__name__", one))
def test_what_is_broken_fails_the_test_for_it(
    broken: dict[str, Path], judged: Judged, do: Break, flavour: str, rule: str
) -> None:
    verdict = judged[broken[do.__name__], flavour]
    assert not verdict.is_compliant
    assert any(failure.startswith(rule) for failure in verdict.failures), verdict.failures


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_what_is_no_pdf_is_said_to_be_unreadable(broken: dict[str, Path], judged: Judged, flavour: str) -> None:
    verdict = judged[broken["no_pdf"], flavour]
    assert [failure.partition(":")[0] for failure in verdict.failures] == ["unreadable"]

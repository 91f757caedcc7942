"""What becomes of texts that lag behind their source, on paper and on the screen, by the policy of the edition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from html import unescape
from io import BytesIO, StringIO
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pikepdf
import pypdfium2
import pytest

from report import locales
from report.cli import main
from report.model.edition import Edition
from tests.support.shipped import change, prepared, shipped_project, translations

SLUG = "specimen"
LOCALES = ("de", "ru", "fa")
Policy = Literal["hold", "source", "keep"]
POLICIES: tuple[Policy, ...] = ("hold", "source", "keep")
BRIEF = f"content/{SLUG}/brief.yaml"
READINGS, MEASURES, TOWN = (f"content/{SLUG}/sections/{name}.yaml" for name in ("readings", "measures", "introduction"))
EARLIER, UNTRANSLATED = "[earlier wording]", "[not yet translated]"
# The context of a text, where it stands, its words before and after.
STALE = {
    "title": (BRIEF, "\ntitle: The Tide Gauges", "\ntitle: The Old Tide Gauges"),
    "keywords/2": (BRIEF, "tide gauges, Harrow", "old tide gauges, Harrow"),
    "description": (BRIEF, "reads its tide gauges. The", "reads its old tide gauges. The"),
    "standfirst": (BRIEF, "does not exist. Its", "never existed. Its"),
    "introduction-plan/paragraph": (TOWN, "part of the difficulty", "half of the difficulty"),
    "introduction-history/timeline/2/label": (TOWN, "The pier gauge is hung", "The pier gauge is hung up"),
    "readings-board/caption": (READINGS, "gauge at dusk", "gauge at dawn"),
    "readings-board/alternative": (READINGS, "pale evening sky", "pale morning sky"),
    "readings-causes/heading": (READINGS, "heading: Why they differ", "heading: Why they disagree"),
    "readings-list/list/1": (READINGS, "nine years apart", "ten years apart"),
    "measures-costs/table/columns/2/unit": (
        MEASURES,
        "First year\n          unit: crowns",
        "First year\n          unit: pence",
    ),
    "measures-costs/table/rows/1/1": (MEASURES, "[Levelling,", "[Surveying,"),
    "readings-levels/table/rows/3/6": (f"content/{SLUG}/data/levels.csv", "cleaned and laid", "washed and laid"),
    "measures/title": (MEASURES, "the harbour should do", "the harbour ought to do"),
    "house:imprint": ("content/house.yaml", "they name no real", "they are no real"),
}
MISSING = {"readings-list/list/10": (READINGS, "      - Gulls sit on the float.\n", "      - Seals bark at noon.\n")}
PLAIN = {"keywords/2", "description", "readings-board/alternative"}
PRINTED = [context for context in STALE if context not in PLAIN]


@dataclass(frozen=True, slots=True)
class Built:
    """An edition under a policy: what the command said, and both its media."""

    said: str
    edition: Edition
    page: str
    pdf: bytes

    def mark(self, english: str) -> str:
        """Return a mark in the words of the edition."""
        return self.edition.words.word(english)


Build = Callable[[Policy, str], Built]


@pytest.fixture(scope="module")
def lagging(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Policy], Path]:
    """Return the shipped project with the specimen's source text changed, under a policy."""

    @cache
    def project(policy: Policy) -> Path:
        folder = shipped_project(tmp_path_factory.mktemp(policy))
        let_lag(folder)
        path = folder / BRIEF
        text = path.read_text(encoding="utf-8")
        path.write_text(
            re.sub(r"(?m)^  - locale: (\w+)$", rf"  - locale: \1\n    stale: {policy}", text), encoding="utf-8"
        )
        if policy != "hold":
            freeze(folder)
        return folder

    return project


@pytest.fixture(scope="module")
def build(lagging: Callable[[Policy], Path], tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return an edition of the specimen, published under its policy, or built where publishing is held."""

    @cache
    def made(policy: Policy, locale: str) -> Built:
        out = tmp_path_factory.mktemp("out")
        said, status = run(lagging(policy), out, "build" if policy == "hold" else "publish", locale)
        edition = prepared(lagging(policy), SLUG, locale)[0].edition
        stem = out / SLUG / ("" if policy == "hold" else "1.0") / locale / f"{SLUG}.{locale}"
        assert status == 0, said
        page = Path(f"{stem}.html").read_text(encoding="utf-8")
        return Built(said, edition, page, Path(f"{stem}.pdf").read_bytes())

    return made


def let_lag(project: Path) -> None:
    """Change the source text of the specimen, and put an item in."""
    for path, before, after in STALE.values():
        change(project / path, before, after)
    for path, before, after in MISSING.values():
        change(project / path, before, before + after)


def freeze(project: Path) -> None:
    """Freeze the text of the specimen, in every edition, as its first version."""
    with redirect_stderr(StringIO()) as said, redirect_stdout(StringIO()):
        assert main(["freeze", SLUG, "1.0", "--project", str(project)]) == 0, said.getvalue()


def run(project: Path, out: Path, command: str, locale: str) -> tuple[str, int]:
    """Run a command on the specimen and return what it said, and its exit status."""
    with redirect_stderr(StringIO()) as said, redirect_stdout(StringIO()):
        status = main([command, SLUG, "--locale", locale, "--project", str(project), "--out", str(out)])
    return said.getvalue(), status


def words_of(markup: str) -> str:
    """Return the words of a web page, without its head."""
    body = re.sub(r"(?s)^.*?<body.*?>|<(script|style).*?</\1>", "", markup)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", body)).split())


def text_of(pdf: bytes) -> str:
    """Return the text of a PDF."""
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))


def pages_of(pdf: bytes) -> str:
    """Return the letters of a PDF, without spaces and hyphens."""
    return squeezed(text_of(pdf))


def squeezed(text: str) -> str:
    """Return the letters and digits of a text alone."""
    return "".join(sign for sign in normalize("NFKC", text) if sign.isalnum())


def bags_of(text: str) -> Counter[str]:
    """Return the words of a text, the letters of each sorted: in joined letters a reader may get them in any order."""
    return Counter("".join(sorted(word)) for word in map(squeezed, text.split()) if word)


def first_words(written: str) -> str:
    """Return the letters of a text in the small Markdown, up to its first note or reference."""
    return squeezed(re.split(r"\^?\[", written, maxsplit=1)[0])


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("locale", LOCALES)
def test_an_edition_that_lags_is_made_and_nothing_of_it_is_lost(build: Build, policy: Policy, locale: str) -> None:
    built = build(policy, locale)
    codes = Counter(re.findall(r"\b(?:warning|error) ([A-Z]{3}-\d{3})", built.said))
    assert (codes["LOC-007"], codes["LOC-006"], codes["LOC-008"]) == (len(STALE), len(MISSING), 0), built.said
    # A page may have white on it; all else that preflight says is an error.
    assert {code for code in codes if code.startswith("PRE")} <= {"PRE-012"}, built.said


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("locale", LOCALES)
def test_every_text_that_lags_is_marked_in_both_media(build: Build, policy: Policy, locale: str) -> None:
    built = build(policy, locale)
    is_old = policy != "source"
    counts = {EARLIER: len(PRINTED) * is_old, UNTRANSLATED: len(MISSING) + len(PRINTED) * (not is_old)}
    for mark, count in counts.items():
        assert words_of(built.page).count(built.mark(mark)) == count
        if locale == "fa":
            assert bags_of(text_of(built.pdf)) >= Counter(dict.fromkeys(bags_of(built.mark(mark)), count))
        else:
            assert pages_of(built.pdf).count(squeezed(built.mark(mark))) == count


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("locale", LOCALES)
def test_the_imprint_says_how_many_they_are(build: Build, policy: Policy, locale: str) -> None:
    built = build(policy, locale)
    count = len(PRINTED) + len(MISSING)
    sentence = built.edition.words.words_for(
        "%(count)s passage of this edition is not up to date with the source text; it is marked.",
        "%(count)s passages of this edition are not up to date with the source text; they are marked.",
        count,
        count=locales.in_digits(str(count), built.edition.pack),
    )
    [said] = re.findall(r'<p class="imprint-outdated">(.*?)</p>', built.page)
    assert squeezed(unescape(said)) == squeezed(sentence)
    assert bags_of(sentence) <= bags_of(text_of(built.pdf))


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("locale", LOCALES)
def test_what_prints_is_the_old_translation_or_the_source_text_as_the_policy_says(
    lagging: Callable[[Policy], Path], build: Build, policy: Policy, locale: str
) -> None:
    built = build(policy, locale)
    held, _ = translations(lagging(policy), SLUG, locale)
    of_page, of_pdf = squeezed(words_of(built.page)), pages_of(built.pdf)
    for context in PRINTED:
        message = held[context].message
        assert message is not None
        old = squeezed(built.mark(EARLIER)) + first_words(message.translations[0].text)
        new = squeezed(built.mark(UNTRANSLATED)) + first_words(held[context].unit.source)
        printed, other = (new, old) if policy == "source" else (old, new)
        assert printed in of_page, context
        assert other not in of_page, context
        assert locale == "fa" or printed in of_pdf, context


@pytest.mark.parametrize("locale", LOCALES)
def test_a_source_text_is_printed_as_english_and_from_the_left(build: Build, locale: str) -> None:
    for policy in POLICIES:
        page = build(policy, locale).page
        marked = re.findall(r'data-standing="missing">.*?</span>\s*<(\w+) ([^>]*)>', page)
        assert len(marked) == len(MISSING) + (len(PRINTED) if policy == "source" else 0), policy
        directions = {attribute for _, attributes in marked for attribute in re.findall(r'dir="(\w+)"', attributes)}
        assert all('lang="en-GB"' in attributes for _, attributes in marked)
        assert directions == ({"ltr"} if locale == "fa" else set())


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("locale", LOCALES)
def test_titles_keywords_and_descriptions_of_the_files_are_plain_and_as_the_policy_says(
    lagging: Callable[[Policy], Path], build: Build, policy: Policy, locale: str
) -> None:
    built = build(policy, locale)
    held, _ = translations(lagging(policy), SLUG, locale)

    def expected(context: str) -> str:
        is_source = policy == "source" and held[context].standing == "stale"
        return squeezed(held[context].unit.source if is_source else held[context].message.translations[0].text)

    keywords = [expected(f"keywords/{number}") for number in (1, 2, 3)]
    with pikepdf.open(BytesIO(built.pdf)) as pdf:
        assert squeezed(str(pdf.docinfo.Title)).startswith(expected("title"))
        assert [squeezed(one) for one in str(pdf.docinfo.Keywords).split(",")] == keywords
    head = {
        name: unescape(content) for name, content in re.findall(r'<meta name="(\w+)" content="([^"]*)"', built.page)
    }
    assert squeezed(head["description"]) == expected("description")
    assert [squeezed(one) for one in re.split("[,،]", head["keywords"])] == keywords


@pytest.mark.parametrize("locale", LOCALES)
def test_an_edition_that_lags_is_not_published_and_the_last_good_one_stays(tmp_path: Path, locale: str) -> None:
    project, out = shipped_project(tmp_path / "project"), tmp_path / "dist"
    freeze(project)
    said, status = run(project, out, "publish", locale)
    assert status == 0, said
    good = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert len(good) == 8
    let_lag(project)
    said, status = run(project, out, "publish", locale)
    assert status == 1
    # That the text is not the frozen one any more is another matter.
    held = [line for line in said.splitlines() if " error " in line and " REV-006: " not in line]
    assert len(held) == 1
    assert f"LOC-009: the {locale} edition is not ready: of " in held[0]
    assert f" texts {len(MISSING)} is not translated and {len(STALE)} are stale" in held[0]
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == good


def test_none_is_published_while_one_is_held(tmp_path: Path) -> None:
    project, out = shipped_project(tmp_path / "project"), tmp_path / "dist"
    freeze(project)
    path = project / f"content/{SLUG}/locale/de/LC_MESSAGES/brief.po"
    path.write_text(
        re.sub(r'(?m)(msgctxt "measures/title"\n.*\nmsgstr )".*"', r'\1""', path.read_text(encoding="utf-8")),
        encoding="utf-8",
    )
    with redirect_stderr(StringIO()) as said, redirect_stdout(StringIO()):
        assert main(["publish", SLUG, "--project", str(project), "--out", str(out)]) == 1
    errors = [line for line in said.getvalue().splitlines() if " error " in line and " REV-006: " not in line]
    assert len(errors) == 1
    assert "the de edition is not ready" in errors[0]
    assert not list(out.rglob("*.pdf"))

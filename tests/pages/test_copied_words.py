"""What is copied from the shipped pages is what was written, whoever copies it."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from report.compose.copy import copy_of
from report.desk import Desk
from report.model.output import Copy
from report.production import produce
from tests.support.engine import Engine
from tests.support.shipped import BRIEFS, LOCALES, ROOT, prepared
from tests.support.text_layer import READERS, lost_in_order, words_of

Shipped = Callable[[str, str], tuple[Path, Copy]]
LATIN = tuple(locale for locale in LOCALES if locale != "fa")
SHARE = 0.005  # of the Persian words may be lost


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    """Return the file of an edition and its copy."""
    folder = tmp_path_factory.mktemp("text-layer")

    @cache
    def made(slug: str, locale: str) -> tuple[Path, Copy]:
        desk = Desk()
        ready, _ = prepared(ROOT, slug, locale)
        (proof,) = produce(ready, ("paged",), desk)
        path = folder / f"{slug}.{locale}.pdf"
        path.write_bytes(proof.body)
        return path, copy_of(ready.edition, ready.apparatus, "paged", ready.faces)

    return made


@pytest.mark.parametrize("reader", ["pdfium", "poppler, as drawn"])
@pytest.mark.parametrize("locale", LATIN)
@pytest.mark.parametrize("slug", BRIEFS)
def test_every_word_comes_back_in_order(shipped: Shipped, slug: str, locale: str, reader: str) -> None:
    path, copy = shipped(slug, locale)
    body, left = lost_in_order(_body(copy), words_of(READERS[reader](path)))
    notes, _ = lost_in_order(_notes(copy), left)
    assert (body, notes) == ([], [])


@pytest.mark.parametrize("reader", ["pdfium", "poppler"])
@pytest.mark.parametrize("slug", BRIEFS)
def test_the_persian_words_come_back_with_their_half_spaces(shipped: Shipped, slug: str, reader: str) -> None:
    path, copy = shipped(slug, "fa")
    wanted = [*_body(copy), *_notes(copy)]
    lost = Counter(wanted) - Counter(words_of(READERS[reader](path)))
    assert any("\u200c" in word for word in wanted)
    assert lost.total() <= SHARE * len(wanted), lost


def test_the_persian_words_of_the_brief_come_back_in_order(shipped: Shipped) -> None:
    path, copy = shipped("iran-russia-nexus", "fa")
    body, left = lost_in_order(_body(copy), words_of(READERS["pdfium"](path)))
    notes, _ = lost_in_order(_notes(copy), left)
    assert len(body) + len(notes) <= SHARE * len([*_body(copy), *_notes(copy)]), (body, notes)


def test_poppler_keeps_the_columns_of_persian_pages_apart(shipped: Shipped) -> None:
    path, copy = shipped("iran-russia-nexus", "fa")
    body, _ = lost_in_order(_body(copy), words_of(READERS["poppler"](path)))
    assert len(body) <= 0.02 * len(_body(copy)), body


def test_no_glyph_means_what_no_file_may_say(shipped: Shipped) -> None:
    """PDF/A-3 (6.2.11.7.2) and PDF/UA-1 (7.21.7) forbid three values in a map of glyphs to text."""
    for locale in LOCALES:
        with pikepdf.open(shipped("specimen", locale)[0]) as pdf:
            maps = [font.ToUnicode.read_bytes() for font in pdf.objects if _has_map(font)]
        assert maps
        assert not [one for one in maps if any(f"> <{value}>".encode() in one for value in ("0000", "fffe", "feff"))]


@pytest.mark.parametrize("seed", range(6))
def test_random_persian_lines_come_back(seed: int, tmp_path: Path) -> None:
    """Words with half-spaces, marks, figures and brackets in two faces; none is divided at a sign of its own."""
    engine, chance = Engine(is_corrected=True), random.Random(seed)
    words = [chance.choice(PERSIAN.split()) for _ in range(120)]
    page = PAGE.format(faces=FACES, family=("Amiri", "Plex")[seed % 2], words=" ".join(map(_undivided, words)))
    path = tmp_path / "random.pdf"
    path.write_bytes(engine.set_html(page))
    for reader in ("pdfium", "poppler"):
        lost, _ = lost_in_order(words, words_of(READERS[reader](path)))
        assert len(lost) <= 1, (reader, lost)


PERSIAN = """سیاست\u200cگذاری می\u200cشود، بین\u200cالمللیِ نتیجهٔ (برجام) «پیوند» ریاست\u200cجمهوری؛ لزوماً الگو مجبور
تجربهٔ لازم بلکه ۱۲ ۲۰۰۹–۲۰۱۳
۳٫۵ ص. ۱۴–۱۶. [۷] چگونه؟ آری! هست: مُهر بُردی دربارهٔ گام\u200cبه\u200cگام ۱۲٪ شورا/مجلس آنجا"""
PAGE = """<!DOCTYPE html><html lang="fa" dir="rtl"><title>T</title><style>{faces}
@page {{ size: 120mm 160mm; margin: 12mm }} html {{ font: 11pt/17pt {family}; text-align: justify }}</style>
<body><p>{words}</p>"""


def _faces() -> str:
    import fontpkg  # noqa: PLC0415 - slow to import

    families = (("Amiri", "Amiri"), ("Plex", "IBM Plex Sans Arabic"))
    return "".join(
        f'@font-face {{ font-family: {name}; src: url("{fontpkg.path(family, 400, "normal").as_uri()}") }}'
        for name, family in families
    )


FACES = _faces()


def _undivided(word: str) -> str:
    return f"<span style='white-space: nowrap'>{word}</span>" if "–" in word or "/" in word else word


def _body(copy: Copy) -> list[str]:
    return [word for passage in copy.body for word in words_of(passage.text)]


def _notes(copy: Copy) -> list[str]:
    return [word for passage in copy.notes for word in words_of(passage.text)]


def _has_map(found: object) -> bool:
    return isinstance(found, pikepdf.Dictionary) and found.get("/Type") == "/Font" and "/ToUnicode" in found

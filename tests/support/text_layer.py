"""The words of a file as two programs give them back, beside those that were written, in their order."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from unicodedata import normalize

import pypdfium2

# Marks of direction and joiners of words, which say nothing; half-spaces count.
_UNSEEN = dict.fromkeys(
    map(ord, "\u00ad\u2060\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufffe"),
)


def by_pdfium(path: Path) -> str:
    """Return the text of a file as pdfium gives it."""
    document = pypdfium2.PdfDocument(path)
    try:
        return "\f".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def by_poppler(path: Path) -> str:
    """Return the text of a file as poppler gives it to those who do not ask for anything else."""
    return _pdftotext(path)


def by_poppler_as_drawn(path: Path) -> str:
    """Return the text of a file as poppler gives it in the order of drawing; letters from the right as they stand."""
    return _pdftotext(path, "-raw")


READERS: Mapping[str, Callable[[Path], str]] = {
    "pdfium": by_pdfium,
    "poppler": by_poppler,
    "poppler, as drawn": by_poppler_as_drawn,
}


def words_of(text: str) -> list[str]:
    """Return the words of a text: what stands between spaces."""
    return [normalize("NFC", word) for word in text.translate(_UNSEEN).split()]


def lost_in_order(wanted: Iterable[str], read: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the words that are not among those read in their order, and of those read what is left."""
    words = list(wanted)
    kept, left = [False] * len(words), [True] * len(read)
    for here, there, count in SequenceMatcher(None, words, read, autojunk=False).get_matching_blocks():
        for step in range(count):
            kept[here + step], left[there + step] = True, False
    return (
        [word for word, is_kept in zip(words, kept, strict=True) if not is_kept],
        [word for word, is_left in zip(read, left, strict=True) if is_left],
    )


def _pdftotext(path: Path, *options: str) -> str:
    assert shutil.which("pdftotext"), "pdftotext is not installed; it comes with poppler-utils"
    command = ["pdftotext", *options, "-enc", "UTF-8", str(path), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")

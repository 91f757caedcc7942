"""What two programs get back from a PDF, pdfium and poppler, and which words of a copy are among it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from unicodedata import normalize

import pypdfium2

# A line may be divided after a hyphen or another sign between two words; pdfium writes U+FFFE, and no line end, for a
# hyphen-minus there, and poppler leaves the hyphen out.
_DIVIDED = re.compile(r"(\S*)(?:[-\u2010\u00ad–—/][ \r]*\n|\ufffe)(?=(\S*))")


def by_pdfium(path: Path) -> list[str]:
    """Return the text of each page as pdfium gives it."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    finally:
        document.close()


def by_poppler(path: Path) -> list[str]:
    """Return the text of each page as poppler gives it."""
    assert shutil.which("pdftotext"), "pdftotext is not installed; it comes with poppler-utils"
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8").split("\f")[:-1]


READERS = {"pdfium": by_pdfium, "poppler": by_poppler}


def words_of(texts: Iterable[str]) -> Counter[str]:
    """Return the words of texts: what stands between spaces, its letters alone."""
    words = (_letters(word) for text in texts for word in text.replace("\ufffe", "\n").split())
    return Counter(word for word in words if word)


def lost_words(wanted: Counter[str], pages: Iterable[str]) -> Counter[str]:
    """Return the words that do not come back from pages, the parts of a divided one taken together.

    Only what stands before a sign at which a line may be divided is taken for the beginning of a word.
    """
    read = list(pages)
    found = words_of(read)
    lost, spare = wanted - found, found - wanted
    divided = [(_letters(head), _letters(tail)) for page in read for head, tail in _DIVIDED.findall(page)]
    for head, tail in divided:
        if lost[head + tail] > 0:
            lost[head + tail] -= 1
            spare[head] -= 1
            spare[tail] -= 1
    # The rest of a word may stand in the next column or on the next page, with notes between.
    for word in list(lost.elements()):
        parts = ((head, word[len(head) :]) for head, _ in divided if head and word.startswith(head))
        for head, tail in parts:
            if spare[head] > 0 and spare[tail] > 0:
                lost.subtract([word])
                spare.subtract((head, tail))
                break
    return +lost


def _letters(word: str) -> str:
    """Return the letters of a word, without figures, signs, and what is not seen: half-spaces and soft hyphens."""
    return "".join(sign for sign in normalize("NFKC", word) if sign.isalpha())

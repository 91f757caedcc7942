"""Random fields and spoilt files: nothing falls over or hangs, no letter is lost, nothing becomes a live address.

As many cases as take some seconds; ``REPORT_FUZZ_CASES=200000`` makes as many fields as one likes, and a tenth as
many files.
"""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Iterator
from random import Random

import pytest

from report.codes import RULES
from report.load.references import read_references
from report.load.references.latex import decode
from report.load.references.signs import ACCENTS, DECLARATIONS, LOOKS, SIGNS
from report.model.references import Rich, plain
from tests.support.cases import cases

CASES = cases(4000)
ROUNDS = 8
LONGEST = 1.0  # seconds that a field or a file may take
SOUP = [
    *"{}{}{}$$\\\\''``\"\"~~--%&#_^@ \t,;:.?!<>|/()[]=*",
    *(f"\\{name}" for name in (*ACCENTS, *SIGNS, *LOOKS, *DECLARATIONS, "url", "href", "foo", "newcommand", "")),
    *(
        "“",
        "”",
        "„",
        "«",
        "»",
        "‘",
        "’",
        "--",
        "---",
        "``",
        "''",
        "$x^{2}$",
        "\\emph{",
        "\\'{",
        "\\url{",
        "{\\em ",
        "<b>",
    ),
    *(
        "a",
        "Z",
        "e",
        "o",
        "word",
        "7",
        "42",
        "é",
        "ß",
        "Ж",
        "слово",
        "ر",
        "فارسی",
        "字",
        "\u0301",
        "\u200c",
        "\U0001d49c",
    ),
]
FILE = """\
% a comment
@string{hp = "Harrow" # { Press}}
@comment{ left out }
@book{doe2020, author = {Doe, Jane and van der Roe, Rick and others}, title = {A {B}ook \\& its ``Pages'' -- Told},
  publisher = hp, year = 2020, month = feb, langid = {ngerman}, options = {useprefix=true}, keywords = {a, b},
}
@inbook{part, crossref = {doe2020}, author = {{Harrow Board}}, title = "P\\'{a}rt", pages = {127--30, 133},
  url = {https://example.org/a_b}, urldate = {2020-01-02}, doi = {10.1000/x.1}, date = {2015~/2017?}}
@phdthesis(t, author = {رضایی, علی}, title = {\\emph{X} $a_{1}$ \\enquote{y}}, school = {S}, date = {2020-05})
@article{n, author = {O'Sample, Una}, title = {<script>alert("1")</script>}, journal = {J}, entrysubtype = {news},
  date = {2019/}, note = {\\href{javascript:alert(1)}{x}}}
"""
BITS = [
    *'{}{}{}",,=#@%\\\n()',
    "@misc{",
    "@comment{",
    "@string{",
    "crossref = {part}",
    " and ",
    "title = {",
    "{{",
    "\u00a0",
    "",
]


def soup(rng: Random) -> str:
    return "".join(rng.choice(SOUP) for _ in range(rng.randint(1, 30)))


def spoilt(rng: Random) -> str:
    text = FILE
    for _ in range(rng.randint(1, 6)):
        start = rng.randrange(len(text) + 1)
        end = min(len(text), start + rng.choice((0, 0, 1, 1, 2, 5, 40)))
        text = text[:start] + rng.choice((*BITS, text[end : end + 30])) + text[end:]
    return text


def sentence(rng: Random, depth: int = 0) -> tuple[str, str]:
    """Return sound LaTeX and its letters."""
    written, letters = [], []
    for _ in range(rng.randint(1, 5)):
        kind = rng.randrange(6 if depth < 5 else 3)
        if kind < 2:
            word = rng.choice(("Word", "x", "слово", "فارسی", "12", "a-b", "O'x", "100%"))
            inner = (word, word)
        elif kind == 2:
            name = rng.choice(sorted(SIGNS))
            inner = (f"\\{name}{{}}", SIGNS[name])
        elif kind == 3:
            accent = rng.choice(sorted(ACCENTS))
            inner = (f"\\{accent}{{o}}", f"o{ACCENTS[accent]}")
        else:
            text, heard = sentence(rng, depth + 1)
            around = rng.choice([*(f"\\{name}{{%s}}" for name in LOOKS), "{%s}", "{\\em %s}", "``%s''", "“%s”"])
            inner = (around.replace("%s", text), heard)
        written.append(inner[0])
        letters.append(inner[1])
    return " ".join(written), " ".join(letters)


def letters_of(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if sign.isalnum())


def strings_of(pieces: Rich) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, str):
            yield piece
        else:
            yield from strings_of(piece.pieces)


def is_in_order(some: str, others: str) -> bool:
    rest = iter(others)
    return all(sign in rest for sign in some)


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_no_letter_of_a_field_is_lost_outside_of_commands(seed: int) -> None:
    rng = Random(f"soup {seed}")
    for _ in range(CASES // ROUNDS):
        value = soup(rng)
        start = time.process_time()
        decoded = decode(value)
        assert time.process_time() - start < LONGEST, repr(value)
        read = plain(decoded.pieces)
        kept = re.sub(r"\\href\s*\{[^}]*\}?|\\[A-Za-z]+", "", value)
        assert is_in_order(letters_of(kept), letters_of(read)), repr(value)
        apart = unicodedata.normalize("NFD", read)
        assert all(unicodedata.normalize("NFD", command) in apart for command in decoded.unknown), repr(value)
        assert all(unicodedata.is_normalized("NFC", one) for one in strings_of(decoded.pieces)), repr(value)


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_sound_latex_has_the_letters_it_was_made_of(seed: int) -> None:
    rng = Random(f"sentence {seed}")
    for _ in range(CASES // ROUNDS // 4):
        value, letters = sentence(rng)
        decoded = decode(value)
        assert (decoded.unknown, decoded.addresses, decoded.has_lost_brace) == ((), (), False), repr(value)
        assert letters_of(plain(decoded.pieces)) == letters_of(letters), repr(value)


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_spoilt_file_is_read_and_what_is_said_has_a_place_in_it(seed: int) -> None:
    rng = Random(f"file {seed}")
    for _ in range(CASES // ROUNDS // 10):
        text = spoilt(rng)
        start = time.process_time()
        read = read_references({"a.bib": text})
        assert time.process_time() - start < LONGEST, repr(text)
        lines = text.split("\n")
        for one in read.findings:
            assert one.code in RULES
            assert one.mark.column <= len(lines[one.mark.line - 1]) + 1, repr(text)
        for entry in read.value.values():
            address = entry.plain("url")
            assert not address or re.match("https?://", address, re.IGNORECASE), repr(text)
            assert re.fullmatch(r"10\.\d.*|", entry.plain("doi")), repr(text)


def test_the_file_that_is_spoilt_was_sound_but_for_its_address() -> None:
    assert [one.code for one in read_references({"a.bib": FILE}).findings] == ["CIT-008"]

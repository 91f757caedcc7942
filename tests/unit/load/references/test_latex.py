r"""The decoder: a whitelist of LaTeX, and nothing dropped that is not one of its commands."""

from __future__ import annotations

import time
import unicodedata

import pytest

from report.load.references.latex import decode
from report.load.references.signs import ACCENTS, LOOKS, SIGNS
from report.model.references import Rich, Styled, plain


def words(value: str) -> str:
    decoded = decode(value)
    assert (decoded.unknown, decoded.addresses, decoded.has_lost_brace) == ((), (), False)
    return plain(decoded.pieces)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"B\"ucher", "Bücher"),
        (r"B{\"u}cher", "Bücher"),
        (r"B\"{u}cher", "Bücher"),
        (r"\'{\i}le, \'\i, {\'\i}", "íle, í, í"),
        (r"\v{c}\v c \c{c} \H{o} \k a \u{g} \r{u} \d{h} \b{d} \t{oo}", "čč ç ő ą ğ ů ḥ ḏ o͡o"),
        (r"\' e", "é"),
        (r"\'\^e \'{\^{e}} \d{\^o}", "ế ế ộ"),
        (r"\={a}\.{z}\~n", "āżñ"),
        (r"\'{ecole}", "école"),
        (r"Stra\ss e, Stra\ss{}e, {\o}re, \o re, \AE\oe\L\l\dh\TH\dj\ng", "Straße, Straße, øre, øre, ÆœŁłðÞđŋ"),
        (r"\i\ and \j", "ı and ȷ"),
        (r"\& \% \$ \# \_ \{ \}", "& % $ # _ { }"),
        (r"100% of A & B # C_d^e", "100% of A & B # C_d^e"),
        (r"\~{}x \^{} \'{}", "~x ^ ´"),
        (r"1--2, a---b, c-d", "1–2, a—b, c-d"),
        (r"A~B, A\ B, A\,B, A\-B, A\/B", "A\u00a0B, A B, A\u00a0B, A\u00adB, AB"),
        (r"\S~5 \P{} \copyright\ \pounds 5 \slash\ \ldots", "§\u00a05 ¶ © £5 / …"),
        (r"\textasciitilde\textendash\textquoteright s", "~–’s"),
        (r"$a_{1}^2 \times \emph{b}$ and \$5 or $6", r"$a_{1}^2 \times \emph{b}$ and $5 or $6"),
        (r"{A {B}}C", "A BC"),
        (r"Iran's 'Russian' Turn", "Iran’s ’Russian’ Turn"),
        (r"?`Qu\'e? !`No!", "¿Qué? ¡No!"),
        (r"\mbox{x} \text{y} \textup{z} \texttt{t}", "x y z t"),
        (r"\url{https://a.example/~b_c%20} and \href{mailto:a@b.example}{us}", "https://a.example/~b_c%20 and us"),
        ("e\u0301", "é"),
        (r"\TeX{}book", "TeXbook"),
        ("Ρόδος, Москва, تهران", "Ρόδος, Москва, تهران"),
    ],
)
def test_latex_is_read_as_latex_prints_it(written: str, read: str) -> None:
    assert words(written) == unicodedata.normalize("NFC", read)


@pytest.mark.parametrize(
    ("written", "pieces"),
    [
        (r"A \emph{B {C}} D", ("A ", Styled("emphasis", ("B C",)), " D")),
        (r"\textit{a \textbf{b} \mkbibemph{c}}", None),
        (r"\textsc{nato}\textsuperscript{2}\textsubscript{3}", None),
        (r"{\em A} b", (Styled("emphasis", ("A",)), " b")),
        (r"\bf A", (Styled("strong", ("A",)),)),
        (r"``A `b' c''", (Styled("quotation", ("A ", Styled("quotation", ("b",)), " c")),)),
        (r"`A's b'", (Styled("quotation", ("A’s b",)),)),
        (r"\enquote{A}, \enquote*{B}", (Styled("quotation", ("A",)), ", ", Styled("quotation", ("B",)))),
        ('"A b" c', (Styled("quotation", ("A b",)), " c")),
        ("“A” „B“ «C» »D«", None),
        (r"\emph{a “b} c”", (Styled("emphasis", ("a “b",)), " c”")),
        ("“A", ("“A",)),
        ('a 12" disk and a 10" disk', ('a 12" disk and a 10" disk',)),
        (r"\emph{}", ()),
    ],
)
def test_looks_and_quotations_are_kept_apart_from_the_words(written: str, pieces: Rich | None) -> None:
    if pieces is not None:
        assert decode(written).pieces == pieces
    else:
        assert any(isinstance(piece, Styled) for piece in decode(written).pieces)
        assert words(written)


def test_typed_quotation_marks_of_every_kind_are_one_look() -> None:
    pieces = decode("“A” „B“ „B” «C» »D«").pieces
    assert [piece.look for piece in pieces if isinstance(piece, Styled)] == ["quotation"] * 5


@pytest.mark.parametrize("name", sorted(LOOKS))
def test_every_command_with_a_text_keeps_the_text(name: str) -> None:
    assert plain(decode(rf"a \{name}{{b}} c").pieces).replace("“", "").replace("”", "") == "a b c"


@pytest.mark.parametrize("name", sorted(SIGNS))
def test_every_sign_is_understood_and_takes_nothing_with_it(name: str) -> None:
    assert words(rf"x\{name}{{}}y") == unicodedata.normalize("NFC", f"x{SIGNS[name]}y")


@pytest.mark.parametrize("name", sorted(ACCENTS))
def test_every_accent_goes_on_the_letter_after_it(name: str) -> None:
    assert words(rf"x\{name}{{o}}y") == unicodedata.normalize("NFC", f"xo{ACCENTS[name]}y")


@pytest.mark.parametrize(
    ("written", "unknown", "read"),
    [
        (r"\foo{bar} baz", [r"\foo"], r"\foobar baz"),
        (r"a \\ b", ["\\\\"], r"a \\ b"),
        (r"\emph x", [r"\emph"], r"\emph x"),
        (r"\'", [r"\'"], r"\'"),
        (r"\'{-}", [r"\'"], r"\'-"),
        (r"\v", [r"\v"], r"\v"),
        (r"\' ~", [r"\'"], "\\'\u00a0"),
        ("a \\", ["\\"], "a \\"),
        (r"\emph*{x}", [r"\emph*"], r"\emph*x"),
    ],
)
def test_what_is_not_understood_is_said_and_stays(written: str, unknown: list[str], read: str) -> None:
    decoded = decode(written)
    assert list(decoded.unknown) == unknown
    assert plain(decoded.pieces) == read


@pytest.mark.parametrize(
    "written", ["a } b", "a { b", r"\emph{a", r"\{ {", "{" * 60 + "}" * 60, r"\url{https://a.example"]
)
def test_braces_that_do_not_match_are_said(written: str) -> None:
    assert decode(written).has_lost_brace


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//a.example", "file:///x", "JaVaScRiPt:x"]
)
def test_an_address_that_no_link_may_have_is_said(address: str) -> None:
    assert decode(rf"\href{{{address}}}{{words}}").addresses == (address,)
    assert plain(decode(rf"\href{{{address}}}{{words}}").pieces) == "words"


@pytest.mark.parametrize(
    "unit", ["{", "}", "\\", "\\'", "``", "“", '"', "$", "{$", "\\emph{", "`'", "-", "\\href{", "~ "]
)
def test_no_text_takes_long(unit: str) -> None:
    start = time.process_time()
    decode(unit * 20_000)
    assert time.process_time() - start < 5

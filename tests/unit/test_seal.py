"""A seal fits the bytes that it was made for, and no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.errors import ReportError
from report.seal import HEAD_LINE, UNSEALED, seal_of, sealed

PACKET = f"<report:seal>{UNSEALED}</report:seal>".encode()
WHOLE = sealed(b"%PDF-1.7\nbefore\n" + PACKET + b"\nafter\n%%EOF\n")


def test_a_sealed_file_is_as_long_as_before_and_whole() -> None:
    body = b"%PDF-1.7\n" + PACKET + b"\n%%EOF\n"
    assert len(sealed(body)) == len(body)
    assert seal_of(sealed(body)) == "whole"


def test_a_web_page_is_sealed_in_its_head() -> None:
    page = sealed(f"<head>{HEAD_LINE}</head><body>words</body>".encode())
    assert seal_of(page) == "whole"
    assert seal_of(page.replace(b"words", b"other")) == "broken"


def test_a_file_that_was_not_yet_sealed_is_not_whole() -> None:
    assert seal_of(PACKET) == "broken"


def test_every_flipped_bit_is_found() -> None:
    for at in range(len(WHOLE)):
        for bit in range(8):
            body = bytearray(WHOLE)
            body[at] ^= 1 << bit
            assert seal_of(bytes(body)) != "whole", (at, bit)


@given(st.integers(0, len(WHOLE) - 1), st.binary(max_size=40), st.integers(0, 40))
def test_whatever_is_put_in_or_cut_out_is_found(at: int, put: bytes, cut: int) -> None:
    body = WHOLE[:at] + put + WHOLE[at + cut :]
    assert (seal_of(body) == "whole") == (body == WHOLE)


@pytest.mark.parametrize("body", [WHOLE + b"\n", WHOLE[:-1], b"\n" + WHOLE, WHOLE[: len(WHOLE) // 2]])
def test_what_is_added_or_cut_off_at_an_end_is_found(body: bytes) -> None:
    assert seal_of(body) != "whole"


def test_two_files_put_together_have_two_seals() -> None:
    assert seal_of(WHOLE + WHOLE) == "doubled"


def test_a_seal_that_is_only_spoken_of_is_none() -> None:
    assert seal_of(b"the digest is sha256:" + b"0" * 64 + b"</report:seal>") == "missing"
    assert seal_of(b"") == "missing"


def test_a_sealed_file_that_was_changed_can_be_sealed_anew() -> None:
    """So a seal is no signature; docs/decisions/0017-proof-of-origin.md says what is."""
    assert seal_of(sealed(WHOLE.replace(b"after", b"later"))) == "whole"


@pytest.mark.parametrize("body", [b"no place", PACKET + PACKET])
def test_a_file_without_one_place_for_its_seal_is_not_sealed(body: bytes) -> None:
    with pytest.raises(ReportError, match="no place for its seal"):
        sealed(body)

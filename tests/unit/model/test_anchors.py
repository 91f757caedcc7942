"""The ids of entries: safe in an address and in a PDF, and different for different keys."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from report.model.anchors import entry_id

KEYS = (
    "farhi2015",
    "a_b-c",
    "a:b",
    "a/b",
    "a.b",
    "a.3a.b",
    "a3ab",
    "a b",
    "иванов1999",
    "فردوسی",
    "A:B",
    "é",
    "e\u0301",
)


@pytest.mark.parametrize("key", KEYS)
def test_an_id_needs_no_escaping(key: str) -> None:
    made = entry_id(key)
    assert made.isascii()
    assert quote(made, safe="") == made


def test_different_keys_have_different_ids() -> None:
    assert len(set(map(entry_id, KEYS))) == len(KEYS)


def test_a_plain_key_is_read_in_its_id() -> None:
    assert entry_id("andreeva_2007") == "ref-andreeva_2007"

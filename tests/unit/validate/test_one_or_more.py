"""Where one value or a list of several may stand: both are read as several."""

from __future__ import annotations

import pytest

from report.findings import Mark
from report.load.marked import read_yaml
from report.locales import Shelf
from report.validate.kinds import Field, File, OneOrMore, Record
from report.validate.reader import Reader

RECORD = Record("brief", "", (Field("references", OneOrMore(File((".bib",))), ""),))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a.bib", ("a.bib",)),
        ("[a.bib]", ("a.bib",)),
        ("[a.bib, b/c.bib]", ("a.bib", "b/c.bib")),
    ],
)
def test_one_value_and_a_list_are_read_alike(written: str, read: tuple[str, ...]) -> None:
    reader = Reader(Shelf.of(None))
    node = read_yaml(f"references: {written}\n", "brief.yaml").value
    assert reader.record(node, RECORD, Mark("brief.yaml")).values["references"] == read
    assert reader.slate.findings == []


@pytest.mark.parametrize(
    ("written", "code"),
    [("a.yaml", "STR-007"), ("[a.bib, b.yaml]", "STR-007"), ("[]", "STR-008"), ("{a: b}", "STR-003"), ("", "STR-008")],
)
def test_what_is_neither_is_said(written: str, code: str) -> None:
    reader = Reader(Shelf.of(None))
    node = read_yaml(f"references: {written}\n", "brief.yaml").value
    reader.record(node, RECORD, Mark("brief.yaml"))
    assert [one.code for one in reader.slate.findings] == [code]

"""How findings look: to a person, to a terminal, to programs."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from report.console import print_findings, summary, write
from report.findings import Finding, Mark, Severity, Spot

FINDING = Finding("CIT-002", Mark("content/tiny/brief.yaml", 2, 7), "no reference “doe”", "did you mean “roe”?")
WARNING = Finding("CIT-003", Mark("content/tiny/references.bib", 1, 1), "50% of this, is: cited nowhere")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def printed(form: str, stream: io.StringIO, project: Path) -> str:
    print_findings([FINDING, WARNING], project, form, stream)  # type: ignore[arg-type]
    return stream.getvalue()


def test_text_is_one_clickable_line_and_the_hint_on_its_own(tmp_path: Path) -> None:
    assert printed("text", io.StringIO(), tmp_path) == (
        "content/tiny/brief.yaml:2:7: error CIT-002: no reference “doe”\n"
        "hint: did you mean “roe”?\n"
        "content/tiny/references.bib:1:1: warning CIT-003: 50% of this, is: cited nowhere\n"
    )


def test_a_terminal_gets_an_excerpt_with_a_caret_below_the_place(tmp_path: Path) -> None:
    (tmp_path / "content" / "tiny").mkdir(parents=True)
    (tmp_path / "content" / "tiny" / "brief.yaml").write_text("one\n  see [@doe]\n")
    lines = printed("text", Terminal(), tmp_path).splitlines()
    source = next(index for index, line in enumerate(lines) if "see [@doe]" in line)
    plain = [line.replace("\x1b[2m", "").replace("\x1b[0m", "") for line in lines]
    assert plain[source + 1].index("^") == plain[source].index("[@doe]")


def test_json_is_a_record_a_finding(tmp_path: Path) -> None:
    records = json.loads(printed("json", io.StringIO(), tmp_path))
    assert records[0] == {
        "path": "content/tiny/brief.yaml",
        "line": 2,
        "column": 7,
        "severity": "error",
        "code": "CIT-002",
        "message": "no reference “doe”",
        "hint": "did you mean “roe”?",
    }


def test_a_finding_in_a_finished_file_tells_the_file_the_page_and_the_rectangle(tmp_path: Path) -> None:
    spot = Spot(3, 10.5, 20, 30, 40.25)
    found = Finding("PRE-045", Mark("content/tiny/brief.yaml"), "red", "take it out", spot, None, "tiny.pdf", "press")
    text, records = io.StringIO(), io.StringIO()
    print_findings([found], tmp_path, "text", text)
    print_findings([found], tmp_path, "json", records)
    assert text.getvalue() == (
        "content/tiny/brief.yaml:1:1: error PRE-045: red\nin tiny.pdf, page 3, 10.5 20 30 40.25 pt\nhint: take it out\n"
    )
    [record] = json.loads(records.getvalue())
    assert (record["file"], record["medium"], record["page"]) == ("tiny.pdf", "press", 3)
    assert record["rectangle"] == [10.5, 20, 30, 40.25]


def test_a_profile_may_weigh_a_finding_otherwise() -> None:
    found = replace(FINDING, weight=Severity.WARNING)
    assert (found.severity, found.holds) == (Severity.WARNING, False)


def test_github_gets_workflow_commands_with_what_it_asks_escaped(tmp_path: Path) -> None:
    last = printed("github", io.StringIO(), tmp_path).splitlines()[-1]
    place = "::warning file=content/tiny/references.bib,line=1,col=1,title=CIT-003"
    assert last == f"{place}::50%25 of this, is: cited nowhere"


def test_the_last_line_counts() -> None:
    assert summary([FINDING, WARNING, WARNING]) == "1 error, 2 warnings"
    assert summary([]) == ""


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [("ascii", r"\u201cM\u00fcd\u201d \ud83c\udf0a"), ("latin-1", r"\u201cMüd\u201d \ud83c\udf0a")],
)
def test_signs_that_a_stream_cannot_write_are_escaped_as_in_json(encoding: str, expected: str) -> None:
    written = io.BytesIO()
    stream = io.TextIOWrapper(written, encoding=encoding, write_through=True)
    write("“Müd” 🌊", stream)
    assert written.getvalue().decode(encoding) == expected
    assert json.loads(f'"{expected}"') == "“Müd” 🌊"

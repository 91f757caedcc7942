"""What only seems a mistake is not said, and all else is."""

from __future__ import annotations

from report.findings import Checked, Finding, Mark
from report.production.doubts import certain

HERE = Mark("brief.yaml", 1, 1)
NOTICED = Checked("value", tuple(Finding(code, HERE, "a mistake") for code in ("CIT-002", "CIT-003", "CIT-004")))


def test_a_finding_is_left_out_while_what_it_is_judged_by_is_not_known() -> None:
    made = certain(NOTICED, {"CIT-002": True, "CIT-003": False})
    assert made.value == "value"
    assert [one.code for one in made.findings] == ["CIT-002", "CIT-004"]


def test_nothing_is_left_out_where_all_is_known() -> None:
    assert certain(NOTICED, {"CIT-002": True, "CIT-003": True}) == NOTICED

"""What stands inside ``[@…]``: works by their keys, each with a locator if there is one."""

from __future__ import annotations

import re
from typing import NamedTuple

FORM = "a citation is written [@key] or [@key, p. 13], several works [@a, p. 3; @b]"

_KEY = re.compile(r"\s*@([A-Za-z][A-Za-z0-9_:+-]*)")
_NUMBER = r"(?:[0-9]+[a-z]?|[ivxlcdm]+|[IVXLCDM]+)"
_NUMBERS = rf"{_NUMBER}(?:(?:–|, ){_NUMBER})*(?: ff?\.)?"
_LABEL = r"(?:pp?|chaps?|secs?|paras?|vols?|nos?|figs?|tabs?|arts?|nn?|cols?)\."
_PART = rf"(?:{_LABEL} {_NUMBERS}|§§? {_NUMBERS}|s\.v\. [^,;]+)"
_LOCATOR = re.compile(rf"{_PART}(?:, {_PART})*")
_ONE_PAGE = re.compile(r"(?:^|, )pp\. [0-9ivxlcdm]+(?=$|, \D)")
_MORE_PAGES = re.compile(r"(?:^|, )p\. [0-9ivxlcdm]+(?:–|, )[0-9ivxlcdm]")

Problem = tuple[int, str, str]  # offset, message, hint


class Work(NamedTuple):
    """A cited work: its key, its locator and its offset in the source."""

    key: str
    locator: str
    offset: int


def read_citation(inner: str, offset: int) -> tuple[tuple[Work, ...], tuple[Problem, ...]]:
    """Read what stands between the brackets; ``offset`` is where it begins in the source."""
    works: list[Work] = []
    problems: list[Problem] = []
    for written in inner.split(";"):
        match = _KEY.match(written)
        if match:
            at = offset + match.start(1) - 1
            rest = written[match.end() :].replace("\\ ", " ").replace("\u00a0", " ").replace("\n", " ")
            works.append(Work(match[1], rest.removeprefix(",").strip(), at))
            problem = _problem_after(rest)
            if problem:
                problems.append((offset + match.end(), *problem))
        else:
            problems.append((offset, "a work is cited without “@” and its key", FORM))
        offset += len(written) + 1
    return tuple(works), tuple(problems)


def _problem_after(rest: str) -> tuple[str, str] | None:
    """What is wrong with what follows a key, if anything."""
    if not rest:
        return None
    if not rest.startswith(", "):
        return "between key and locator stand a comma and a space", FORM
    locator = rest[2:].rstrip(" ")
    checks = (
        (re.search(r"[0-9]-[0-9]", locator), "a range of pages takes an en dash", locator.replace("-", "–")),
        (_ONE_PAGE.search(locator), "one page is “p.”", "p. 13"),
        (_MORE_PAGES.search(locator), "several pages are “pp.”", "pp. 3–7"),
        (not _LOCATOR.fullmatch(locator), f"“{locator}” is no locator", "p. 13, pp. 3–7, chap. 2 or fig. 1"),
    )
    return next(((message, f"write {hint}") for is_wrong, message, hint in checks if is_wrong), None)

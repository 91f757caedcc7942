"""How far catalogs are: messages and words of the source text by standing, as a table, a list, and JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from report.localize.differences import word_difference
from report.localize.matching import match_texts, standing_of
from report.localize.reviewing import has_review
from report.model.catalog import Catalog, Wanted
from report.model.text import Standing

_MEASURES = ("current", "stale", "missing", "reviewed")


@dataclass(frozen=True, slots=True)
class Line:
    """A text and its translation: where it stands (a place in a file, or a file), its words, and those of before."""

    context: str
    place: str
    source: str
    standing: Standing
    previous: str
    is_reviewed: bool

    @property
    def words(self) -> int:
        """How many words the source text has."""
        return len(self.source.split())


@dataclass(frozen=True, slots=True)
class Account:
    """The lines of one catalog: of a brief, by its slug, or of the house."""

    name: str
    locale: str
    catalog: str
    lines: tuple[Line, ...]

    @property
    def is_complete(self) -> bool:
        """Whether every text is translated and no translation is stale."""
        return all(line.standing == "current" for line in self.lines)

    def counted(self, measure: str) -> tuple[int, int]:
        """Return how many messages, and words of the source text, are of a standing, ``reviewed``, or there at all."""
        own = [
            line
            for line in self.lines
            if measure in ("all", line.standing) or (measure == "reviewed" and line.is_reviewed)
        ]
        return len(own), sum(line.words for line in own)


def account_of(name: str, locale: str, catalog: Catalog, wanted: Sequence[Wanted], places: Sequence[str]) -> Account:
    """Return how far a catalog is with what is wanted of it; ``places`` say for each where it stands."""
    found = match_texts(wanted, catalog)
    lines = []
    for one, message, place in zip(wanted, found, places, strict=True):
        standing, previous = standing_of(one.source, message)
        is_reviewed = standing == "current" and message is not None and has_review(message, one.source)
        lines.append(Line(one.context, place, one.source, standing, previous, is_reviewed))
    return Account(name, locale, catalog.path, tuple(lines))


def as_table(accounts: Sequence[Account]) -> str:
    """Return a row for each catalog: messages and words, and the share of the words by standing."""
    rows: list[tuple[str, ...]] = [("", "locale", "messages", "words", *_MEASURES)]
    for one in accounts:
        messages, words = one.counted("all")
        shares = (_share(one.counted(measure)[1], words) for measure in _MEASURES)
        rows.append((one.name, one.locale, str(messages), str(words), *shares))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [
            cell.ljust(width) if at < 2 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines) + "\n"


def as_list(accounts: Iterable[Account]) -> str:
    """Return what is stale or missing: where it stands, its words, and what changed in them."""
    return "".join(text for account in accounts for line in account.lines for text in _told(account, line))


def as_json(accounts: Iterable[Account], *, is_listed: bool) -> str:
    """Return all of it as JSON; what is stale or missing line by line only if it is to be listed."""
    told = [_record(account, is_listed=is_listed) for account in accounts]
    return json.dumps({"catalogs": told}, ensure_ascii=False, indent=2) + "\n"


def _share(count: int, whole: int) -> str:
    """Return a number of words with its share in per cent; nothing is called whole that is not."""
    percent = 100 if count == whole else min(99, round(100 * count / whole))
    return f"{count} ({percent} %)"


def _told(account: Account, line: Line) -> Iterator[str]:
    if line.standing == "current":
        return
    name = f" {line.context}" if line.context else ""
    yield f"{line.place}: {account.locale} {line.standing}:{name}\n"
    if line.previous and line.previous != line.source:
        yield f"  was: {line.previous}\n"
        yield f"  changed: {word_difference(line.previous, line.source)}\n"
    yield f"  now: {line.source}\n"


def _record(account: Account, *, is_listed: bool) -> dict[str, object]:
    counts = {measure: account.counted(measure) for measure in ("all", *_MEASURES)}
    record: dict[str, object] = {
        "name": account.name,
        "locale": account.locale,
        "catalog": account.catalog,
        "complete": account.is_complete,
        "messages": {measure: messages for measure, (messages, _) in counts.items()},
        "words": {measure: words for measure, (_, words) in counts.items()},
    }
    if is_listed:
        record["unsettled"] = [_line(line) for line in account.lines if line.standing != "current"]
    return record


def _line(line: Line) -> dict[str, str]:
    is_changed = bool(line.previous) and line.previous != line.source
    return {
        "context": line.context,
        "place": line.place,
        "standing": line.standing,
        "source": line.source,
        "previous": line.previous,
        "changed": word_difference(line.previous, line.source) if is_changed else "",
    }

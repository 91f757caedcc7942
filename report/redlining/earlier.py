"""Which earlier text an edition is compared with."""

from __future__ import annotations

import re
from collections.abc import Callable

from report.errors import UsageError
from report.findings import Finding, nearest
from report.load.frozen import frozen_folders
from report.model.frozen import units_of_text
from report.model.revision import VERSION_FORM
from report.redlining.commits import at_commit
from report.redlining.frozen import frozen_as
from report.redlining.texts import Earlier, Now
from report.revisions.departures import departures

_VERSION = re.compile(VERSION_FORM)


def earlier_text(now: Now, since: str, say: Callable[[str], None]) -> Earlier:
    """Return the text to compare with: the one that is named, else the last frozen one that is another.

    Raises:
        UsageError: what is named is neither a frozen version nor a commit.
    """
    versions = [name for name in frozen_folders(now.project, now.slug) if _VERSION.fullmatch(name)]
    if since in versions:
        return frozen_as(now, since)
    if since and _VERSION.fullmatch(since) and versions:
        hint = nearest(since, versions) or f"there are {', '.join(versions)}"
        raise UsageError(f"nothing of “{now.slug}” is frozen as {since}; {hint} (a tag of git is named “tags/{since}”)")
    if since:
        say(f"{now.slug}: asking git for {since}")
        return at_commit(now, since)
    for version in reversed(versions):
        earlier = frozen_as(now, version)
        if earlier.findings or _differs(now, earlier):
            return earlier
    if versions:
        message = f"the text is as it was frozen as {versions[-1]}, and there is no other version to compare it with"
        hint = "“--since” takes a commit of git as well"
    else:
        message = "no version is frozen that the text could be compared with"
        hint = "“report freeze” freezes one; “--since” takes a commit of git as well"
    return Earlier("", {}, {}, (Finding("REV-030", now.listed, message, hint),))


def _differs(now: Now, earlier: Earlier) -> bool:
    """Whether a text prints otherwise now, or its source text is another that translations have yet to follow."""
    if earlier.units and {unit.source for unit in units_of_text(now.source)} != set(earlier.units.values()):
        return True
    pairs = ((one, earlier.printings[locale]) for locale, one in now.editions.items() if locale in earlier.printings)
    return any(departures(one.printing, printing) for one, printing in pairs)

"""How far an edition is, in its words: the copy of what templates print of its version."""

from __future__ import annotations

from report import locales
from report.model.brief import Revision
from report.model.edition import Edition
from report.model.revision import State

_READ = "in-review"


def statement(edition: Edition) -> str:
    """Return what the imprint says of the version of an edition, and of the day of its text."""
    word, pack = edition.words.word, edition.pack
    version = locales.in_digits(edition.revision.version, pack)
    day = locales.edition_date(edition.revision.date, pack)
    if edition.state == "published":
        return word("Version %(version)s of %(date)s", version=version, date=day)
    if edition.follows:
        former = locales.in_digits(edition.follows.version, pack)
        of_draft = "Draft of version %(version)s, made after version %(former)s of %(date)s"
        of_review = "Version %(version)s in review, made after version %(former)s of %(date)s"
        return word(of_review if edition.state == _READ else of_draft, version=version, former=former, date=day)
    of_draft = "Draft of version %(version)s, text of %(date)s"
    of_review = "Version %(version)s in review, text of %(date)s"
    return word(of_review if edition.state == _READ else of_draft, version=version, date=day)


def listed_version(edition: Edition, revision: Revision) -> str:
    """Return the version of a revision as the history lists it: that of the edition itself with how far it is."""
    is_own = revision.version == edition.revision.version
    return stated_version(edition, revision.version, edition.state if is_own else "published")


def stated_version(edition: Edition, version: str, state: State) -> str:
    """Return a version with how far it is, in the words and digits of an edition."""
    number = locales.version_name(version, edition.pack)
    if state == "published":
        return number
    return edition.words.word("%(version)s in review" if state == _READ else "%(version)s draft", version=number)

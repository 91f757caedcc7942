"""The copy of what was said after publication: notices, the line at the head of the first page, and the banner."""

from __future__ import annotations

from collections.abc import Iterator

from report.compose.errata import Place, places_of
from report.compose.passages import Writer
from report.model.anchors import erratum_id
from report.model.apparatus import Apparatus
from report.model.edition import Edition, HouseWords
from report.model.output import OutlineEntry, Passage
from report.model.revision import Erratum, Notice


def notices(edition: Edition, apparatus: Apparatus, writer: Writer) -> Iterator[Passage]:
    """Yield the notices as they print after the bibliography; an edition of which nothing is said has none."""
    if not apparatus.notices:
        return
    yield Passage("errata", edition.words.word("Corrections"), str(edition.brief.mark), "heading")
    for notice in apparatus.notices:
        yield from _notice(notice, edition, apparatus, writer)


def outline(edition: Edition, apparatus: Apparatus) -> Iterator[OutlineEntry]:
    """Yield the line of the outline that leads to the notices."""
    if apparatus.notices:
        yield OutlineEntry(1, edition.words.word("Corrections"), "errata")


def standing(edition: Edition, apparatus: Apparatus, writer: Writer) -> Iterator[Passage]:
    """Yield the line at the head of the first page: that the version is taken back, or what was corrected."""
    word, place = edition.words.word, str(edition.brief.mark)
    if edition.withdrawal:
        day = writer.day(edition.withdrawal.date)
        said = word(
            "This version was withdrawn on %(date)s. It should not be cited or relied on any more.",
            date=day,
        )
        yield Passage("title", f"{said} {word('The reasons are given at the end of the text.')}", place, "paragraph")
    elif apparatus.notices:
        version = writer.digits(apparatus.notices[0].erratum.version)
        yield Passage(
            "title",
            word("Corrections to version %(version)s stand at the end of the text.", version=version),
            place,
            "paragraph",
        )


def banner(edition: Edition, writer: Writer) -> Iterator[Passage]:
    """Yield what the web page of an older version tells of the newer one."""
    newer, word, place = edition.successor, edition.words.word, str(edition.brief.mark)
    if newer is None or writer.is_paged:
        return
    version, day = writer.digits(newer.version), writer.day(newer.date)
    yield Passage(
        "newer",
        word(
            "A newer version of this text is available: version %(version)s of %(date)s.",
            version=version,
            date=day,
        ),
        place,
        "paragraph",
    )
    if edition.withdrawal and edition.is_successor_withdrawn:
        taken_back = writer.day(edition.withdrawal.date)
        said = word("%(version)s withdrawn on %(date)s", version=version, date=taken_back)
        yield Passage("newer", said, place, "paragraph")
    yield writer.passage("newer", newer.note, edition.brief.mark, "paragraph")
    ways = f"{word('Read version %(version)s', version=version)} {word('What changed')}"
    yield Passage("newer", ways, place, "paragraph")
    own = writer.digits(edition.revision.version)
    later = "This note was added on %(date)s. Below it stands the text of version %(version)s, as it was published."
    yield Passage("newer", word(later, date=day, version=own), place, "paragraph")


def _notice(notice: Notice, edition: Edition, apparatus: Apparatus, writer: Writer) -> Iterator[Passage]:
    erratum, word = notice.erratum, edition.words.word
    anchor, mark = erratum_id(erratum.id), erratum.mark
    yield Passage(anchor, _title(erratum, edition.words, writer), str(mark), "heading")
    places = [_name(place, edition.words) for place in places_of(erratum, edition, apparatus)]
    if places:
        yield Passage(anchor, " · ".join(places), str(mark), "paragraph")
    for version, text, otherwise in (
        (erratum.version, erratum.before, "As published: %(words)s"),
        (erratum.by, erratum.after, "Correct: %(words)s"),
    ):
        if not text:
            continue
        words = writer.words(text)
        if erratum.kind == "correction":
            said = word("Version %(version)s: %(words)s", version=writer.digits(version), words=words)
        else:
            said = word(otherwise, words=words)
        yield Passage(anchor, said, str(mark), "paragraph", tuple(writer.foreign(text)))
    yield writer.passage(anchor, notice.text, mark, "paragraph")
    if notice.sources:
        said = word("Source: %(source)s", source=writer.words(notice.sources))
        yield Passage(anchor, said, str(mark), "paragraph", tuple(writer.foreign(notice.sources)))


def _title(erratum: Erratum, words: HouseWords, writer: Writer) -> str:
    version, day = writer.digits(erratum.version), writer.day(erratum.date)
    match erratum.kind:
        case "correction":
            return words.word("Correction to version %(version)s, %(date)s", version=version, date=day)
        case "erratum":
            return words.word("Erratum in version %(version)s, %(date)s", version=version, date=day)
        case "new-version":
            said = "Version %(by)s replaces version %(version)s, %(date)s"
            return words.word(said, by=writer.digits(erratum.by), version=version, date=day)
        case "withdrawal":
            return words.word("Withdrawal of version %(version)s, %(date)s", version=version, date=day)


def _name(place: Place, words: HouseWords) -> str:
    if not place.paragraph:
        return place.label or words.word("Opening section")
    if not place.label:
        return words.word("Paragraph %(number)s", number=place.paragraph)
    return words.word("%(section)s, paragraph %(number)s", section=place.label, number=place.paragraph)

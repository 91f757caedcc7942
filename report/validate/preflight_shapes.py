"""The shape of a preflight profile: what the house asks of finished files."""

from __future__ import annotations

from report.model.preflight import PRINTED_MEDIA
from report.validate.kinds import Field, Flag, ListOf, Number, Pairs, Plain, Record

_MOST_POINTS = 1000
_COLOURS = (
    "DeviceGray",
    "DeviceRGB",
    "DeviceCMYK",
    "CalGray",
    "CalRGB",
    "Lab",
    "ICCBased",
    "Indexed",
    "Pattern",
    "Separation",
    "DeviceN",
)
_STANDARDS = ("PDF/UA-1", "PDF/A-3a", "PDF/X-4")
_METADATA = (
    "title",
    "authors",
    "description",
    "keywords",
    "language",
    "publisher",
    "licence",
    "dates",
    "identifier",
    "version",
)


def _one_of(words: tuple[str, ...]) -> Plain:
    return Plain("|".join(words), f"one of {', '.join(words)}")


LIMITS = Record(
    "limits",
    "The limits that the questions go by.",
    (
        Field("standards", ListOf(_one_of(_STANDARDS)), "What the file says of itself that it keeps.", required=False),
        Field(
            "intent", Plain("GTS_PDFA1|GTS_PDFX", "GTS_PDFA1 or GTS_PDFX"), "The kind of output intent.", required=False
        ),
        Field("bleed", Number(0, 50, unit="millimetres"), "How far the ground goes beyond the trim.", required=False),
        Field(
            "marks-room",
            Number(0, 100, unit="millimetres"),
            "The room for marks, from the trim to the edge of the sheet.",
            required=False,
        ),
        Field("tolerance", Number(0, 10, unit="points"), "How exact boxes are.", required=False),
        Field("colours", ListOf(_one_of(_COLOURS)), "The families of colour spaces that may be used.", required=False),
        Field("text-black", Flag(), "Whether dark text is of black ink alone.", required=False),
        Field("ink", Number(0, 400, unit="per cent"), "The most of all inks together.", required=False),
        Field("resolution", Number(0, 10_000, unit="pixels an inch"), "The least of a picture.", required=False),
        Field("hairline", Number(0, _MOST_POINTS, unit="points"), "The thinnest line.", required=False),
        Field("text-size", Number(0, _MOST_POINTS, unit="points"), "The smallest text.", required=False),
        Field("contrast", Number(1, 21), "The least contrast of text to its ground (WCAG).", required=False),
        Field("multiple", Number(1, 1000, whole=True), "The number of pages is a multiple of this.", required=False),
        Field("least-pages", Number(1, 10_000, whole=True), "The least number of pages.", required=False),
        Field("most-pages", Number(1, 10_000, whole=True), "The most pages.", required=False),
        Field("white", Number(0, 1), "The share of the last page that may be white, from 0 to 1.", required=False),
        Field(
            "faces",
            ListOf(Plain(r"\S+", "a PostScript name")),
            "The only faces allowed; else the edition’s.",
            required=False,
        ),
        Field("metadata", ListOf(_one_of(_METADATA)), "What must be said of the file.", required=False),
        Field("tags", Flag(), "Whether the file is tagged.", required=False),
        Field("enclosures", Flag(), "Whether the sources travel with it.", required=False),
        Field("links", Flag(), "Whether it may have links.", required=False),
        Field("outline", Flag(), "Whether it has an outline and page labels.", required=False),
    ),
)
PREFLIGHT = Record(
    "preflight",
    "What is asked of the finished files of a medium.",
    (
        Field(
            "extends",
            Plain("[a-z0-9-]+", "the name of a profile"),
            "The profile that this one changes.",
            required=False,
        ),
        Field("medium", _one_of(PRINTED_MEDIA), "The medium; only for a profile that extends none.", required=False),
        Field("limits", LIMITS, "The limits that the questions go by.", required=False),
        Field("questions", Pairs(), "Questions, and how each weighs: ask, error, warning or skip.", required=False),
    ),
    either=("extends", "medium"),
)

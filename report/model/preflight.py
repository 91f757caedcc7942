"""What preflight goes by: profiles, which questions are asked with which limits; and the facts of an edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from report.model.brief import PressRules
from report.model.output import Medium, OutputProfile
from report.model.revision import State
from report.model.text import Direction

Weight = Literal["ask", "error", "warning", "skip"]
PrintedMedium = Literal["paged", "press", "booklet"]
WEIGHTS: tuple[Weight, ...] = ("ask", "error", "warning", "skip")
PRINTED_MEDIA: tuple[PrintedMedium, ...] = ("paged", "press", "booklet")


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a profile; what is None is not limited, and a list that is empty allows or requires nothing.

    ``bleed`` and ``marks_room`` (from the trim to the edge of the sheet, for marks) are in millimetres, ``tolerance``,
    ``hairline`` and ``text_size`` in points, ``ink`` is the sum of all inks in per cent, ``resolution`` in pixels per
    inch, ``contrast`` that of text to its ground (WCAG 2.1), ``white`` the share of a page that may stay white.
    ``standards`` are what the file says it keeps, ``intent`` the kind of its output intent, ``colours`` the families of
    colour spaces (ISO 32000-1, 8.6.3) that may be used, ``metadata`` what must be said of the file, ``faces`` the
    PostScript names of the only faces that may be used, where it is not for the edition to say. ``text_black`` asks
    that dark text is of black ink alone.
    """

    standards: tuple[str, ...] = ()
    intent: str = ""
    bleed: float = 0.0
    marks_room: float = 0.0
    tolerance: float = 0.01
    colours: tuple[str, ...] = ()
    text_black: bool = False
    ink: float | None = None
    resolution: float | None = None
    hairline: float | None = None
    text_size: float | None = None
    contrast: float | None = None
    multiple: int = 1
    least_pages: int = 1
    most_pages: int | None = None
    white: float | None = None
    faces: tuple[str, ...] = ()
    metadata: tuple[str, ...] = ()
    tags: bool = False
    enclosures: bool = False
    links: bool = False
    outline: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """What is asked of the files of a medium: the weight of each question by its name, and the limits."""

    name: str
    medium: PrintedMedium
    questions: Mapping[str, Weight]
    limits: Limits


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an edition without looking at its files; texts are in the words of the edition.

    ``trim`` is the size of its pages in points, where the sheet says it plainly. ``press`` are the rules of the house's
    printer, ``profile`` is the SHA-256 of the profile of its printing condition. ``enclosed`` has the SHA-256 of every
    file that travels with it, by its path in the project. ``enclosed_as`` says
    what each is to the text (AFRelationship), and its type. ``pictures`` are those of its figures that are made of
    pixels, as files, in order.
    """

    slug: str
    locale: str
    direction: Direction
    version: str
    created: date
    modified: date
    title: str
    authors: tuple[str, ...]
    description: str
    keywords: tuple[str, ...]
    publisher: str
    licence: str
    licence_address: str
    holder: str
    trim: tuple[float, float] | None = None
    press: PressRules | None = None
    profile: str = ""
    enclosed: Mapping[str, str] = field(default_factory=dict)
    enclosed_as: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    pictures: tuple[bytes, ...] = ()
    state: State = "published"


Profiles = Mapping[Medium, Profile]


@dataclass(frozen=True, slots=True)
class Known:
    """What preflight is told besides a proof: profiles of the media, facts of the edition, the printer's ICC profile.

    A medium without a profile is asked what is asked of every file. ``is_alone`` tells that no brief is at hand: what
    a proof's galley says then means nothing.
    """

    profiles: Profiles = field(default_factory=dict)
    facts: Facts | None = None
    output: OutputProfile | None = None
    is_alone: bool = False

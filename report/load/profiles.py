"""The ICC profile of a house's printer: the one file that a house may name outside the project. It is only read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from report.findings import Checked, Finding
from report.model.brief import House, PressRules
from report.model.output import Medium, OutputProfile

_MOST_BYTES = 16 * 1024 * 1024
_HEADER = 128
_PRESS_MEDIA = frozenset(("press", "booklet"))
# Reference names of the registry of characterization data, as the ICC keeps it on www.color.org.
_REGISTERED = re.compile(
    r"FOGRA(2[7-9]|[345][0-9]|60)|CGATS TR 00[1-6]|CGATS21-2-CRPC[1-7]|EUROSB[12]04|IFRA(22|26|30)"
    r"|JC20010[34]|JCN2002|JCW2003"
)
_NO_PROFILE = (
    "on Debian the package libgs-common brings a free one, /usr/share/color/icc/ghostscript/default_cmyk.icc; "
    "your printer gives you the one for his press"
)


class _Refused(Exception):
    """A file is no profile that can be printed by; the message goes on after its name."""


def load_profile(house: House, media: Sequence[Medium]) -> Checked[OutputProfile | None]:
    """Read the profile of the printing condition, if anything for the press is ordered; without media everything is."""
    ordered = [medium for medium in media if medium in _PRESS_MEDIA]
    rules = house.press
    if rules is None and ordered:
        message = f"“{ordered[0]}” is ordered, and the house names no printing condition"
        hint = "give house.yaml a “press:” with “profile” and “condition”, or order paged and screen alone"
        return Checked(None, (Finding("PRS-003", house.mark, message, hint),))
    if rules is None or (media and not ordered):
        return Checked(None)
    try:
        body = _read(Path(rules.profile))
        description = _description(body)
    except _Refused as reason:
        finding = Finding("PRS-001", rules.profile_mark, f"the profile {rules.profile} {reason}", _NO_PROFILE)
        return Checked(None, (finding,))
    profile = OutputProfile(rules.condition, description, body, sha256(body).hexdigest())
    return Checked(profile, tuple(_check_condition(rules)))


def _read(path: Path) -> bytes:
    """Return the bytes of a profile.

    Raises:
        _Refused: there is no such file, or it is too large.
    """
    try:
        if not path.is_file():
            raise _Refused("does not exist" if not path.exists() else "is no file")
        if path.stat().st_size > _MOST_BYTES:
            raise _Refused(f"is larger than {_MOST_BYTES >> 20} MB")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise _Refused("cannot be read") from error


def _description(body: bytes) -> str:
    """Return what a profile says of itself.

    Raises:
        _Refused: it is no profile of a press with four inks (ICC.1:2022, 7.2), or is damaged.
    """
    if len(body) < _HEADER or body[36:40] != b"acsp":
        raise _Refused("is no ICC profile")
    if body[8] not in (2, 4):
        raise _Refused(f"is an ICC profile of version {body[8]}, and PDF/X-4 knows 2 and 4")
    kind, colours = (body[at : at + 4].decode("latin-1").strip() for at in (12, 16))
    if kind != "prtr" or colours != "CMYK":
        raise _Refused(f"is an ICC profile of the kind “{kind} {colours}”, not of a press with four inks (“prtr CMYK”)")
    if int.from_bytes(body[:4]) != len(body):
        raise _Refused("is damaged: it is not as long as it says")
    from PIL import ImageCms  # noqa: PLC0415 - only a house with a printer needs it

    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(body))
        ImageCms.buildTransform(ImageCms.createProfile("sRGB"), profile, "RGB", "CMYK")
        ImageCms.buildTransform(profile, ImageCms.createProfile("LAB"), "CMYK", "LAB")
        return ImageCms.getProfileDescription(profile).strip()
    except (ImageCms.PyCMSError, OSError, ValueError) as error:
        raise _Refused("is damaged: no colour can be turned by it") from error


def _check_condition(rules: PressRules) -> Iterator[Finding]:
    if not _REGISTERED.fullmatch(rules.condition):
        message = f"“{rules.condition}” is no name of a printing condition in the registry of the ICC"
        hint = "such as FOGRA51, FOGRA39 or CGATS TR 001; your printer knows which"
        yield Finding("PRS-002", rules.condition_mark, message, hint)

"""Ghostscript and MuPDF, asked how they see a PDF: its colour spaces, plates and boxes, its pages in process colour."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from xml.etree import ElementTree

from PIL import Image, ImageChops, ImageCms

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")

_SPACE = re.compile(r'colorspace="([^"]*)"')
_PLATE = re.compile(r"\((.+)\)\.tif$")


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a page, in points."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> tuple[float, float]:
        return self.right - self.left, self.top - self.bottom

    def grown(self, by: float) -> Box:
        """Return the box with so many points more on every side."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)


def colour_spaces(path: Path) -> set[str]:
    """Return the colour spaces in which MuPDF paints anything of a file: paths, text, pictures, shadings, groups."""
    return set(_SPACE.findall(_said("mutool", "trace", path)))


def spot_plates(path: Path) -> set[str]:
    """Return the plates that Ghostscript makes of a file beside those of the process colours."""
    with TemporaryDirectory() as folder:
        _said("gs", *_QUIETLY, "-sDEVICE=tiffsep", "-r20", "-o", f"{folder}/%03d.tif", path)
        plates = {found[1] for one in Path(folder).iterdir() if (found := _PLATE.search(one.name))}
    assert plates >= set(PROCESS)
    return plates - set(PROCESS)


def by_ghostscript(path: Path, resolution: int, *options: str) -> list[Image.Image]:
    """Return the pages in process colour as Ghostscript draws them, in pixels per inch."""
    with TemporaryDirectory() as folder:
        device = ("-sDEVICE=tiff32nc", "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", f"-r{resolution}", *options)
        _said("gs", *_QUIETLY, *device, "-o", f"{folder}/%03d.tif", path)
        return [Image.open(one).copy() for one in sorted(Path(folder).iterdir())]


def by_ghostscript_with_another_rgb(path: Path, resolution: int) -> list[Image.Image]:
    """Return the pages as Ghostscript draws them where red means green, green blue and blue red, in all RGB."""
    profile_of_srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    turned = {b"rXYZ": b"gXYZ", b"gXYZ": b"bXYZ", b"bXYZ": b"rXYZ"}
    with NamedTemporaryFile(suffix=".icc") as profile:
        profile.write(re.sub(b"[rgb]XYZ", lambda name: turned[name[0]], profile_of_srgb))
        profile.flush()
        allowed = f"--permit-file-read={profile.name}"
        return by_ghostscript(path, resolution, allowed, f"-sDefaultRGBProfile={profile.name}", "-dOverrideICC=true")


def by_mupdf(path: Path, resolution: int) -> list[Image.Image]:
    """Return the pages in process colour as MuPDF draws them, in pixels per inch."""
    with TemporaryDirectory() as folder:
        _said(
            "mutool", "draw", "-q", "-r", str(resolution), "-c", "cmyk", "-F", "pam", "-o", f"{folder}/%03d.pam", path
        )
        return [_pam(one.read_bytes()) for one in sorted(Path(folder).iterdir())]


def page_boxes(path: Path) -> list[dict[str, Box]]:
    """Return the boxes that MuPDF finds on each page, by name."""
    pages = ElementTree.fromstring("<file>" + _said("mutool", "pages", path).partition("\n")[2] + "</file>")
    return [
        {box.tag: Box(*(float(box.get(side, "nan")) for side in "lbrt")) for box in page if box.get("l")}
        for page in pages
    ]


def difference(one: Image.Image, other: Image.Image, resolution: int) -> float:
    """Return by how much two pictures differ, over squares of a quarter of an inch: 0 nowhere, 1 black against white.

    Each square counts as its average, plate by plate, since programs draw the edges of letters in different ways.
    """
    assert max(abs(here - there) for here, there in zip(one.size, other.size, strict=True)) <= 1
    width, height = (min(pair) for pair in zip(one.size, other.size, strict=True))
    squares = [picture.crop((0, 0, width, height)).reduce(resolution // 4) for picture in (one, other)]
    return max(most for _, most in ImageChops.difference(*squares).getextrema()) / 255


def inside_box(page: Image.Image, box: Box, media: Box) -> Image.Image:
    """Return what a drawn page shows within one of its boxes; the picture is of all its MediaBox."""
    scale = page.width / media.size[0]
    cut = (box.left - media.left, media.top - box.top, box.right - media.left, media.top - box.bottom)
    left, top, right, bottom = (round(side * scale) for side in cut)
    return page.crop((left, top, right, bottom))


_QUIETLY = ("-q", "-dSAFER", "-dNOPAUSE", "-dBATCH")


def _said(*command: str | Path) -> str:
    """Return what a program prints, which must end well."""
    done = subprocess.run(command, capture_output=True, check=False)
    complaints = done.stderr.decode("utf-8", "replace")
    assert done.returncode == 0, complaints
    assert "rror" not in complaints, complaints
    return done.stdout.decode("utf-8", "replace")


def _pam(body: bytes) -> Image.Image:
    """Read a picture as Netpbm's PAM has it, which Pillow reads in other colours only."""
    head, _, pixels = body.partition(b"ENDHDR\n")
    facts = dict(line.split(" ", 1) for line in head.decode("ascii").splitlines()[1:])
    assert facts["TUPLTYPE"] == "CMYK"
    return Image.frombytes("CMYK", (int(facts["WIDTH"]), int(facts["HEIGHT"])), pixels)

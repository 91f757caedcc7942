"""The programs that the tests look with: a browser, and a second reader of PDF."""

import platform
import shutil
from functools import partial
from pathlib import Path

from report.setup.machine import Need

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_MAC_BROWSERS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)
_PDF_READERS = ("pdftotext", "pdftoppm")


def find_browser() -> Path | None:
    """Return the Chromium or Chrome of this machine."""
    for name in _BROWSERS:
        if found := shutil.which(name):
            return Path(found)
    return next((path for path in _MAC_BROWSERS if path.exists()), None)


def program_needs() -> tuple[Need, ...]:
    """Return the programs as needs of the machine."""
    browser = Need("a Chromium browser", _browser_package(), lambda: find_browser() is not None)
    readers = (Need(name, "poppler-utils", partial(_is_on_path, name)) for name in _PDF_READERS)
    return (browser, *readers)


def _browser_package() -> str:
    """Name the browser's package; Ubuntu keeps another name than Debian."""
    try:
        system = platform.freedesktop_os_release().get("ID")
    except OSError:
        system = None
    return "chromium-browser" if system == "ubuntu" else "chromium"


def _is_on_path(name: str) -> bool:
    return shutil.which(name) is not None

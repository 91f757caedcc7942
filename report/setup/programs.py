"""The programs that the tests look with: a browser, a second reader of PDF, what translators use and what counts."""

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
_CATALOG_TOOLS = ("msgfmt", "msgcat", "msgattrib", "msgmerge")


def find_browser() -> Path | None:
    """Return the Chromium or Chrome of this machine."""
    for name in _BROWSERS:
        if found := shutil.which(name):
            return Path(found)
    return next((path for path in _MAC_BROWSERS if path.exists()), None)


def program_needs() -> tuple[Need, ...]:
    """Return the programs as needs of the machine."""
    browser = Need("a Chromium browser", _browser_package(), lambda: find_browser() is not None)
    packages = {
        **dict.fromkeys(_PDF_READERS, "poppler-utils"),
        **dict.fromkeys(_CATALOG_TOOLS, "gettext"),
        "node": "nodejs",
    }
    return (browser, *(Need(name, package, partial(_is_on_path, name)) for name, package in packages.items()))


def _browser_package() -> str:
    """Name the browser's package; Ubuntu keeps another name than Debian."""
    try:
        system = platform.freedesktop_os_release().get("ID")
    except OSError:
        system = None
    return "chromium-browser" if system == "ubuntu" else "chromium"


def _is_on_path(name: str) -> bool:
    return shutil.which(name) is not None

"""The programs that the tests ask: a browser, other readers of PDF, what translators use, what counts, what judges."""

import platform
import shutil
import subprocess
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
        "gs": "ghostscript",
        "mutool": "mupdf-tools",
        **dict.fromkeys(_CATALOG_TOOLS, "gettext"),
        "node": "nodejs",
    }
    java = Need("a Java with its compiler", "default-jre-headless", _has_java)
    return (browser, java, *(Need(name, package, partial(_is_on_path, name)) for name, package in packages.items()))


def _browser_package() -> str:
    """Name the browser's package; Ubuntu keeps another name than Debian."""
    try:
        system = platform.freedesktop_os_release().get("ID")
    except OSError:
        system = None
    return "chromium-browser" if system == "ubuntu" else "chromium"


def _has_java() -> bool:
    """Tell whether there is a Java, 11 or later, that runs a source file: what macOS has by that name is none.

    Debian's runtime alone brings the compiler for it; elsewhere it may come with the development kit only.
    """
    if not _is_on_path("java"):
        return False
    answer = subprocess.run(["java", "--list-modules"], capture_output=True, text=True, check=False)
    return "jdk.compiler@" in answer.stdout


def _is_on_path(name: str) -> bool:
    return shutil.which(name) is not None

"""The free profile of process colour that the shipped house names for its press files.

A house may name its printer's own profile in its place. Debian and its kin bring the free one at one place, in a
small package without programs. On other systems it lies elsewhere, so there it is no need of the machine: whoever
makes press files there names a profile in `content/house.yaml`.
"""

import shutil
from pathlib import Path

from report.setup.machine import Need

FREE_PROFILE = Path("/usr/share/color/icc/ghostscript/default_cmyk.icc")


def profile_needs() -> tuple[Need, ...]:
    """Return the profile as a need of the machine, where its package is to be had."""
    if shutil.which("apt-get") is None:
        return ()
    return (Need("a CMYK profile", "libgs-common", FREE_PROFILE.is_file),)

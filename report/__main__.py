"""`python -m report` is the same program as `report`."""

import gc
import sys

# A run is short and keeps nearly all that it makes: looking for garbage takes a tenth of its time and frees nothing.
gc.disable()

from report.cli import main  # noqa: E402 - before this, nothing is made

if __name__ == "__main__":
    status = main()
    # What is frozen is not looked through once more on the way out.
    gc.freeze()
    sys.exit(status)

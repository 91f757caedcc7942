"""`python -m report` is the same program as `report`."""

import gc
import signal
import sys

# A run is short and keeps nearly all that it makes: looking for garbage takes a tenth of its time and frees nothing.
gc.disable()

# Until all is loaded nothing has been begun: who interrupts now ends it without a word, as the system has it.
_IS_HEEDED = signal.getsignal(signal.SIGINT) is signal.default_int_handler
if _IS_HEEDED:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from report.cli import main  # noqa: E402 - before this, nothing is made

if _IS_HEEDED:
    signal.signal(signal.SIGINT, signal.default_int_handler)

if __name__ == "__main__":
    try:
        status = main()
    except KeyboardInterrupt:  # one more, while the first was answered
        status = 3
        sys.stderr.write("\nreport: stopped; the last good output stays\n")
    # From here on there is nothing left to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What is frozen is not looked through once more on the way out.
    gc.freeze()
    sys.exit(status)

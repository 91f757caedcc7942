"""`python3 -m report.setup` readies everything, for tests too, and runs nothing."""

import sys
from pathlib import Path

from report.setup import Purpose, SetupError, ready


def main() -> int:
    """Ready this checkout for its tests."""
    try:
        ready(Path(__file__).resolve().parents[2], Purpose.TEST)
    except SetupError as error:
        print(f"set-up: {error}", file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""`python -m monazite` is the command `monazite`."""

from __future__ import annotations

import sys

from monazite.cli.main import run

if __name__ == "__main__":
    sys.exit(run())

"""A page that a tool makes: written, or with --check only compared."""

from __future__ import annotations

import sys
from pathlib import Path


def paged(path: Path, text: str) -> int:
    """Write the page; with --check on the command line 1 where it differs, and nothing written."""
    if "--check" not in sys.argv:
        path.write_text(text, encoding="utf-8")
        print(f"written: {path.name}")
        return 0
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return 0
    print(f"{path.name} is stale: run tools/{Path(sys.argv[0]).name}", file=sys.stderr)
    return 1

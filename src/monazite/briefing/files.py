"""Write the page to a file: whole or not at all."""

from __future__ import annotations

import tempfile
from pathlib import Path

from monazite.errors import InputError

_FIELD = "html"
_READABLE = 0o644


def writable(path: Path) -> Path:
    """The file as an absolute path; InputError on "html" if it cannot be written there."""
    if not path.parent.is_dir():
        raise InputError(_FIELD, path, "accepted: a file in a folder that exists")
    if path.is_dir():
        raise InputError(_FIELD, path, "accepted: a file name, not a folder")
    return path.resolve()


def write(text: str, path: Path) -> None:
    """Write the text beside the file, then put it in its place in one step."""
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=path.parent, prefix=f".{path.name}.", delete=False
    ) as file:
        file.write(text)
    written = Path(file.name)
    # A temporary file is private; a page is for others to read.
    written.chmod(_READABLE)
    written.replace(path)

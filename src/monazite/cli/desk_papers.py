"""The papers in a folder, known by their SHA-256, and put beside the form's own list of them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from monazite.cli.trade_progress import Progress

_FILES_MAX = 1_000


def hashes(folder: Path, progress: Progress) -> dict[str, str]:
    """SHA-256 of every file in the folder and below, by its name; InputError where it is none."""
    if not folder.is_dir():
        raise InputError("papers", folder, "a folder that exists")
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    if len(files) > _FILES_MAX:
        raise InputError("papers", folder, f"a folder of at most {_FILES_MAX:,} files")
    found = {}
    for number, path in enumerate(files, 1):
        progress(path.name, number, len(files))
        found[path.name] = _hash(path)
    return found


def _hash(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputError("papers", path, f"files that can be read ({error.strerror})") from error


def named(form: Any, found: Mapping[str, str]) -> Any:  # noqa: ANN401 - a form is JSON
    """The form in which every paper whose file is at hand carries that file's hash."""
    papers = form.get("papers") if isinstance(form, dict) else None
    if not isinstance(papers, list):
        return form
    return form | {"papers": [_hashed(paper, found) for paper in papers]}


def unnamed(form: Any, found: Mapping[str, str]) -> list[str]:  # noqa: ANN401
    """The files that no paper of the form names, by its file or by its hash."""
    papers = form.get("papers") if isinstance(form, dict) else None
    rows = [each for each in papers if isinstance(each, dict)] if isinstance(papers, list) else []
    said = {str(row.get(key)).lower() for row in rows for key in ("file", "sha256")}
    return [name for name, sha256 in found.items() if not {name.lower(), sha256} & said]


def _hashed(paper: Any, found: Mapping[str, str]) -> Any:  # noqa: ANN401
    known = found.get(str(paper.get("file"))) if isinstance(paper, dict) else None
    return paper | {"sha256": known} if known and not paper.get("sha256") else paper

"""A model in a folder: each version whole in a folder of its own, `current` names the one in force.

The new version is written beside the old ones and named last, in one step: whatever fails before
leaves the last good model in force.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from monazite.errors import InputError
from monazite.watch.targeting.keeping import head_files, read_head
from monazite.watch.targeting.model import Model
from monazite.watch.targeting.table.schema import Column, Schema

if TYPE_CHECKING:
    from collections.abc import Iterator

CURRENT, MODEL = "current", "model.json"
FORMAT = 1
_READABLE = 0o755


def keep(model: Model, folder: str | Path) -> str:
    """Write a model and put it in force; the name of its version.

    Raises:
        InputError: field "model" where the folder cannot be written.
    """
    root = Path(folder)
    try:
        root.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=".new-", dir=root))
    except OSError as error:
        raise InputError("model", folder, f"a folder to write; {error.strerror}") from None
    try:
        version = _write(model, made)
        if not (root / version).is_dir():
            made.replace(root / version)
        named = root / f".{CURRENT}-{version}"
        named.write_text(version + "\n", encoding="utf-8")
        named.replace(root / CURRENT)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return version


def load(folder: str | Path, version: str | None = None) -> Model:
    """The model in force, or one of the versions before it.

    Raises:
        InputError: field "model" where there is none, or where its files are not as they were
            written.
    """
    root = Path(folder)
    try:
        name = version or (root / CURRENT).read_text(encoding="utf-8").strip()
        data = {path.name: path.read_bytes() for path in sorted((root / name).iterdir())}
    except OSError:
        raise InputError("model", folder, "a folder that `watch train` filled") from None
    if version_of(data) != name or MODEL not in data:
        raise InputError("model", root / name, "files as they were written; train again, or name "
                         "another version")  # fmt: skip
    return _model(data)


def card_file(folder: str | Path) -> Path:
    """Where the card of the model in force lies."""
    root = Path(folder)
    return root / (root / CURRENT).read_text(encoding="utf-8").strip() / MODEL


def versions(folder: str | Path) -> list[str]:
    """The names of all versions that are kept, oldest first."""
    root = Path(folder)
    found = [path for path in root.iterdir() if (path / MODEL).is_file()]
    return [path.name for path in sorted(found, key=lambda path: path.stat().st_mtime)]


def version_of(data: dict[str, bytes]) -> str:
    """The first 16 signs of the SHA-256 of a version's files."""
    found = hashlib.sha256()
    for name in sorted(data):
        found.update(name.encode() + b"\0" + hashlib.sha256(data[name]).digest())
    return found.hexdigest()[:16]


def _write(model: Model, folder: Path) -> str:
    data = dict(_files(model))
    for name, content in data.items():
        with (folder / name).open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    folder.chmod(_READABLE)
    return version_of(data)


def _files(model: Model) -> Iterator[tuple[str, bytes]]:
    document = {
        "format": FORMAT, "clean": model.clean, "label": model.schema.label,
        "time": model.schema.time, "columns": [list(one) for one in model.schema.columns],
        "heads": list(model.heads), "card": dict(model.card),
    }  # fmt: skip
    yield MODEL, json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8")
    for number, head in enumerate(model.heads.values()):
        for name, content in head_files(head):
            yield f"{number}-{name}", content


def _model(data: dict[str, bytes]) -> Model:
    document: dict[str, Any] = json.loads(data[MODEL])
    if document["format"] != FORMAT:
        raise InputError("model", f"format {document['format']}", f"format {FORMAT}: train again")
    columns = tuple(Column(*one) for one in document["columns"])
    schema = Schema(document["label"], document["time"], columns)
    heads = {
        name: read_head(schema, _of(data, f"{number}-"))
        for number, name in enumerate(document["heads"])
    }
    return Model(schema, document["clean"], heads, document["card"])


def _of(data: dict[str, bytes], prefix: str) -> dict[str, bytes]:
    return {name.removeprefix(prefix): one for name, one in data.items() if name.startswith(prefix)}

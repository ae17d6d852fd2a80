"""`monazite desk backup`: the whole site in one file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection
from django.utils import timezone

from monazite import __version__
from monazite.desk.events.snapshot import snapshot
from monazite.desk.running import keys
from monazite.desk.running.archive import tables
from monazite.desk.running.archive.manifest import NAME, Manifest, expected
from monazite.desk.running.archive.writing import Writer, archive
from monazite.desk.running.worker import PART
from monazite.watch.screening.suppressions.store import FILE

if TYPE_CHECKING:
    from collections.abc import Callable

    Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Backup:
    """What was written: its place, its size in bytes, how many tables and files it holds."""

    path: Path
    size: int
    tables: int
    files: int
    with_keys: bool


def backup(path: Path, *, with_keys: bool = False, progress: Progress | None = None) -> Backup:
    """Write tables of one moment, papers and checkpoints; InputError where the path cannot be.

    Sessions stay out. with_keys: the signing key, the site's secret and the second factors too;
    without them, whoever restores it makes new ones. progress is told tables done and in all.
    """
    models = tables.kept(secret=with_keys)
    with archive(path) as writer:
        with snapshot():
            migrations = tables.migrations()
            for done, (label, model) in enumerate(models.items(), 1):
                writer.lines(f"tables/{label}.jsonl", tables.lines(model))
                if progress:
                    progress(done, len(models))
        # After the rows: every file that they name was there before them, and files stay.
        _folder(writer, "papers", Path(settings.PAPERS_ROOT))
        _folder(writer, "checkpoints", Path(settings.CHECKPOINTS_ROOT))
        _set_aside(writer)
        if with_keys:
            _keys(writer)
        manifest = Manifest(
            timezone.now().isoformat(),
            connection.vendor,
            migrations,
            with_keys,
            writer.files,
            __version__,
        )
        writer.data(NAME, manifest.data())
    files = len(manifest.files) - len(models)
    return Backup(path, path.stat().st_size, len(models), files, with_keys)


def _folder(writer: Writer, name: str, root: Path) -> None:
    """Every file of a folder, without what is not finished."""
    for path in sorted(root.rglob("*")):
        member = f"{name}/{path.relative_to(root).as_posix()}"
        if path.is_file() and path.suffix != PART and expected(member):
            writer.file(member, path)


def _set_aside(writer: Writer) -> None:
    """Which alerts people set aside; the lists themselves are their publishers' to give again."""
    path = Path(settings.LISTS_ROOT) / FILE
    if path.is_file():
        writer.file(f"lists/{FILE}", path)


def _keys(writer: Writer) -> None:
    keys.load()
    writer.file("keys/signing.pem", Path(settings.SIGNING_KEY))
    writer.file("keys/secret", Path(settings.HOME) / "secret")

"""`monazite desk restore`: a site from its backup, on either engine."""

from __future__ import annotations

import shutil
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import DatabaseError, connection, transaction

from monazite.desk.events import copies
from monazite.desk.events.snapshot import without_hurry
from monazite.desk.running import keys
from monazite.desk.running.archive import reading, tables
from monazite.desk.running.archive.state import in_use, prepared
from monazite.desk.running.verify import Report, verify
from monazite.errors import InputError

if TYPE_CHECKING:
    import io
    from collections.abc import Callable, Mapping

    from django.db import models

    from monazite.desk.running.archive.manifest import Manifest

    Progress = Callable[[int, int], None]
    Models = Mapping[str, type[models.Model]]

_BATCH = 500
_FILE_MAX = 1 << 28


def restore(path: Path, progress: Progress | None = None) -> Report:
    """Make a site from a backup, and prove it; InputError, and nothing changed, where it cannot be.

    The database must be empty, and not migrated further than the backup: it is brought to the
    backup's state, filled in one transaction, and migrated on to this version. A file that lies
    there already must be the same. progress is told members done and in all.
    """
    with reading.refused(path):
        manifest = reading.checked(path)
    registry = prepared(manifest)
    models = tables.kept(secret=True, registry=registry)
    _fits(manifest, models)
    with reading.refused(path), transaction.atomic():
        without_hurry()
        for done, (name, file) in enumerate(reading.members(path), 1):
            _take(name, file, models)
            if progress:
                progress(done, len(manifest.files) + 1)
        _count_on(models)
    call_command("migrate", interactive=False, verbosity=0)
    return verify()


def _fits(manifest: Manifest, models: Models) -> None:
    if any(model._base_manager.exists() for model in models.values()):  # noqa: SLF001 - Django's own name
        in_use()
    sizes = [int(size) for name, (size, _) in manifest.files.items() if name[:7] != "tables/"]
    if max(sizes, default=0) > _FILE_MAX:
        raise InputError("archive", f"{max(sizes)} bytes", f"files of at most {_FILE_MAX} bytes")
    for root in map(Path, (settings.PAPERS_ROOT, settings.CHECKPOINTS_ROOT)):
        root.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(root).free < sum(sizes):
            raise InputError("archive", f"{sum(sizes)} bytes", f"as much free space in {root}")


def _take(name: str, file: io.BufferedIOBase, models: Models) -> None:
    kind, _, rest = name.partition("/")
    if kind == "tables":
        _table(rest.removesuffix(".jsonl"), file, models)
    elif kind == "papers":
        _file(Path(settings.PAPERS_ROOT) / rest, file, 0o600)
    elif kind == "lists":
        _file(Path(settings.LISTS_ROOT) / rest, file, 0o600)
    elif kind == "checkpoints":
        _checkpoint(rest, file)
    elif kind == "keys":
        place = settings.SIGNING_KEY if rest == "signing.pem" else settings.HOME / rest
        copies.put(Path(place), file.read(), 0o600)


def _checkpoint(name: str, file: io.BufferedIOBase) -> None:
    """Public keys are added to those that are there: the site may go on with a key of its own."""
    place = Path(settings.CHECKPOINTS_ROOT) / name
    if place == keys.public_path():
        keys.publish(file.read())
    else:
        _file(place, file, 0o644)


def _file(place: Path, file: io.BufferedIOBase, mode: int) -> None:
    data = file.read()
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        copies.put(place, data, mode)
    elif place.read_bytes() != data:
        raise ValueError(f"another {place.name} lies in {place.parent}")


def _table(label: str, file: io.BufferedIOBase, models: Models) -> None:
    model = models.get(label)
    if model is None:
        raise ValueError(f"there is no table {label}")
    rows = tables.objects(model, reading.lines(file))
    try:
        while batch := list(islice(rows, _BATCH)):
            _insert(model, batch)
    except (ArithmeticError, DatabaseError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"tables/{label}.jsonl cannot be read: {error}") from error


def _insert(model: type[models.Model], batch: list[models.Model]) -> None:
    model._base_manager.bulk_create(batch)  # noqa: SLF001


def _count_on(models: Models) -> None:
    """New rows are numbered after those that came with their numbers."""
    every = list(models.values())
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), every):
            cursor.execute(statement)

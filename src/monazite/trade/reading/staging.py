"""A load in the making: a hidden folder beside the loads that becomes one of them by one rename.

While anything is being loaded, an operating-system lock on `STORE/.lock` is held: a second load
waits for the first, and folders that a killed process left behind are swept by the next. Whatever
goes wrong, the store is left as it was, its folder included.
"""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from monazite.errors import InputError, MonaziteError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from monazite.trade.flows.store import Store

_STAGING, _LOCK = ".loading-", ".lock"


@contextmanager
def locked(store: Store) -> Iterator[None]:
    """Hold the store for one load; leftovers of dead loads are swept.

    Raises:
        InputError: field "store", where the folder cannot be made or is something else.
        MonaziteError: where the disk refuses to be written, such as when it is full.
    """
    made = _make(store.path)
    try:
        with (store.path / _LOCK).open("ab") as file:
            _hold(file.fileno())
            for left in store.path.glob(f"{_STAGING}*"):
                shutil.rmtree(left, ignore_errors=True)
            yield
    except OSError as refused:
        raise MonaziteError(
            f"the store {store.path} could not be written ({refused.strerror or refused}); "
            "it is as it was before"
        ) from refused
    finally:
        _unmake(store, made)


@contextmanager
def staged(store: Store) -> Iterator[Path]:
    """A hidden folder to write a load into; it is gone afterwards unless it was committed."""
    folder = store.path / f"{_STAGING}{secrets.token_hex(6)}"
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def commit(store: Store, folder: Path, load: str) -> None:
    """Make a staged folder a load: its bytes are on the disk, then one rename."""
    for file in folder.rglob("*"):
        _flush(file)
    store.loads_path.mkdir(exist_ok=True)
    folder.rename(store.folder(load))
    _flush(store.loads_path)


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _make(path: Path) -> list[Path]:
    """Make the store's folder; the folders that were not there before."""
    missing = [one for one in (path, *path.parents) if not one.exists()]
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as refused:
        raise InputError("store", path, f"a folder that can be written ({refused})") from refused
    return missing


def _unmake(store: Store, made: list[Path]) -> None:
    """Take away the folders of a store that holds nothing and was not there before."""
    if made and not store.loads_path.exists():
        (store.path / _LOCK).unlink(missing_ok=True)
        for folder in made:
            folder.rmdir()


def _hold(handle: int) -> None:
    """Wait for the lock and take it; it is given back when the file closes or its process dies."""
    try:
        import fcntl  # noqa: PLC0415 - not on every system
    except ImportError:  # pragma: no cover - Windows
        import msvcrt  # noqa: PLC0415

        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined]
        return
    fcntl.flock(handle, fcntl.LOCK_EX)

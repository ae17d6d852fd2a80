"""The home of one site: the folder of what it owns, entered before Django is loaded."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import django
from django.conf import settings
from django.db import connections

from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SETTINGS = "monazite.desk.settings"
DEMO_MARK = "demo"
"""The file that says that a home is the demo's own; empty until its world is whole."""


def make(home: Path) -> bool:
    """Make the folder and its secret, readable by their owner alone; False where both were there.

    InputError where the folder cannot be written.
    """
    secret = home / "secret"
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        written = os.open(secret, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        if secret.is_file():
            return False
        raise InputError("home", home, "a folder, not a file") from error
    except OSError as error:
        accepted = f"a folder that can be written ({error.strerror})"
        raise InputError("home", home, accepted) from error
    with os.fdopen(written, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48) + "\n")
    return True


@contextmanager
def taken_back(home: Path) -> Iterator[None]:
    """Whatever fails within leaves the folder as it was, or none where there was none.

    A home that was made before is left alone: a site that runs there writes files meanwhile.
    """
    if (home / "secret").exists():
        yield
        return
    before = set(home.iterdir()) if home.is_dir() else None
    try:
        yield
    except BaseException:
        if settings.configured:
            connections.close_all()
        for path in set(home.iterdir()) - (before or set()) if home.is_dir() else ():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        if before is None and home.is_dir():
            home.rmdir()
        raise


def enter(home: Path, *, demo: bool = False, insecure: bool = False, proxies: int = 0) -> None:
    """Make Django ready for the site that lives here; once in a process.

    demo: one-click sign-in, and never the database of DATABASE_URL; insecure: plain HTTP;
    proxies: how many of ours stand in front and are believed, 0: as MONAZITE_PROXIES says.
    """
    if settings.configured:
        _same(home)
        return
    os.environ["MONAZITE_HOME"] = str(home.absolute())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", _SETTINGS)
    if demo:
        os.environ["MONAZITE_DEMO"] = "1"
        os.environ.pop("DATABASE_URL", None)
    if insecure:
        os.environ["MONAZITE_INSECURE"] = "1"
    if proxies:
        os.environ["MONAZITE_PROXIES"] = str(proxies)
    django.setup()


def _same(home: Path) -> None:
    if home.absolute() != settings.HOME:
        raise RuntimeError(f"this process is in {settings.HOME}: one home a process")
    django.setup()


def enter_made(home: Path, *, insecure: bool = False, proxies: int = 0) -> None:
    """Enter a home that `make` has made; InputError, with the remedy, where it has not."""
    if not (home / "secret").is_file():
        raise InputError("home", home, f"a home that was made: monazite desk init --home {home}")
    enter(home, insecure=insecure, proxies=proxies)

"""The desk in a process of its own, with its own home and database."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from django.db import connection

if TYPE_CHECKING:
    from pathlib import Path

_READY = """
import django; django.setup()
from pathlib import Path
from django.core.management import call_command
from monazite.desk.running import keys
"""
_MIGRATED = """
call_command("migrate", verbosity=0)
keys.make()
"""


def run(
    home: Path, code: str, *arguments: object, database: str | None = None, migrated: bool = True
) -> str:
    """Run code in a migrated site with a signing key; what it prints. It must end well.

    migrated: not, for a home that holds nothing yet.
    """
    home.mkdir(exist_ok=True)
    env = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    env |= {"MONAZITE_HOME": str(home), "DJANGO_SETTINGS_MODULE": "monazite.desk.settings"}
    if database:
        env["DATABASE_URL"] = database
    command = [
        sys.executable,
        "-c",
        _READY + (_MIGRATED if migrated else "") + code,
        *map(str, arguments),
    ]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def fresh_database(name: str) -> str:
    """The address of an empty database on the server of the tests' own; PostgreSQL alone."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS monazite_{name}")
        cursor.execute(f"CREATE DATABASE monazite_{name}")
    whole, _, query = os.environ["DATABASE_URL"].partition("?")
    return whole.rpartition("/")[0] + f"/monazite_{name}?{query}"

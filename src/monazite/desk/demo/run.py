"""`monazite desk demo`: a home, a world in it, and the site over it until Ctrl-C."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.desk.running.home import DEMO_MARK, enter, make
from monazite.errors import InputError
from monazite.law.store import load

if TYPE_CHECKING:
    from monazite.desk.running.serve import Serving

Tell = Callable[[str], None]
_HOST = "127.0.0.1"
_WHOLE = "whole\n"


def run(home: Path | None, port: int, lang: str, *, once: bool, tell: Tell) -> None:
    """Make the world where there is none, or but a part, and serve it; `once`: fetch Home and end.

    home: kept as it is; None: a folder that goes when the demo ends.
    """
    folder = home or Path(tempfile.mkdtemp(prefix="monazite-demo-"))
    try:
        _enter(folder)
        _world(lang, tell)
        (folder / DEMO_MARK).write_text(_WHOLE)
        _serve(folder, port, lang, once=once, tell=tell)
    finally:
        if home is None:
            shutil.rmtree(folder, ignore_errors=True)


def _enter(folder: Path) -> None:
    mark = folder / DEMO_MARK
    if mark.is_file() and mark.read_text() != _WHOLE:
        shutil.rmtree(folder)  # a world that was never finished
    if make(folder):
        mark.touch()
    if not mark.is_file():
        raise InputError("home", folder, "a folder of the demo's own: this one is a site's")
    enter(folder, demo=True)


def _world(lang: str, tell: Tell) -> None:
    """Key, database and world, unless this home has them from before."""
    from monazite.desk.demo.people import introductions  # noqa: PLC0415 - after the home is entered
    from monazite.desk.demo.world import is_made  # noqa: PLC0415
    from monazite.desk.running import keys, state  # noqa: PLC0415

    keys.make()
    state.migrate()
    if not is_made():
        _make(lang, tell)
    for line in introductions(lang):
        tell(line)


def _make(lang: str, tell: Tell) -> None:
    from monazite.desk.demo.world import make as make_world  # noqa: PLC0415
    from monazite.desk.running import worker  # noqa: PLC0415

    begun = time.monotonic()
    tell(say("desk.demo.making", lang))
    count = make_world(load().today("CN"))
    worker.seal()
    tell(say("desk.demo.made", lang, count=count, seconds=f"{time.monotonic() - begun:.1f}"))


def _serve(folder: Path, port: int, lang: str, *, once: bool, tell: Tell) -> None:
    from monazite.desk.running.serve import Serving, free_port, serve  # noqa: PLC0415

    serving = Serving(_HOST, free_port(_HOST, port), quiet=True)
    tell(say("desk.demo.once" if once else "desk.demo.serving", lang, address=serving.address))
    if once:
        tell(_fetched(folder, serving, lang))
    else:
        serve(serving)


def _fetched(folder: Path, serving: Serving, lang: str) -> str:
    """Serve in another process, sign in as its visitor would, fetch Home, and end it."""
    from monazite.desk.demo.people import visitor  # noqa: PLC0415
    from monazite.desk.demo.visit import visit  # noqa: PLC0415

    server = get_context("spawn").Process(target=serve_home, args=(folder, serving))
    server.start()
    try:
        heading = visit(serving.address, visitor(), server.is_alive)
        return say("desk.demo.fetched", lang, heading=heading)
    finally:
        server.terminate()
        server.join()


def serve_home(folder: Path, serving: Serving) -> None:
    """Serve the demo of this home: what the other process does."""
    from monazite.desk.running.serve import serve  # noqa: PLC0415

    enter(folder, demo=True)
    serve(serving)

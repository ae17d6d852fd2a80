"""The plug is pulled between any two steps of a service: statements and moves of files alike.

The steps are not listed anywhere: the fault comes after the first, after the second, and so on,
until the service runs to its end.
"""

from __future__ import annotations

import os
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any
from unittest import mock

from django.apps import apps
from django.conf import settings
from django.db import connection, connections

from monazite.desk.applications.models import Paper
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.once.services import once
from monazite.desk.papers.store import path_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from monazite.desk.people.models import Person

    Act = Callable[[], object]
    Faulty = Callable[[int, Act], bool]

_FILE_STEPS = ("fsync", "replace", "unlink")
_TABLES = ("events", "people", "once", "applications", "licences", "cases")
_DIED, _ENDED, _FAILED = 9, 0, 3


class Pulled(Exception):  # noqa: N818 - what happened
    """The fault."""


class Steps:
    """Counts steps; does `fault` after the one numbered `last` (0: before the first)."""

    def __init__(self, last: int, fault: Callable[[], None]) -> None:
        self.taken = 0
        self.last = last
        self.fault = fault

    def __call__(self, execute: Any, *arguments: Any, **named: Any) -> Any:
        if str(arguments[:1]).startswith("('BEGIN"):
            return execute(*arguments, **named)  # SQLite's, of Django's own: no step of a service
        if self.taken == self.last == 0:
            self.fault()
        done = execute(*arguments, **named)
        self.taken += 1
        if self.taken == self.last:
            self.fault()
        return done

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Every statement and every move of a file is a step."""
        with ExitStack() as stack:
            stack.enter_context(connection.execute_wrapper(self))
            for name in _FILE_STEPS:
                real = getattr(os, name)
                stack.enter_context(mock.patch(f"os.{name}", self._step(real)))
            yield

    def _step(self, real: Callable[..., Any]) -> Callable[..., Any]:
        return lambda *arguments, **named: self(real, *arguments, **named)


def raised_after(step: int, act: Callable[[], object]) -> bool:
    """Act with an exception after the step; whether it came (False: the act was shorter)."""

    def fault() -> None:
        raise Pulled

    with Steps(step, fault).watched():
        try:
            act()
        except Pulled:
            return True
    return False


def killed_after(step: int, act: Callable[[], object]) -> bool:
    """Act in a process that ends without a word after the step; whether it did."""
    connections.close_all()  # a forked process must not speak on our line
    child = os.fork()
    if not child:
        _as_child(step, act)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in {_DIED, _ENDED}, "the service failed of itself"
    return status == _DIED


def _as_child(step: int, act: Callable[[], object]) -> None:
    status = _FAILED
    try:
        with Steps(step, lambda: os._exit(_DIED)).watched():
            act()
        status = _ENDED
    finally:
        os._exit(status)


def contents() -> dict[str, list[Any]]:
    """Every row of the desk's tables."""
    models = [model for name in _TABLES for model in apps.get_app_config(name).get_models()]
    return {m.__name__: list(m._default_manager.order_by("pk").values()) for m in models}


def whole(checkpoints: Path) -> bool:
    """Whether every paper has its file, and the record is proven."""
    papers = Paper.objects.values_list("sha256", flat=True)
    files = all(path_of(settings.PAPERS_ROOT, sha256).is_file() for sha256 in papers)
    return files and prove(checkpoints, PublicKeys(())).whole


def interrupted(person: Person, act: Act, faulty: Faulty, checkpoints: Path) -> int:
    """Pull the plug after each step in turn, then let it run; how many steps there were."""
    before, steps = contents(), 0

    def keyed() -> object:
        return once(person, "one key", b"one request", lambda: (200, str(bool(act()))))

    while faulty(steps, keyed):
        assert contents() == before, f"something is half done after step {steps}"
        assert whole(checkpoints)
        steps += 1
    done = contents()
    assert done != before
    assert keyed() == (200, "True")
    assert contents() == done, "a replay changed something"
    assert whole(checkpoints)
    return steps

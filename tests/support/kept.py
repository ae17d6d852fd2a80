"""A small world made once for the tests of a module; what a test does to it is taken back."""

from __future__ import annotations

import copy
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Generic, TypeVar

from django.db import transaction
from django.test import override_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import pytest
    from pytest_django import DjangoDbBlocker, Settings

T = TypeVar("T")


class Kept(Generic[T]):
    """A world, or how to make one where a test needs transactions of its own."""

    def __init__(self, make: Callable[[], T], folder: Path) -> None:
        self._make = make
        self._folder = folder
        self._made: T | None = None

    def make(self) -> None:
        """Make the world that the tests share."""
        with override_settings(PAPERS_ROOT=self._folder):
            self._made = self._make()

    def world(self, settings: Settings, papers: Path) -> T:
        """A copy of the test's own, its papers in that folder."""
        settings.PAPERS_ROOT = papers
        if self._made is None:
            return self._make()
        shutil.copytree(self._folder, papers, dirs_exist_ok=True)
        return copy.deepcopy(self._made)


@contextmanager
def kept(
    request: pytest.FixtureRequest, blocker: DjangoDbBlocker, folder: Path, make: Callable[[], T]
) -> Iterator[Kept[T]]:
    """What a fixture of a module keeps: nothing where a test of it commits, or wants no world."""
    world = Kept(make, folder)
    fixture = str(request.fixturename)
    if not all(_fits(each, fixture) for each in request.session.items if each.path == request.path):
        yield world
        return
    with blocker.unblock(), transaction.atomic():
        world.make()
        yield world
        transaction.set_rollback(True)


def _fits(item: pytest.Item, fixture: str) -> bool:
    marker = item.get_closest_marker("django_db")
    names = getattr(item, "fixturenames", ())
    commits = "transactional_db" in names or bool(marker and marker.kwargs.get("transaction"))
    return not commits and (fixture in names or not (marker or "db" in names))

"""A small world made once for the tests of a module; what a test does to it is taken back."""

from __future__ import annotations

import copy
import shutil
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import pytest
from django.db import transaction
from django.test import override_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

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


def kept(make: Callable[[], T]) -> Any:
    """The fixture of a module that keeps a world: none where a test commits, or wants no world."""

    @pytest.fixture(scope="module")
    def fixture(
        request: pytest.FixtureRequest,
        django_db_setup: None,  # noqa: ARG001
        django_db_blocker: DjangoDbBlocker,
        tmp_path_factory: pytest.TempPathFactory,
    ) -> Iterator[Kept[T]]:
        world = Kept(make, tmp_path_factory.mktemp("kept"))
        name = str(request.fixturename)
        if not all(
            _fits(each, name) for each in request.session.items if each.path == request.path
        ):
            yield world
            return
        with django_db_blocker.unblock(), transaction.atomic():
            world.make()
            yield world
            transaction.set_rollback(True)

    return fixture


def _fits(item: pytest.Item, fixture: str) -> bool:
    marker = item.get_closest_marker("django_db")
    names = getattr(item, "fixturenames", ())
    commits = "transactional_db" in names or bool(marker and marker.kwargs.get("transaction"))
    return not commits and (fixture in names or not (marker or "db" in names))

"""People of the small world, signed in at the site's pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

from monazite.desk.applications import services
from monazite.law.store import load
from support.forms import good_form, paper_files
from support.kept import kept
from support.offices import World, world
from support.pages import Upload

if TYPE_CHECKING:
    from pytest_django import Settings

    from monazite.desk.applications.models import Application
    from support.kept import Kept


kept_world = kept(world)


@pytest.fixture
def w(
    kept_world: Kept[World],
    db: None,  # noqa: ARG001
    settings: Settings,
    tmp_path_factory: pytest.TempPathFactory,
) -> World:
    return kept_world.world(settings, tmp_path_factory.mktemp("papers"))


@pytest.fixture
def exporter(w: World) -> Client:
    """The signatory's browser, without scripts."""
    client = Client()
    client.force_login(w.signatory)
    return client


@pytest.fixture
def draft(w: World) -> Application:
    """A draft that nothing would bounce."""
    made = services.new(w.signatory, good_form(load().today("CN")), "page")
    for name, data in paper_files().items():
        stream = Upload(name, data)
        services.upload(w.signatory, made.pk, name, stream, secret=False, via="page")
    return made

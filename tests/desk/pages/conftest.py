"""People of the small world, signed in at the site's pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

from monazite.desk.applications import services
from monazite.law.store import load
from support.forms import good_form, paper_files
from support.offices import World, world
from support.pages import Upload

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from monazite.desk.applications.models import Application


@pytest.fixture
def w(db: None, settings: Settings, tmp_path: Path) -> World:  # noqa: ARG001
    settings.PAPERS_ROOT = tmp_path
    return world()


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

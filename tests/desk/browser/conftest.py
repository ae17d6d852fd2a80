"""A browser that a person of the small world has signed in with; it tells of every complaint."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from playwright.sync_api import sync_playwright

from support.offices import World, world

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page
    from pytest_django import Settings
    from pytest_django.live_server_helper import LiveServer

    from monazite.desk.people.models import Person

CHROMIUM = "/usr/bin/chromium"


@dataclass
class Desk:
    """The site as one person meets it; complaints: errors of scripts, and what the policy stopped."""

    url: str
    context: BrowserContext
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """A new page at an address of the site."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self._heard(said.type, said.text))
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(f"{self.url}{path}")
        return page

    def sign_in(self, person: Person) -> None:
        """Give the browser a session."""
        client = Client()
        client.force_login(person)
        key = client.session.session_key or ""
        self.context.add_cookies([{"name": "sessionid", "value": key, "url": self.url}])

    def _heard(self, kind: str, text: str) -> None:
        if kind == "error" or "Content Security Policy" in text:
            self.complaints.append(text)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread; no test here awaits anything.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def w(transactional_db: None, settings: Settings, tmp_path: Path) -> World:  # noqa: ARG001
    settings.PAPERS_ROOT = tmp_path
    return world()


@pytest.fixture
def desk(chromium: Browser, live_server: LiveServer, w: World) -> Iterator[Desk]:
    """The site for the signatory of the exporter."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    context.set_default_timeout(15_000)
    found = Desk(live_server.url, context)
    found.sign_in(w.signatory)
    yield found
    context.close()

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import pytest

from monazite.desk.demo import visit as visiting
from monazite.desk.demo.visit import NotServed, visit
from monazite.desk.people.models import Person

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.slow

VISITOR = Person(name="Lin & Co", email="lin@demo.example")
SIGN_IN = '<input name="csrfmiddlewaretoken" value="abc"><button>Lin &amp; Co</button>'
HOME = "<h1 class=x>My <b>applications</b></h1> Lin &amp; Co"


class Site(BaseHTTPRequestHandler):
    """A site of two pages, whatever one asks."""

    pages: tuple[str, str] = (SIGN_IN, HOME)
    status = 200

    def _answer(self, page: str) -> None:
        self.send_response(self.status)
        self.end_headers()
        self.wfile.write(page.encode())

    def do_GET(self) -> None:
        self._answer(self.pages[0])

    def do_POST(self) -> None:
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        assert sent == f"csrfmiddlewaretoken=abc&person={VISITOR.pk}"
        self._answer(self.pages[1])

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Where the site answers; the demo's own address is known to it alone."""
    monkeypatch.setattr(visiting, "reverse", lambda name: f"/{name}/")
    with HTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_a_visit_ends_at_the_heading_of_home(address: str) -> None:
    assert visit(address, VISITOR, lambda: True) == "My applications"


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        (("no form", HOME), "does not offer"),
        ((SIGN_IN.replace("Lin", "Mo"), HOME), "does not offer"),
        ((SIGN_IN, "<h1>Sign in</h1>"), "does not know"),
        ((SIGN_IN, "Lin &amp; Co"), "does not know"),
    ],
)
def test_pages_that_are_not_as_they_should_be_are_told(
    address: str, pages: tuple[str, str], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Site, "pages", pages)
    with pytest.raises(NotServed, match=told):
        visit(address, VISITOR, lambda: True)


@pytest.mark.parametrize("status", [204, 404, 500])
def test_another_status_is_told(address: str, status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Site, "status", status)
    with pytest.raises(NotServed, match=str(status)):
        visit(address, VISITOR, lambda: True)


def test_a_server_that_is_gone_is_told(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotServed, match="ended before it answered"):
        visit(address, VISITOR, lambda: False)
    # Somebody who never listens is waited for, not for ever.
    monkeypatch.setattr(visiting, "_WAIT_S", 0.3)
    with pytest.raises(NotServed, match="ended before it answered"):
        visit("http://127.0.0.1:9/", VISITOR, lambda: True)

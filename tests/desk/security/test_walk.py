"""Every page that a role can reach by links, from Home: no inline script or style, none broken."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest

from support.desk_people import organisation, person, signed_in
from support.offices import filed, world

if TYPE_CHECKING:
    from django.test import Client

    from monazite.desk.people.models import Person

LINK = re.compile(r'\shref="(/[^"#]*)')
INLINE = re.compile(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=|javascript:", re.IGNORECASE)
PAGES_MAX = 60


ROLES = (
    "preparer", "signatory", "intake officer", "chief", "reviewer", "admin", "partner",
    "operator", "auditor",
)  # fmt: skip


def _walked(client: Client) -> dict[str, str]:
    """Each page's address without its query, and its text."""
    waiting, seen = ["/"], dict[str, str]()
    while waiting and len(seen) < PAGES_MAX:
        address = waiting.pop(0)
        path = address.partition("?")[0]
        if path in seen or path.startswith(("/static/", "/api/")):
            continue
        seen[path] = _text(client, address)
        waiting += [html.unescape(link) for link in LINK.findall(seen[path])]
    return seen


def _text(client: Client, address: str) -> str:
    """The page; nothing of what is not HTML."""
    answer = client.get(address, follow=True)
    assert answer.status_code == 200, address
    if "html" in answer.headers["Content-Type"]:
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        return answer.content.decode()
    b"".join(answer)  # to its end: a file that is given out is then closed
    return ""


def _person(role: str) -> Person:
    made = world()
    filed(made)
    if hasattr(made, role.replace(" ", "_")):
        found: Person = getattr(made, role.replace(" ", "_"))
        return found
    at = {"auditor": made.licensing, "admin": made.exporter}.get(role)
    kind = {"partner": "foreign"}.get(role, role)
    return person({"admin": "organisation_admin"}.get(role, role), at=at or organisation(kind))


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_page_has_inline_script_or_style_and_no_link_is_broken(
    client: Client, role: str, lang: str
) -> None:
    signed_in(client, _person(role))
    client.cookies["monazite_language"] = lang
    pages = _walked(client)
    assert [path for path, text in pages.items() if INLINE.search(text)] == []
    assert len(pages) > 1 or role == "partner"

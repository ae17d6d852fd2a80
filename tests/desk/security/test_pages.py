from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from support.desk_people import organisation, person, signed_in

if TYPE_CHECKING:
    from django.test import Client

    from monazite.desk.people.models import Person

OPEN = ["/sign-in/", "/nowhere-at-all/", "/sign-in/?next=/tokens/"]
PAGES = {
    "operator": ["/organisations/", "/password/", "/second-factor/", "/second-factor/enrol/"],
    "chief": ["/password/", "/tokens/", "/second-factor/enrol/"],
    "preparer": ["/password/", "/tokens/"],
}
KIND = {"operator": "operator", "chief": "agency", "preparer": "exporter"}
INLINE = re.compile(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=|javascript:", re.IGNORECASE)


def _holder(role: str) -> Person:
    return person(role, at=organisation(KIND[role]))


@pytest.mark.django_db
@pytest.mark.parametrize("path", OPEN)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_an_open_page_has_no_inline_script_or_style_and_a_strict_policy(
    client: Client, path: str, lang: str
) -> None:
    answer = client.get(path, headers={"accept-language": lang})
    assert not INLINE.search(answer.content.decode())
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert answer.headers["Cache-Control"].startswith(("no-store", "max-age=0"))


@pytest.mark.django_db
@pytest.mark.parametrize(("role", "path"), [(r, p) for r, ps in PAGES.items() for p in ps])
def test_a_page_behind_the_guard_has_no_inline_script_or_style(
    client: Client, role: str, path: str
) -> None:
    answer = signed_in(client, _holder(role)).get(path)
    assert answer.status_code == 200, path
    assert not INLINE.search(answer.content.decode())
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.django_db
def test_the_picture_of_a_secret_is_drawn_without_style(client: Client) -> None:
    answer = signed_in(client, _holder("chief")).get("/second-factor/enrol/?replace=1")
    assert "<svg" in answer.content.decode()

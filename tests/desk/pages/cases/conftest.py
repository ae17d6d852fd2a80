"""The small world with its reviewing offices, and browsers of the people in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from support.cases import Offices, offices
from support.kept import kept
from support.pages import official

if TYPE_CHECKING:
    import uuid

    from django.http import HttpResponse
    from django.test import Client
    from pytest_django import Settings

    from monazite.desk.people.models import Person
    from support.kept import Kept

_FORM = re.compile(r'<form method="post" action="[^"]*/cases/[^"]*/(\w+)/".*?</form>', re.DOTALL)
_TYPED = re.compile(r'<input id="[^"]*"[^>]* name="([^"]+)"[^>]* value="([^"]*)"')
_CHOSEN = re.compile(r'<select [^>]*name="([^"]+)">.*?<option value="([^"]*)" selected', re.DOTALL)
_OFFERED = re.compile(r'href="[^"]*#act-(\w+)"')
_OWN = {"key", "seen"}
_HIDDEN = re.compile(r'<input type="hidden" name="([\w.]+)" value="([^"]*)"')


kept_offices = kept(offices)


@pytest.fixture
def w(
    kept_offices: Kept[Offices],
    db: None,  # noqa: ARG001
    settings: Settings,
    tmp_path_factory: pytest.TempPathFactory,
) -> Offices:
    return kept_offices.world(settings, tmp_path_factory.mktemp("papers"))


class Browser:
    """Somebody's browser at a case: the page, and its forms sent as they stand there."""

    def __init__(self, client: Client, ident: uuid.UUID) -> None:
        self._client = client
        self._ident = ident

    def page(self, **query: str) -> str:
        """The page of the case."""
        answer = self._client.get(reverse("case", args=[self._ident]), query)
        assert answer.status_code == 200
        return answer.content.decode()

    def in_chinese(self) -> str:
        """The page as a Chinese reader has it."""
        self._client.cookies["monazite_language"] = "zh"
        return self.page()

    def offered(self) -> set[str]:
        """The acts that the page offers."""
        return set(_OFFERED.findall(self.page()))

    def send(self, act: str, **values: object) -> HttpResponse:
        """The form of an act with its hidden fields and these values."""
        hidden = forms(self.page(act=act))[act]
        return self.post(act, **hidden | values)

    def filled(self, act: str) -> dict[str, str]:
        """What stands in the fields of an act's form."""
        form = next(f[0] for f in _FORM.finditer(self.page(act=act)) if f[1] == act)
        typed = {name: value for name, value in _TYPED.findall(form) if name not in _OWN}
        return typed | dict(_CHOSEN.findall(form))

    def post(self, act: str, **values: object) -> HttpResponse:
        """Whatever is sent to an act's address."""
        address = reverse("case_act", args=[self._ident, act])
        return self._client.post(address, values)  # type: ignore[return-value]


def browser(person: Person, ident: uuid.UUID) -> Browser:
    """An official's browser at the case of an application."""
    return Browser(official(person), ident)


def forms(page: str) -> dict[str, dict[str, object]]:
    """The acts of a page, each with the hidden fields of its form."""
    return {found[1]: dict(_HIDDEN.findall(found[0])) for found in _FORM.finditer(page)}

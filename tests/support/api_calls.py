"""A program that calls the API: a token in every request, a new key in every POST.

Every answer is held against the OpenAPI document.
"""

from __future__ import annotations

import itertools
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from monazite.desk.people.roles import OFFICIAL
from monazite.desk.people.scopes import SCOPES
from monazite.desk.people.services import make_token
from monazite.law.store import load
from support.api_contract import holds
from support.forms import Form, changed, good_form, paper_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from monazite.desk.people.models import Person

ROOT = "/api/v1"
_numbers = itertools.count()


@dataclass
class Program:
    """Calls for a person; `headers` of every request, more with each call."""

    headers: dict[str, str]
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))

    def get(self, path: str, **headers: str) -> Any:
        answer = self.client.get(ROOT + path, headers=self.headers | _names(headers))
        holds("GET", ROOT + path, answer)
        return answer

    def post(self, path: str, document: object = None, **headers: str) -> Any:
        return self.send("POST", path, document, **headers)

    def put(self, path: str, document: object, version: int) -> Any:
        return self.send("PUT", path, document, If_Match=f'"{version}"')

    def patch(self, path: str, changes: dict[str, Any], version: int) -> Any:
        return self.send("PATCH", path, {"changes": changes}, If_Match=f'"{version}"')

    def upload(self, path: str, name: str, content: bytes, **fields: str) -> Any:
        headers = self.headers | {"Idempotency-Key": fields.pop("key", new_key())}
        data = {"file": SimpleUploadedFile(name, content)} | fields
        answer = self.client.post(ROOT + path, data, headers=headers)
        holds("POST", ROOT + path, answer)
        return answer

    def send(self, method: str, path: str, document: object = None, **more: str) -> Any:
        """Any request; a header that is given empty is not sent."""
        headers = self.headers | {"Idempotency-Key": new_key()} | _names(more)
        answer = self.client.generic(
            method,
            ROOT + path,
            document if isinstance(document, bytes) else _json(document),
            content_type=headers.pop("Content-Type", "application/json"),
            headers={name: value for name, value in headers.items() if value},
        )
        holds(method, ROOT + path, answer)
        return answer


def program(person: Person, *scopes: str) -> Program:
    """A program with a token of the person: every scope where none is named."""
    if person.organisation.kind in OFFICIAL:
        TOTPDevice.objects.get_or_create(user=person, name="phone", confirmed=True)
    _, secret = make_token(person, "page", "test", list(scopes or SCOPES))
    return Program({"Authorization": f"Bearer {secret}"})


def new_key() -> str:
    """A key that no other request of the tests has."""
    return f"key-{next(_numbers)}"


def pages(caller: Program, path: str, limit: int) -> Iterator[list[Any]]:
    """Every page of a list, by its cursors."""
    cursor = ""
    while True:
        answer = caller.get(
            f"{path}?limit={limit}" + (f"&cursor={cursor}" if cursor else "")
        ).json()
        yield answer["items"]
        cursor = answer["next"]
        if cursor is None:
            return


def _names(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


def _json(document: object) -> bytes:
    return b"" if document is None else json.dumps(document).encode()


def filed(caller: Program) -> str:
    """The id of an application that a program of its signatory has filed."""
    ident = caller.post("/applications", good_form(today())).json()["id"]
    for name, content in paper_files().items():
        assert caller.upload(f"/applications/{ident}/papers", name, content).status_code == 201
    answer = caller.post(f"/applications/{ident}/file", If_Match="1")
    assert answer.status_code == 200, answer.json()
    return str(ident)


def today() -> date:
    """The day of the regime's office: forms of the tests are dated from it."""
    return load().today("CN")


def two_ways() -> Form:
    """A form whose second line leaves by air."""
    form = good_form(today())
    air = {"lines": "2", "mode": "air", "port_of_exit": "Beijing", "port_of_entry": "Narita"}
    ways = [form["transport"][0] | {"lines": "1"}, air]
    return changed(form, {"lines[1]": form["lines"][0], "transport": ways})

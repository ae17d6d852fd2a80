from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from monazite.desk.people.models import Person
from monazite.desk.running.setup import Operator, Setup, address_of, complete
from monazite.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client
    from pytest_django import Settings

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_key")]


@pytest.fixture
def own_key(settings: Settings, tmp_path: Path) -> Path:
    """A place for a signing key that is not there yet."""
    settings.SIGNING_KEY = tmp_path / "signing.pem"
    settings.CHECKPOINTS_ROOT = tmp_path / "checkpoints"
    return tmp_path / "signing.pem"


OPS = Operator("ops@example.org", "Ola", "Operations", "CN", "en")


def made(done: Setup) -> dict[str, int]:
    return dict(done.steps)


def test_without_an_operator_all_else_is_made(own_key: Path) -> None:
    done = complete(home_made=True, operator=None)
    assert made(done) == {"home": 1, "key": 1, "database": 0}
    assert own_key.is_file()
    assert not done.has_operator
    assert done.document()["link"] is None


def test_the_first_operator_sets_a_password_by_the_link(client: Client) -> None:
    done = complete(home_made=False, operator=OPS)
    assert made(done)["operator"] == 1
    assert done.has_operator
    assert client.get(urlsplit(done.link).path).status_code == 200


def test_asked_again_the_key_stays_and_the_link_is_a_new_one(own_key: Path, client: Client) -> None:
    first = complete(home_made=True, operator=OPS)
    key = own_key.read_bytes()
    second = complete(home_made=False, operator=OPS)
    assert own_key.read_bytes() == key
    assert made(second) == {"home": 0, "key": 0, "database": 0, "operator": 0}
    assert Person.objects.count() == 1
    assert client.get(urlsplit(second.link).path).status_code == 200
    assert client.get(urlsplit(first.link).path).status_code != 200


def test_an_operator_with_a_password_gets_no_link() -> None:
    complete(home_made=True, operator=OPS)
    person = Person.objects.get()
    person.set_password("a long sentence of its own")
    person.save()
    assert not complete(home_made=False, operator=OPS).link
    assert Person.objects.get().check_password("a long sentence of its own")


def test_a_second_operator_is_not_made_behind_the_firsts_back() -> None:
    complete(home_made=True, operator=OPS)
    other = Operator("other@example.org", "Other", "Operations", "CN", "en")
    with pytest.raises(InputError, match="invite others"):
        complete(home_made=False, operator=other)


def test_a_link_begins_with_the_sites_own_address(settings: Settings) -> None:
    assert address_of("/x/") == "http://127.0.0.1:8000/x/"
    settings.CSRF_TRUSTED_ORIGINS = ["https://desk.example.org"]
    assert address_of("/x/") == "https://desk.example.org/x/"

"""Requests that are too large, or that do not say how large they are."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest
from django.test import RequestFactory

from monazite.desk.security.limits import LimitsMiddleware, bytes_max

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

HUGE = 500 * 1024 * 1024


class Unread(io.RawIOBase):
    """A body that fails the test where somebody reads it."""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        raise AssertionError(f"{size} bytes of a refused body were read")


def _sent(path: str = "/sign-in/", **meta: Any) -> HttpResponse:
    request = RequestFactory().post(path, **meta)
    request.META["wsgi.input"] = request.environ["wsgi.input"] = Unread()
    return LimitsMiddleware(lambda _: pytest.fail("it was let through"))(request)


def test_half_a_gigabyte_is_refused_unread() -> None:
    answer = _sent(CONTENT_LENGTH=str(HUGE), HTTP_ACCEPT_LANGUAGE="zh")
    assert answer.status_code == 413
    assert "20 MiB" in answer.content.decode()


def test_chunks_are_refused_unread() -> None:
    answer = _sent(HTTP_TRANSFER_ENCODING="gzip, Chunked", CONTENT_LENGTH="")
    assert answer.status_code == 411
    assert "Content-Length" in answer.content.decode()


@pytest.mark.parametrize("length", ["9" * 400, str(bytes_max() + 1)])
def test_any_length_over_the_limit_is_refused(length: str) -> None:
    assert _sent(CONTENT_LENGTH=length).status_code == 413


@pytest.mark.parametrize("length", ["0", "", "-1", "abc", "１２", str(bytes_max())])
def test_other_lengths_go_on(length: str) -> None:
    request = RequestFactory().post("/sign-in/", CONTENT_LENGTH=length)
    assert LimitsMiddleware(lambda _: "through")(request) == "through"  # type: ignore[arg-type,return-value,comparison-overlap]


@pytest.mark.django_db
def test_a_form_of_too_much_text_is_too_large(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    body = {"email": "a" * 3 * 1024 * 1024}
    answer = client.post(
        "/sign-in/", urlencode(body), content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code == 413
    assert [record.exc_info for record in caplog.records] == [None], "a line, no traceback"


@pytest.mark.django_db
def test_a_form_of_too_many_fields_cannot_be_read(client: Client) -> None:
    answer = client.post("/sign-in/", {f"f{n}": "" for n in range(5_001)})
    assert answer.status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/sign-in/?next=%00", "/%00/", "/sign-in/?%00=1"])
def test_a_nul_in_an_address_cannot_be_read(client: Client, path: str) -> None:
    assert client.get(path).status_code == 400


@pytest.mark.django_db
def test_a_nul_in_a_cookie_cannot_be_read(client: Client) -> None:
    answer = client.get("/tokens/", headers={"cookie": 'sessionid="\\000aaaaaaaaaaaa"'})
    assert answer.status_code == 400

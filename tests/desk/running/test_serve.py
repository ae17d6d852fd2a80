from __future__ import annotations

import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from monazite.desk.running.serve import Serving, check, free_port, is_free, is_loopback
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_django import Settings

EVERYWHERE = "0.0.0.0"  # noqa: S104 - what must be refused


@pytest.fixture
def taken() -> Iterator[int]:
    """A port of 127.0.0.1 on which somebody listens."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True), ("127.8.9.1", True), ("::1", True), ("localhost", True),
        (EVERYWHERE, False), ("::", False), ("192.0.2.7", False), ("localhost.example", False),
    ],
)  # fmt: skip
def test_loopback_is_this_machine_alone(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected


def test_the_demo_and_plain_http_are_served_on_loopback_alone(settings: Settings) -> None:
    settings.INSECURE, settings.DEMO = True, True
    with pytest.raises(InputError, match="the demo is for loopback"):
        check(Serving(EVERYWHERE, 18000))
    settings.DEMO = False
    with pytest.raises(InputError, match="plain HTTP is for loopback"):
        check(Serving(EVERYWHERE, 18000))
    settings.INSECURE, settings.PROXIES = False, 1
    check(Serving(EVERYWHERE, free_port(EVERYWHERE, 18000)))


def test_without_tls_in_front_nothing_is_served_but_plain_http_here(settings: Settings) -> None:
    settings.INSECURE, settings.PROXIES = False, 0
    with pytest.raises(InputError, match="proxies"):
        check(Serving(port=free_port("127.0.0.1", 18000)))


def test_gunicorn_believes_no_header_of_programs_on_this_machine() -> None:
    assert Serving().options["forwarded_allow_ips"] == ""


def test_a_port_that_is_taken_is_told_before_anything_starts(taken: int) -> None:
    assert not is_free("127.0.0.1", taken)
    with pytest.raises(InputError, match="free on"):
        check(Serving("127.0.0.1", taken))


def test_the_next_free_port_is_found(taken: int) -> None:
    found = free_port("127.0.0.1", taken)
    assert taken < found < taken + 50


def test_where_no_port_is_free_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monazite.desk.running.serve.is_free", lambda *_: False)
    with pytest.raises(InputError, match="a free one among the next 50"):
        free_port("127.0.0.1", 20000)


@pytest.mark.parametrize(
    ("serving", "field"),
    [(Serving(port=0), "port"), (Serving(port=65536), "port"), (Serving(workers=0), "workers")],
)
def test_numbers_that_make_no_sense_are_refused(serving: Serving, field: str) -> None:
    with pytest.raises(InputError) as caught:
        check(serving)
    assert caught.value.field == field


def test_an_address_of_six_has_brackets() -> None:
    serving = Serving("::1", 8000)
    assert serving.address == "http://[::1]:8000/"
    assert serving.options["bind"] == "[::1]:8000"


@pytest.mark.parametrize(
    ("told", "expected"),
    [("", "0 None"), ("2", "2 ('HTTP_X_FORWARDED_PROTO', 'https')")],
)
def test_forwarded_headers_are_believed_of_proxies_that_were_told_alone(
    told: str, expected: str, tmp_path: Path
) -> None:
    code = "from monazite.desk import settings as s; print(s.PROXIES, s.SECURE_PROXY_SSL_HEADER)"
    env = {"MONAZITE_HOME": str(tmp_path)} | ({"MONAZITE_PROXIES": told} if told else {})
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True)
    assert done.stdout.decode().strip() == expected

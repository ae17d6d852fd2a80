"""A visit over HTTP: the sign-in page, one click, Home; what `make demo ONCE=1` looks at."""

from __future__ import annotations

import html
import re
import time
from http.client import HTTPException
from http.cookiejar import CookieJar
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

from django.urls import reverse

from monazite.errors import MonaziteError

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.desk.people.models import Person

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_OK = 200
_WAIT_S = 60.0
_EACH_S = 20.0


class NotServed(MonaziteError):  # noqa: N818 - what is so, as a sentence would say it
    """The demo did not answer as it should."""


def visit(address: str, person: Person, alive: Callable[[], bool]) -> str:
    """Sign in as this person and fetch Home; its heading. NotServed where that does not work.

    alive: whether the server's process still runs.
    """
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    sign_in = _answered(browser, urljoin(address, reverse("sign_in")), alive)
    token = _TOKEN.search(sign_in)
    if token is None or html.escape(person.name) not in sign_in:
        raise NotServed(f"the sign-in page does not offer {person.name}")
    fields = {"csrfmiddlewaretoken": token[1], "person": str(person.pk)}
    home = _fetch(browser, urljoin(address, reverse("demo_sign_in")), urlencode(fields).encode())
    return _heading(home, person)


def _heading(home: str, person: Person) -> str:
    heading = _HEADING.search(home)
    if heading is None or html.escape(person.name) not in home:
        raise NotServed(f"Home does not know {person.name}")
    return html.unescape(_TAG.sub("", heading[1]).strip())


def _answered(browser: OpenerDirector, address: str, alive: Callable[[], bool]) -> str:
    """The page, as soon as somebody listens."""
    end = time.monotonic() + _WAIT_S
    while alive() and time.monotonic() < end:
        try:
            return _fetch(browser, address)
        except ConnectionRefusedError:
            time.sleep(0.1)
    raise NotServed("the server ended before it answered")


def _fetch(browser: OpenerDirector, address: str, data: bytes | None = None) -> str:
    try:
        with browser.open(address, data, timeout=_EACH_S) as answer:
            if answer.status != _OK:
                raise NotServed(f"{address} answered {answer.status}")
            body: bytes = answer.read()
            return body.decode()
    except URLError as error:
        if isinstance(error.reason, ConnectionRefusedError):
            raise error.reason from error
        raise NotServed(f"{address}: {error}") from error
    except (HTTPException, OSError) as error:
        raise NotServed(f"{address}: {error}") from error

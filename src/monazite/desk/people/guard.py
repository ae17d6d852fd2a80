"""Every page asks for a signed-in person, and of an official for the second factor.

A view is closed unless it says otherwise: what somebody forgets to think about stays shut.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from monazite.desk.people.keeping import kept
from monazite.desk.people.models import Person
from monazite.desk.people.predicates import second_factor

View = TypeVar("View", bound=Callable[..., HttpResponse])
_API = "/api/"


def open_to_all(view: View) -> View:
    """Mark a view that people reach without signing in."""
    view.open_to_all = True  # type: ignore[attr-defined]
    return view


def before_second_factor(view: View) -> View:
    """Mark a view that an official reaches with the password alone."""
    view.before_second_factor = True  # type: ignore[attr-defined]
    return view


class GuardMiddleware:
    """Leads to sign-in, or to the second factor, before the view is asked.

    The API asks for its own tokens.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The view's answer."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], *_: object
    ) -> HttpResponse | None:
        """An answer in place of the view's, where the person may not come so far yet."""
        if request.path.startswith(_API) or getattr(view, "open_to_all", False):
            return None
        person = request.user
        if not isinstance(person, Person):
            return _to_sign_in(request)
        if getattr(view, "before_second_factor", False) or second_factor.test(person):
            return None
        return _elsewhere(request, "second_factor")


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    if request.method == "POST" and not request.headers.get("HX-Request"):
        return kept(request)
    return _elsewhere(request, "sign_in")


def _elsewhere(request: HttpRequest, name: str) -> HttpResponse:
    if request.headers.get("HX-Request"):
        # What is typed stays in the page; its script offers to sign in in another tab.
        return HttpResponse(status=401, headers={"HX-Trigger": "signed-out"})
    query = urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
    return HttpResponseRedirect(f"{reverse(name)}?{query}" if query else reverse(name))

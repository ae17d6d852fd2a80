"""Addresses that take forms alone: who comes back to one by a link reads the page it stands on."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed
from django.shortcuts import redirect

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
Page = Callable[P, str]
_READS = frozenset({"GET", "HEAD"})


def posted(page: Page[P]) -> Callable[[View[P]], View[P]]:
    """A view of forms; page: the address of the page that has the form, by the view's arguments.

    A page that answers a form stands at the form's address: its language is switched, and it is
    loaded again, by reading that.
    """

    def made(view: View[P]) -> View[P]:
        @wraps(view)
        def answered(
            request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponseBase:
            if request.method in _READS:
                return redirect(page(*args, **kwargs))
            if request.method != "POST":
                return HttpResponseNotAllowed([*sorted(_READS), "POST"])
            return view(request, *args, **kwargs)

        return answered

    return made

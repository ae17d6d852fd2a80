"""What a service refuses, in the reader's words; the pages of most refusals are `security`'s."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponseBase

from monazite.desk.once.services import KeyReused
from monazite.desk.pages.reader import lang_of
from monazite.desk.pages.wrong import words
from monazite.desk.security.refusals import refuse
from monazite.errors import InputError

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def told(view: View[P]) -> View[P]:
    """The view, in which a value that cannot be used becomes a page that says so."""

    @wraps(view)
    def answered(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except (InputError, KeyReused) as error:
            said = words(error, lang_of(request))
            return refuse(request, HTTPStatus.UNPROCESSABLE_ENTITY, said)

    return answered

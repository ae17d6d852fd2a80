"""What a service refuses, in the reader's words; the pages of most refusals are `security`'s."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponseBase

from monazite.catalogue.texts import say
from monazite.desk.applications.errors import Refused
from monazite.desk.once.services import KeyReused
from monazite.desk.pages.reader import lang_of
from monazite.desk.security.refusals import refuse
from monazite.errors import InputError, MonaziteError

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
_SHOWN = 80


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


def words(error: MonaziteError, lang: str) -> str:
    """What stands in the way, in the reader's language."""
    if isinstance(error, Refused):
        return error.message(lang)
    if isinstance(error, InputError):
        value = error.value[:_SHOWN]
        return say(
            f"desk.pages.refused.{'input' if value else 'nothing'}",
            lang,
            field=error.field,
            value=value,
            accepted=error.accepted,
        )
    return say("desk.pages.refused.other", lang)

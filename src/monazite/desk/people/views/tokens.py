"""One's own tokens: made, shown once, revoked."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from monazite.desk.people.may import Forbidden, require
from monazite.desk.people.models import Person, Token
from monazite.desk.people.scopes import offered
from monazite.desk.people.services import make_token, revoke_token
from monazite.desk.people.services.tokens import DAYS
from monazite.desk.people.views.asking import person_of, sentence, wrong
from monazite.errors import InputError

_PAGE = "people/tokens.html"


@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """The list, and the form that makes one."""
    person = person_of(request)
    require(person, "token.make", person)
    if request.method != "POST":
        return render(request, _PAGE, _values(person))
    try:
        token, secret = make_token(
            person,
            "page",
            request.POST.get("name", ""),
            request.POST.getlist("scopes"),
            _days(request.POST.get("days", "")),
        )
    except InputError as error:
        return wrong(request, _PAGE, sentence(request, error), **_values(person))
    return render(request, _PAGE, _values(person) | {"made": token, "secret": secret})


@require_POST
def revoke(request: HttpRequest, token_id: uuid.UUID) -> HttpResponse:
    """End it."""
    found = Token.objects.filter(pk=token_id).select_related("person__organisation").first()
    if found is None:
        raise Forbidden("token.revoke", 404)
    revoke_token(person_of(request), "page", found)
    return redirect("tokens")


def _values(person: Person) -> dict[str, Any]:
    alive = person.tokens.filter(revoked_at__isnull=True, expires_at__gt=timezone.now())
    return {
        "tokens": alive.order_by("-created_at"),
        "scopes": [(scope, f"desk.people.scope.{scope}") for scope in offered(person)],
        "days": DAYS,
    }


def _days(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else 0  # noqa: PLR2004 - digits of a day count

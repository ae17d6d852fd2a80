"""An application is given up: a draft discarded, a filed one withdrawn with a reason."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from monazite.desk.applications import services
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.found import found
from monazite.desk.pages.views.told import told
from monazite.desk.pages.wrong import words
from monazite.errors import InputError

_WRONG = 422


@require_POST
@told
def discard(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """Lay a draft aside."""
    services.discard(person_of(request), ident, "page")
    return redirect("home")


@require_http_methods(["GET", "HEAD", "POST"])
@told
def withdraw(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """Ask why, then withdraw."""
    reason = request.POST.get("reason", "")
    context = {"application": found(request, ident), "reason": reason}
    if request.method != "POST":
        return render(request, "pages/withdraw.html", context)
    try:
        services.withdraw(person_of(request), ident, reason, "page")
    except InputError as error:
        context["message"] = words(error, lang_of(request))
        return render(request, "pages/withdraw.html", context, status=_WRONG)
    return redirect("detail", ident)

"""Ways of looking at a queue: kept under a name, and forgotten."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from monazite.desk.cases.queue import saved
from monazite.desk.pages.queue.asked import asked
from monazite.desk.pages.reader import person_of
from monazite.desk.pages.views.told import told


@require_POST
@told
def keep(request: HttpRequest) -> HttpResponse:
    """Keep the present one under a name, in place of what had it."""
    wanted = asked(QueryDict(request.POST.get("query", "")))
    saved.keep(person_of(request), request.POST.get("name", ""), wanted)
    return redirect(f"{reverse('queue')}?{wanted.query()}")


@require_POST
@told
def drop(request: HttpRequest) -> HttpResponse:
    """Forget one."""
    saved.drop(person_of(request), request.POST.get("name", ""))
    wanted = asked(QueryDict(request.POST.get("query", "")))
    return redirect(f"{reverse('queue')}?{wanted.query()}")

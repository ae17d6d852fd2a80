"""What the public pages of tips share: the throttle, the files, an answer that nobody keeps."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from monazite.customs.tips import FILES_MAX
from monazite.desk.applications.errors import Refused
from monazite.desk.papers.taking import Taken, take_in
from monazite.desk.people.throttle import TooMany


def files(request: HttpRequest) -> list[Taken]:
    """The files that were sent, each in its place; Refused for one that is not taken."""
    sent = request.FILES.getlist("files")
    if len(sent) > FILES_MAX:
        raise Refused("tip_files", most=FILES_MAX)
    return [take_in(each.name or "", each) for each in sent]


def answer(
    request: HttpRequest, template: str, context: Mapping[str, object], status: int
) -> HttpResponse:
    """No browser, proxy or search engine keeps it."""
    response = render(request, template, dict(context), status=status)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response


def slowed(
    request: HttpRequest, error: TooMany, template: str, context: Mapping[str, object]
) -> HttpResponse:
    """429, with the time from which the next try is looked at; what was typed stays."""
    until = {**context, "slowed": f"{error.until:%H:%M:%S}"}
    response = answer(request, template, until, HTTPStatus.TOO_MANY_REQUESTS)
    seconds = max(1, int((error.until - timezone.now()).total_seconds()) + 1)
    response.headers["Retry-After"] = str(seconds)
    return response

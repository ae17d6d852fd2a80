"""The choice of a language."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from monazite.catalogue.words import LANGS
from monazite.desk.people.guard import open_to_all
from monazite.desk.people.language import choose
from monazite.desk.people.views.signing import destination


@open_to_all
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keep it and go back to the page; anything else than our languages changes nothing."""
    response = HttpResponseRedirect(destination(request))
    lang = request.POST.get("language", "")
    if lang in LANGS:
        choose(request, response, lang)
    return response

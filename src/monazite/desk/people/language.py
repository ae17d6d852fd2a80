"""In which language a person reads: as chosen here, as known of them, as their browser asks."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from monazite.catalogue.words import LANGS
from monazite.desk.people.models import Person

COOKIE = "monazite_language"
_YEAR = 365 * 86_400
_ACCEPT_MAX = 500


def language(request: HttpRequest) -> str:
    """`en` or `zh`."""
    chosen = request.COOKIES.get(COOKIE)
    if chosen in LANGS:
        return str(chosen)
    person = getattr(request, "user", None)
    if isinstance(person, Person) and person.language in LANGS:
        return person.language
    return accepted(request.headers.get("Accept-Language", ""))


def lang_of(request: HttpRequest | None) -> str:
    """The language that the middleware has found; English where there is none."""
    return str(getattr(request, "lang", "en"))


def accepted(header: str) -> str:
    """The first of our languages that a browser prefers, else English."""
    wishes = [_wish(part) for part in header[:_ACCEPT_MAX].split(",")]
    known = [(quality, lang) for quality, lang in wishes if lang in LANGS and quality > 0]
    return max(known, key=lambda wish: wish[0])[1] if known else "en"


def choose(request: HttpRequest, response: HttpResponse, lang: str) -> None:
    """Keep the choice: in this browser, and with the person where one has signed in."""
    person = request.user
    if isinstance(person, Person):
        Person.objects.filter(pk=person.pk).update(language=lang)
    keep(response, lang)


def keep(response: HttpResponse, lang: str) -> None:
    """Keep the language in this browser."""
    response.set_cookie(
        COOKIE, lang, _YEAR, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax"
    )


class LanguageMiddleware:
    """Sets `request.lang`, once, when a page first asks for it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, and which headers and cookies it depends on."""
        request.lang = language(request)  # type: ignore[attr-defined]
        response = self.get_response(request)
        said = {"en": "en", "zh": "zh-Hans"}[request.lang]  # type: ignore[attr-defined]
        response.headers.setdefault("Content-Language", said)  # the API says its own
        return response


def _wish(part: str) -> tuple[float, str]:
    tag, _, parameters = part.strip().partition(";")
    quality = parameters.strip().removeprefix("q=") or "1"
    try:
        return float(quality), tag.strip().lower().partition("-")[0]
    except ValueError:
        return 0.0, ""

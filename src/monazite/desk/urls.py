"""The addresses of the site."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("api/v1/", include("monazite.desk.api.urls")),
    path("", include("monazite.desk.people.urls")),
    path("", include("monazite.desk.pages.urls")),
]

handler400 = "monazite.desk.security.refusals.bad_request"
handler403 = "monazite.desk.security.refusals.forbidden"
handler404 = "monazite.desk.security.refusals.not_found"
handler500 = "monazite.desk.security.refusals.failed"

"""Addresses of duties."""

from __future__ import annotations

from django.urls import URLPattern, path

from monazite.desk.pages.duties.listed import listed
from monazite.desk.pages.duties.shown import duty, paper, report, upload

_ONE = "duties/<uuid:duty_id>/"

urlpatterns: list[URLPattern] = [
    path("duties/", listed, name="duties"),
    path(_ONE, duty, name="duty"),
    path(f"{_ONE}report/", report, name="duty_report"),
    path(f"{_ONE}papers/", upload, name="duty_upload"),
    path("duties/papers/<uuid:duty_paper_id>/", paper, name="duty_paper"),
]

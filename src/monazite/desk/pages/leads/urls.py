"""Addresses of leads."""

from __future__ import annotations

from django.urls import URLPattern, path

from monazite.desk.pages.leads.acting import act
from monazite.desk.pages.leads.listed import listed
from monazite.desk.pages.leads.shown import lead, paper

_ONE = "leads/<uuid:lead_id>/"

urlpatterns: list[URLPattern] = [
    path("leads/", listed, name="leads"),
    path(_ONE, lead, name="lead"),
    path(f"{_ONE}<slug:act>/", act, name="lead_act"),
    path("leads/papers/<uuid:tip_paper_id>/", paper, name="tip_paper"),
]

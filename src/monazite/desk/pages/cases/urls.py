"""Addresses of cases."""

from __future__ import annotations

from django.urls import path

from monazite.desk.pages.cases.views import act, case

urlpatterns = [
    path("cases/<uuid:ident>/", case, name="case"),
    path("cases/<uuid:ident>/<slug:name>/", act, name="case_act"),
]

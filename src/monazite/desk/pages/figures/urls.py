"""Addresses of figures."""

from __future__ import annotations

from django.urls import path

from monazite.desk.pages.figures.views import figures, written

urlpatterns = [
    path("figures/", figures, name="figures"),
    path("figures/report.<str:kind>", written, name="figures_file"),
]

"""Addresses of usage maps."""

from __future__ import annotations

from django.urls import path

from monazite.desk.pages.usage.views import sums, sums_file, usage, usage_file

urlpatterns = [
    path("usage/", usage, name="usage"),
    path("usage/map.<str:kind>", usage_file, name="usage_file"),
    path("usage/sums/", sums, name="usage_sums"),
    path("usage/sums.<str:kind>", sums_file, name="usage_sums_file"),
]

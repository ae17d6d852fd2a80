"""Addresses of statistics."""

from __future__ import annotations

from django.urls import path

from monazite.desk.pages.statistics.acting import back, exclude, include, prepare, release
from monazite.desk.pages.statistics.views import flows_file, statistics, vintage

_ONE = "statistics/<uuid:ident>/"

urlpatterns = [
    path("statistics/", statistics, name="statistics"),
    path("statistics/prepare/", prepare, name="statistics_prepare"),
    path("statistics/exclude/", exclude, name="statistics_exclude"),
    path("statistics/include/", include, name="statistics_include"),
    path(_ONE, vintage, name="statistics_vintage"),
    path(f"{_ONE}release/", release, name="statistics_release"),
    path(f"{_ONE}back/", back, name="statistics_back"),
    path(f"{_ONE}flows.csv", flows_file, name="statistics_flows"),
]

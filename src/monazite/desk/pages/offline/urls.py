"""Addresses of snapshots."""

from __future__ import annotations

from django.urls import URLPattern, path

from monazite.desk.pages.offline.acting import give_up, merge, take
from monazite.desk.pages.offline.views import offline, snapshot, snapshot_file

_ONE = "offline/<uuid:snapshot_id>/"

urlpatterns: list[URLPattern] = [
    path("offline/", offline, name="offline"),
    path("offline/take/", take, name="offline_take"),
    path(_ONE, snapshot, name="offline_snapshot"),
    path(f"{_ONE}snapshot.json", snapshot_file, name="offline_file"),
    path(f"{_ONE}journal/", merge, name="offline_merge"),
    path(f"{_ONE}give-up/", give_up, name="offline_give_up"),
]

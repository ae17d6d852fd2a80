"""Addresses of queue."""

from __future__ import annotations

from django.urls import URLPattern, path

from monazite.desk.pages.queue.bulk import bulk
from monazite.desk.pages.queue.filters import drop, keep
from monazite.desk.pages.queue.mentioned import all_opened, inbox, opened
from monazite.desk.pages.queue.views import export, queue

urlpatterns: list[URLPattern] = [
    path("queue/", queue, name="queue"),
    path("queue/export.csv", export, {"kind": "csv"}, name="queue_csv"),
    path("queue/export.xlsx", export, {"kind": "xlsx"}, name="queue_xlsx"),
    path("queue/bulk/", bulk, name="queue_bulk"),
    path("queue/filters/keep/", keep, name="queue_filter_keep"),
    path("queue/filters/drop/", drop, name="queue_filter_drop"),
    path("queue/mentions/", inbox, name="mentions"),
    path("queue/mentions/read/", all_opened, name="mentions_read"),
    path("queue/mentions/<int:mention>/", opened, name="mention"),
]

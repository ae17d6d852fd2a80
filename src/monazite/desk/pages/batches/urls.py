"""Addresses of batches, quotas and what a firm's books explain."""

from __future__ import annotations

from django.urls import URLPattern, path

from monazite.desk.pages.batches.acting import accept, begin, hand_over, make
from monazite.desk.pages.batches.explained import explained, quota
from monazite.desk.pages.batches.listed import listed
from monazite.desk.pages.batches.shown import batch

_ONE = "batches/<uuid:batch_id>/"

urlpatterns: list[URLPattern] = [
    path("batches/", listed, name="batches"),
    path("batches/new/", begin, name="batch_begin"),
    path("batches/make/", make, name="batch_make"),
    path("batches/firms/<uuid:firm_id>/", explained, name="batches_explained"),
    path("batches/firms/<uuid:firm_id>/quota/", quota, name="quota"),
    path(_ONE, batch, name="batch"),
    path(f"{_ONE}hand-over/", hand_over, name="batch_hand_over"),
    path(f"{_ONE}accept/", accept, name="batch_accept"),
]

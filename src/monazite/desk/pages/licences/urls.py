"""Addresses of licences, and of the public page that tells whether one is genuine."""

from __future__ import annotations

from django.urls import URLPattern, path

from monazite.desk.pages.licences.acting import (
    change,
    order_back,
    order_propose,
    order_sign,
    surrender,
)
from monazite.desk.pages.licences.listed import listed
from monazite.desk.pages.licences.shown import licence, licence_pdf
from monazite.desk.pages.licences.verify import verify, verify_asked

_ONE = "licences/<uuid:licence_id>/"
_ORDER = "licences/orders/<uuid:order_id>/"

urlpatterns: list[URLPattern] = [
    path("licences/", listed, name="licences"),
    path(_ONE, licence, name="licence"),
    path(f"{_ONE}licence-<str:lang>.pdf", licence_pdf, name="licence_pdf"),
    path(f"{_ONE}change/", change, name="licence_change"),
    path(f"{_ONE}surrender/", surrender, name="licence_surrender"),
    path(f"{_ONE}orders/", order_propose, name="licence_order"),
    path(f"{_ORDER}sign/", order_sign, name="order_sign"),
    path(f"{_ORDER}send-back/", order_back, name="order_back"),
    path("verify/", verify_asked, name="verify_asked"),
    path("verify/<str:number>/<str:code>/", verify, name="verify"),
]

"""Addresses of manifests."""

from __future__ import annotations

from django.urls import URLPattern, path

from monazite.desk.pages.manifests.lodging import lodge, template
from monazite.desk.pages.manifests.views import manifest, manifests

urlpatterns: list[URLPattern] = [
    path("manifests/", manifests, name="manifests"),
    path("manifests/lodge/", lodge, name="manifest_lodge"),
    path("manifests/template.<str:kind>", template, name="manifest_template"),
    path("manifests/<uuid:ident>/", manifest, name="manifest"),
]

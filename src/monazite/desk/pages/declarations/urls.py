"""Addresses of declarations."""

from __future__ import annotations

from django.urls import URLPattern, path

from monazite.desk.pages.declarations.lists.views import listed
from monazite.desk.pages.declarations.page.views import act, declaration
from monazite.desk.pages.declarations.views.form import amend, check, new

urlpatterns: list[URLPattern] = [
    path("declarations/", listed, name="declarations"),
    path("declarations/new/", new, name="declaration_new"),
    path("declarations/check/", check, name="declaration_check"),
    path("declarations/<uuid:ident>/", declaration, name="declaration"),
    path("declarations/<uuid:ident>/amend/", amend, name="declaration_amend"),
    path("declarations/<uuid:ident>/do/<slug:name>/", act, name="declaration_act"),
]

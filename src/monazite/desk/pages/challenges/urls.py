"""Addresses of challenges."""

from __future__ import annotations

from django.urls import URLPattern, path

from monazite.desk.pages.challenges.files import notice, paper, result, upload
from monazite.desk.pages.challenges.issuing import issue
from monazite.desk.pages.challenges.listed import listed
from monazite.desk.pages.challenges.views import act, challenge

_ONE = "challenges/<uuid:ident>/"

urlpatterns: list[URLPattern] = [
    path("challenges/", listed, name="challenges"),
    path("declarations/<uuid:ident>/challenge/", issue, name="challenge_issue"),
    path(_ONE, challenge, name="challenge"),
    path(f"{_ONE}do/<slug:name>/", act, name="challenge_act"),
    path(f"{_ONE}papers/", upload, name="challenge_upload"),
    path(f"{_ONE}papers/<uuid:paper_id>/", paper, name="challenge_paper"),
    path(f"{_ONE}notice-<str:lang>.pdf", notice, name="challenge_notice"),
    path(f"{_ONE}result-<str:lang>.pdf", result, name="challenge_result"),
]

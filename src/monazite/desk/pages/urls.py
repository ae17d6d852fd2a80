"""Addresses of pages."""

from __future__ import annotations

from django.urls import include, path

from monazite.desk.pages.views.answering import answer, reconsider
from monazite.desk.pages.views.beginning import begin, carried_in, template
from monazite.desk.pages.views.checking import check, file
from monazite.desk.pages.views.detail import detail, renew
from monazite.desk.pages.views.ending import discard, withdraw
from monazite.desk.pages.views.form import form
from monazite.desk.pages.views.history import history
from monazite.desk.pages.views.home import home
from monazite.desk.pages.views.listed import listed
from monazite.desk.pages.views.papers import paper, take_away, upload
from monazite.desk.pages.views.party import party
from monazite.desk.pages.views.receipt import receipt, written
from monazite.desk.pages.views.remaking import amend, compared, divide
from monazite.desk.pages.views.reviewers import name_reviewer
from monazite.desk.pages.views.saving import save, token
from monazite.desk.pages.views.secrets import secrets

_ONE = "applications/<uuid:ident>/"

urlpatterns = [
    path("", home, name="home"),
    path("token/", token, name="page_token"),
    path("applications/", listed, name="applications"),
    path("applications/new/", begin, name="new"),
    path("applications/import/", carried_in, name="import"),
    path("applications/template-<str:regime>.xlsx", template, name="template"),
    path(_ONE, detail, name="detail"),
    path(f"{_ONE}form/<slug:step>/", form, name="form"),
    path(f"{_ONE}save/", save, name="save"),
    path(f"{_ONE}papers/", upload, name="upload"),
    path(f"{_ONE}papers/<uuid:paper_id>/", paper, name="paper"),
    path(f"{_ONE}papers/<uuid:paper_id>/away/", take_away, name="take_away"),
    path(f"{_ONE}check/", check, name="check"),
    path(f"{_ONE}file/", file, name="file"),
    path(f"{_ONE}receipt/", receipt, name="receipt"),
    path(f"{_ONE}written.<str:kind>", written, name="written"),
    path(f"{_ONE}discard/", discard, name="discard"),
    path(f"{_ONE}withdraw/", withdraw, name="withdraw"),
    path(f"{_ONE}answer/", answer, name="answer"),
    path(f"{_ONE}reconsider/", reconsider, name="reconsider"),
    path(f"{_ONE}amend/", amend, name="amend"),
    path(f"{_ONE}difference/", compared, name="difference"),
    path(f"{_ONE}split/", divide, name="split"),
    path(f"{_ONE}reviewers/", name_reviewer, name="name_reviewer"),
    path(f"{_ONE}secrets/", secrets, name="secrets"),
    path(f"{_ONE}history/", history, name="history"),
    path(f"{_ONE}renew/", renew, name="renew"),
    path("party/<uuid:ident>/", party, name="party"),
    path("", include("monazite.desk.pages.queue.urls")),
    path("", include("monazite.desk.pages.cases.urls")),
    path("", include("monazite.desk.pages.licences.urls")),
    path("", include("monazite.desk.pages.declarations.urls")),
    path("", include("monazite.desk.pages.challenges.urls")),
    path("", include("monazite.desk.pages.manifests.urls")),
    path("", include("monazite.desk.pages.batches.urls")),
    path("", include("monazite.desk.pages.leads.urls")),
    path("", include("monazite.desk.pages.offline.urls")),
    path("", include("monazite.desk.pages.duties.urls")),
    path("", include("monazite.desk.pages.tips.urls")),
    path("", include("monazite.desk.pages.figures.urls")),
    path("", include("monazite.desk.pages.statistics.urls")),
    path("", include("monazite.desk.pages.usage.urls")),
]

"""Addresses of signing in and of the people of an organisation."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, path

from monazite.desk.people.views import (
    demo,
    factor,
    languages,
    organisations,
    passwords,
    persons,
    signing,
    tokens,
)

urlpatterns: list[URLPattern] = [
    path("sign-in/", signing.sign_in, name="sign_in"),
    path("sign-out/", signing.sign_out, name="sign_out"),
    path("language/", languages.choose_language, name="language"),
    path("password/", passwords.password, name="password"),
    path(
        "first-password/<uuid:person_id>/<str:token>/",
        passwords.first_password,
        name="first_password",
    ),
    path("second-factor/", factor.second_factor, name="second_factor"),
    path("second-factor/enrol/", factor.enrol, name="second_factor_enrol"),
    path("second-factor/codes/", factor.recovery_codes, name="recovery_codes"),
    path("tokens/", tokens.tokens, name="tokens"),
    path("tokens/<uuid:token_id>/revoke/", tokens.revoke, name="token_revoke"),
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/<uuid:organisation_id>/", organisations.organisation, name="organisation"),
    path(
        "organisations/<uuid:organisation_id>/end/",
        organisations.organisation_end,
        name="organisation_end",
    ),
    path("organisations/<uuid:organisation_id>/people/", persons.person_add, name="person_add"),
    path("people/<uuid:person_id>/link/", persons.person_link, name="person_link"),
    path("people/<uuid:person_id>/end/", persons.person_end, name="person_end"),
    path("people/<uuid:person_id>/roles/grant/", persons.role_grant, name="role_grant"),
    path("people/<uuid:person_id>/roles/end/", persons.role_end, name="role_end"),
    path("people/<uuid:person_id>/factor/reset/", persons.factor_reset, name="factor_reset"),
]
if settings.DEMO:
    urlpatterns.append(path("demo/sign-in/", demo.demo_sign_in, name="demo_sign_in"))

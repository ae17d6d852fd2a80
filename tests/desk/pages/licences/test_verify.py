from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from monazite.desk.licences.models import Licence
from monazite.desk.people import throttle
from support.flushing import without_triggers
from support.licences import issued

if TYPE_CHECKING:
    from support.offices import World


def address(number: str, code: str) -> str:
    return reverse("verify", args=[number, code])


def asked(licence: Licence, lang: str = "en") -> str:
    """The public page as somebody without an account sees it."""
    client = Client(headers={"accept-language": lang})
    response = client.get(address(licence.number, licence.check_code))
    assert response.status_code == 200
    return response.content.decode()


def test_it_tells_what_must_be_known(w: World) -> None:
    licence = issued(w)
    page = asked(licence)
    line = licence.terms["lines"][0]
    for shown in (
        "is genuine", "In force", licence.number, w.exporter.name, "Japan", "Single licence",
        str(licence.valid_until), line["control_code"], "by quantity and value",
        licence.terms_sha256[:8],
    ):  # fmt: skip
        assert shown in page, shown


def test_it_tells_no_more(w: World) -> None:
    licence = issued(w)
    page = asked(licence)
    terms = licence.terms
    hidden = [party["name"] for role in ("importer", "end_users") for party in terms[role]]
    hidden += ["1,800", "1800", "126000", "126,000", terms["contract"], *terms["conditions"]]
    assert not [each for each in hidden if each in page]


def test_in_chinese(w: World) -> None:
    page = asked(issued(w), "zh")
    assert "该许可证真实" in page
    assert "日本" in page


@pytest.mark.parametrize(
    ("column", "words"), [("suspended_since", "Suspended"), ("amending_since", "Being changed")]
)
def test_it_tells_the_state_of_this_moment(column: str, words: str, w: World) -> None:
    licence = issued(w)
    with without_triggers():
        Licence.objects.filter(pk=licence.pk).update(**{column: licence.issued_at})
    assert words in asked(licence)


def test_a_wrong_number_and_a_wrong_code_are_answered_alike(w: World) -> None:
    licence, client = issued(w), Client()
    other = issued(w).check_code
    answers = [
        client.get(address(number, code))
        for number, code in (
            (licence.number, other),
            ("CN-L-2026-999999", licence.check_code),
            ("nothing", "无-none"),
            (licence.number, "-----"),
        )
    ]
    assert {response.status_code for response in answers} == {404}
    told = {
        response.content.partition(b"<main")[2].partition(b"</main>")[0] for response in answers
    }
    assert len(told) == 1


def test_small_letters_and_missing_dashes_do_not_matter(w: World) -> None:
    licence = issued(w)
    typed = {"number": f" {licence.number.lower()} ", "code": licence.check_code.replace("-", "")}
    response = Client().get(reverse("verify_asked"), typed, follow=True)
    assert "is genuine" in response.content.decode()


def test_half_of_it_is_asked_for_again(w: World) -> None:  # noqa: ARG001
    response = Client().get(reverse("verify_asked"), {"number": "CN-L-2026-000001"})
    assert "Both are needed" in response.content.decode()


def test_it_is_kept_by_nobody_and_needs_no_session(w: World) -> None:
    licence, client = issued(w), Client()
    response = client.get(address(licence.number, licence.check_code))
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert response.headers["Cache-Control"] == "no-store"
    assert settings.SESSION_COOKIE_NAME not in response.cookies


def test_guessing_is_slowed_down_and_right_answers_are_not_counted(w: World) -> None:
    licence, client = issued(w), Client()
    right, wrong = address(licence.number, licence.check_code), address("CN-L-1", "AAAAA")
    free = throttle.verification(client.get(right).wsgi_request).free
    for _ in range(free - 1):
        assert client.get(wrong).status_code == 404
    assert client.get(right).status_code == 200
    for _ in range(2):
        client.get(wrong)
    slowed = client.get(right)
    assert slowed.status_code == 429
    assert int(slowed.headers["Retry-After"]) >= 1

"""The proof of civil use in pictures, and the questions that other answers make moot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from monazite.desk.applications import services
from monazite.desk.pages.form.asking import section_asked
from monazite.desk.pages.form.proof import proof
from monazite.desk.pages.sizes import size
from monazite.licensing.reading import read
from support.forms import changed, good_form

if TYPE_CHECKING:
    from django.test import Client

    from monazite.desk.applications.models import Application
    from support.offices import World


def test_the_tree_holds_each_part_in_its_parent() -> None:
    drawn = proof(read(good_form()).application, "en")
    motor = drawn.tree[0]
    magnets = motor.branches[0].branches[0]
    assert (motor.node, magnets.node, magnets.line, magnets.loss) == ("1", "1.1.1", 1, "2 %")


def test_the_chart_sets_asked_against_needed_and_capacity() -> None:
    chart = proof(read(good_form()).application, "en").chart
    assert chart is not None
    # 24,000 a year for 3 months: 6,000 motors x 0.35 kg / 0.98 - 150 kg; at capacity 7,500 motors.
    assert [row.value for row in chart.rows] == ["1,800 kg", "1,992.86 kg", "2,528.57 kg"]


def test_without_a_tree_there_is_nothing_to_draw() -> None:
    bare = changed(good_form(), {"product_tree": [], "civil_use.capacity_per_year": None})
    drawn = proof(read(bare).application, "en")
    assert (drawn.tree, drawn.chart) == ((), None)


def test_the_page_draws_them(exporter: Client, draft: Application) -> None:
    page = exporter.get(reverse("form", args=[draft.pk, "civil_use"])).content.decode()
    assert "rotor magnets" in page
    assert "1,992.86 kg" in page


@pytest.mark.parametrize(
    ("section", "changes", "asked"),
    [
        ("onward_sales", {}, False),
        ("onward_sales", {"civil_use.sold_onward": "yes"}, True),
        ("civil_use", {"application.kind": "voucher", "civil_use": {}}, False),
        ("civil_use", {"application.kind": "voucher"}, True),
        ("civil_use", {"application.kind": None, "civil_use": {}}, True),
        ("papers", {"papers": []}, True),
    ],
)
def test_a_section_is_asked_where_it_matters(
    section: str, changes: dict[str, object], asked: bool
) -> None:
    assert section_asked(section, changed(good_form(), changes)) is asked


@pytest.mark.parametrize(("count", "said"), [(12, "12 B"), (4096, "4 kB"), (3 * 1024**2, "3.0 MB")])
def test_sizes_are_said_shortly(count: int, said: str) -> None:
    assert size(count) == said


def test_what_cannot_be_read_stays_as_it_was_typed(
    exporter: Client, w: World, draft: Application
) -> None:
    odd = {"contract.signed_on": "1 Dec 2026", "contract.currency": "XBT", "lines[0].only": "True"}
    services.save(w.signatory, draft.pk, odd, draft.version, "page")
    page = exporter.get(reverse("form", args=[draft.pk, "contract"])).content.decode()
    assert 'value="1 Dec 2026" type="text"' in page
    assert '<option value="XBT" selected>' in page
    page = exporter.get(reverse("form", args=[draft.pk, "lines"])).content.decode()
    assert '<option value="yes" selected>' in page


def test_the_form_is_taken_along_as_a_workbook(exporter: Client, draft: Application) -> None:
    assert exporter.get(reverse("written", args=[draft.pk, "xlsx"])).content[:2] == b"PK"
    assert exporter.get(reverse("written", args=[draft.pk, "exe"])).status_code == 404


@pytest.mark.parametrize("view", ["receipt", "detail", "split"])
def test_a_draft_is_led_to_where_it_goes_on(
    exporter: Client, draft: Application, view: str
) -> None:
    assert exporter.get(reverse(view, args=[draft.pk])).status_code == 302


@pytest.mark.parametrize("view", ["check", "form"])
def test_what_is_filed_is_led_to_its_page(
    exporter: Client, w: World, draft: Application, view: str
) -> None:
    filed = services.file(w.signatory, draft.pk, None, "page")
    place = [filed.pk, "lines"] if view == "form" else [filed.pk]
    answer = exporter.get(reverse(view, args=place))
    assert answer.headers["Location"] == reverse("detail", args=[filed.pk])
    assert exporter.get(reverse("difference", args=[filed.pk])).status_code == 404
    assert exporter.get(reverse("withdraw", args=[filed.pk])).status_code == 200

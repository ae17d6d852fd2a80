from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications import services
from monazite.desk.applications.errors import Refused
from monazite.desk.applications.models import Application
from support.offices import complete_draft, filed, two_ways

if TYPE_CHECKING:
    from support.offices import World


def kilograms(*applications: Application) -> Decimal:
    return sum((Decimal(x["quantity"]) for a in applications for x in a.form["lines"]), Decimal())


def test_a_draft_with_two_ways_of_leaving_becomes_two(w: World) -> None:
    whole = two_ways(w)
    pieces = services.split(w.preparer, whole.pk, "page")
    assert [piece.form["transport"][0]["mode"] for piece in pieces] == ["sea", "air"]
    assert all(piece.split_from == whole and piece.state == "draft" for piece in pieces)
    assert Application.objects.get(pk=whole.pk).state == "discarded"


def test_nothing_is_lost_or_doubled(w: World) -> None:
    whole = two_ways(w)
    pieces = services.split(w.preparer, whole.pk, "page")
    assert kilograms(*pieces) == kilograms(whole) == Decimal("1800.5")
    papers = Counter(
        sha for piece in pieces for sha in piece.papers.values_list("sha256", flat=True)
    )
    assert papers == Counter(dict.fromkeys(whole.papers.values_list("sha256", flat=True), 2))


def test_one_way_is_not_split(w: World) -> None:
    with pytest.raises(Refused, match="nothing to split"):
        services.split(w.preparer, complete_draft(w).pk, "page")


def test_an_amendment_is_not_split(w: World) -> None:
    new = services.amend(w.preparer, filed(w).pk, "page")
    with pytest.raises(Refused, match="amendment"):
        services.split(w.preparer, new.pk, "page")

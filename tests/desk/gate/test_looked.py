"""A hold, a challenge and a refusal by an officer outlive the declaration that they were of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from monazite.desk.gate import services
from monazite.desk.gate.manifest_source import from_message
from support import challenges

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.desk.gate.models import Declaration
    from support.at_gate import Gate

VIA = "page"
LOOKED = "before.looked_at"


def lodged(g: Gate, **changes: Any) -> Declaration:
    return services.lodge(g.declarant, g.document(**changes), VIA)


def held(g: Gate) -> Declaration:
    return services.hold(g.officer, lodged(g).pk, "Odd.", VIA, seen=None)


def refused(g: Gate) -> Declaration:
    return services.refuse(g.officer, held(g).pk, "No.", VIA, seen=None)


def codes(made: Declaration) -> set[str]:
    every = [*made.findings, *(each for item in made.items.all() for each in item.findings)]
    return {each["code"] for each in every}


@pytest.mark.parametrize("before", [held, refused])
@pytest.mark.parametrize("changes", [{}, {"remarks": "As agreed."}, {"item_value": "6999"}])
def test_what_takes_the_place_of_it_is_held(
    g: Gate, before: Callable[[Gate], Declaration], changes: dict[str, str]
) -> None:
    made = services.amend(g.declarant, before(g).pk, g.document(**changes), VIA)
    assert (made.state, LOOKED in codes(made)) == ("held", True)
    again = services.amend(g.declarant, made.pk, g.document(item_description="Magnets"), VIA)
    assert LOOKED in codes(again)


@pytest.mark.parametrize("before", [held, refused])
def test_what_repeats_it_is_held(g: Gate, before: Callable[[Gate], Declaration]) -> None:
    services.cancel(g.declarant, before(g).pk, "Anew.", VIA, seen=None)
    assert (lodged(g).state, LOOKED in codes(lodged(g, port="Shanghai Yangshan"))) == ("held", True)


def test_a_manifest_is_answered_alike(g: Gate) -> None:
    held(g)
    source = from_message("M-1", [g.document(), g.document()])
    manifest = services.lodge_manifest(g.declarant, source, "each", VIA)
    assert [each.state for each in manifest.declarations.all()] == ["held", "held"]


def test_other_goods_to_another_are_not_held(g: Gate) -> None:
    held(g)
    document = g.document(item_description="NdFeB segments, other name")
    assert LOOKED in codes(services.lodge(g.declarant, document, VIA))  # the same receiver
    other = g.document(
        item_description="NdFeB segments, other name",
        consignee={"name": "Another Receiver KK", "country": "JP"},
    )
    assert LOOKED not in codes(services.lodge(g.declarant, other, VIA))


def test_once_an_officer_has_cleared_it_nothing_is_held(g: Gate) -> None:
    services.clear(g.second_officer, held(g).pk, "Looked.", VIA, seen=None)
    assert lodged(g).state == "cleared"


def test_what_the_gate_itself_refused_is_cured_by_an_amendment(g: Gate) -> None:
    made = lodged(g, item_quantity="2000", item_mass_kg="2000")
    assert made.state == "refused"
    assert services.amend(g.declarant, made.pk, g.document(), VIA).state == "cleared"


def test_what_a_laboratory_found_is_known_of_the_next(db: None) -> None:  # noqa: ARG001
    c = challenges.court()
    made = challenges.lodged(c)
    challenges.answered(c, made)
    challenges.analysed(c, made, "Sm=0.226,Co,Fe")
    challenges.judged(c, made, "controlled", "handed_to_investigation")
    new = services.amend(c.g.declarant, made.pk, challenges.document(c), VIA)
    again = services.lodge(c.g.declarant, challenges.document(c), VIA)
    for each in (new, again):
        assert each.state == "refused"
        assert {LOOKED, "before.disposed_of", "composition.analysed_differs"} <= codes(each)

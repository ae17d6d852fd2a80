"""How declarations ended, as far as somebody looked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.desk.gate import services
from monazite.desk.gate.models import Declaration
from monazite.desk.gate.risk.outcomes import outcomes
from monazite.desk.gate.risk.scoring import score_waiting
from support.challenges import analysed, answered, judged, lodged
from support.scored import in_force

if TYPE_CHECKING:
    import pytest

    from support.challenges import Court

VIA = "page"


def ended(made: Declaration) -> list[str]:
    """Item by item."""
    row = Declaration.objects.prefetch_related("items", "acts").get(pk=made.pk)
    found = outcomes([row])
    return [found[row.pk, item.number] for item in row.items.order_by("number")]


def two_items(c: Court) -> Declaration:
    document = c.g.document(item_quantity="50", item_mass_kg="50", item_control_code="1C905.a.4")
    document["items"].append(dict(document["items"][0]))
    return services.lodge(c.g.declarant, document, VIA)


def test_of_what_nobody_looked_at_nothing_is_known(c: Court) -> None:
    made = lodged(c)
    assert ended(made) == [""]
    services.confirm_exit(c.g.officer, made.pk, made.day, {}, VIA, seen=None)
    assert ended(made) == [""]


def test_what_the_gate_refused_by_itself_teaches_nothing(c: Court) -> None:
    made = lodged(c, destination="KR")
    assert (made.state, ended(made)) == ("refused", [""])


def test_an_officer_who_clears_found_it_clean(c: Court) -> None:
    made = lodged(c)
    services.hold(c.g.officer, made.pk, "Odd.", VIA, seen=None)
    assert ended(made) == [""]
    services.clear(c.g.officer, made.pk, "Opened: as declared.", VIA, seen=None)
    assert ended(made) == ["clean"]


def test_an_officer_who_refuses_found_something(c: Court) -> None:
    made = lodged(c)
    services.hold(c.g.officer, made.pk, "Odd.", VIA, seen=None)
    services.refuse(c.g.officer, made.pk, "Not as declared.", VIA, seen=None)
    assert ended(made) == ["refused"]


def test_what_was_held_and_taken_away_stays_unknown(c: Court) -> None:
    made = lodged(c)
    services.hold(c.g.officer, made.pk, "Odd.", VIA, seen=None)
    services.cancel(c.g.declarant, made.pk, "Not to leave.", VIA, seen=None)
    assert ended(made) == [""]


def test_what_the_model_had_held_is_no_outcome(c: Court, monkeypatch: pytest.MonkeyPatch) -> None:
    made = lodged(c)
    in_force(monkeypatch, 0.9)
    score_waiting()
    assert ended(made) == [""]
    services.clear(c.g.officer, made.pk, "Opened: as declared.", VIA, seen=None)
    assert ended(made) == ["clean"]


def test_a_judgement_speaks_for_the_items_that_were_challenged(c: Court) -> None:
    made = two_items(c)
    answered(c, made)
    analysed(c, made, c.g.line.contains)
    assert ended(made) == ["", ""]
    judged(c, made, "controlled", "returned")
    assert ended(made) == ["returned", ""]


def test_what_was_judged_free_is_clean(c: Court) -> None:
    made = lodged(c)
    answered(c, made)
    judged(c, made, "not_controlled")
    assert ended(made) == ["clean"]

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from monazite.watch.patterns.likeness import parties
from monazite.watch.patterns.records import Application, Party, Records
from monazite.watch.patterns.running import run

if TYPE_CHECKING:
    import pytest

DAY = date(2026, 1, 10)


def application(ident: str, day: int, exporter: str, user: str, outcome: str = "") -> Application:
    decided = DAY + timedelta(day + 5) if outcome else None
    asked = DAY + timedelta(day)
    return Application(ident, asked, exporter, user, "Dy", Decimal(100), "", outcome, decided)


def test_a_refusal_that_comes_again_and_is_refused_again_is_one_lead() -> None:
    chain = (
        application("a1", 0, "E1", "U", "refused"),
        application("a2", 20, "E2", "U", "refused"),
        application("a3", 50, "E3", "U"),
    )
    (lead,) = run(Records(DAY, applications=chain), ["C8"]).leads
    assert lead.subject == ("a1",)
    assert set(lead.evidence) == {"application:a1", "application:a2", "application:a3"}


def test_what_comes_later_is_added_to_the_same_subject() -> None:
    two = (application("a1", 0, "E1", "U", "refused"), application("a2", 20, "E2", "U"))
    three = (*two, application("a3", 60, "E9", "U"))
    first, second = (run(Records(DAY, applications=each), ["C8"]).leads[0] for each in (two, three))
    assert first.subject == second.subject
    assert set(first.evidence) < set(second.evidence)


def test_without_the_extra_names_are_compared_as_written_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parties, "_comparer", lambda: None)
    parties._score.cache_clear()
    firms = (
        Party("U1", "Bright Harbour Coatings Ltd"),
        Party("U2", "Bright Harbor Coating Pte. Ltd."),
    )
    asked = (application("a1", 0, "E1", "U1", "refused"), application("a2", 20, "E2", "U2"))
    found = run(Records(DAY, parties=firms, applications=asked), ["C8"])
    parties._score.cache_clear()
    assert found.leads == ()
    assert [one.code for one in found.not_computed] == ["names_as_written"]


def test_where_nothing_was_refused_that_is_said() -> None:
    found = run(Records(DAY, applications=(application("a1", 0, "E", "U", "granted"),)), ["C8"])
    assert [one.code for one in found.not_computed] == ["no_refusal"]

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.watch.leads.inbox import Inbox
from monazite.watch.leads.labels import labels
from support.watch_leads import NOON, ended, later, lead

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.watch.leads.lead import Lead


def said(inbox: Inbox, about: Lead, outcome: str, day: int) -> None:
    inbox.receive([about], NOON)
    ended(inbox, about, outcome, day)


def values(inbox: Inbox) -> dict[str, int]:
    return {f"{each.kind}:{each.id}": each.label for each in labels(inbox.items())}


def test_what_was_wrong_and_what_was_not_label_their_records(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path)
    said(inbox, lead("L1", "shipment:s1", "licence:L1"), "penalised", 1)
    said(inbox, lead("L2", "shipment:s2"), "explained", 1)
    said(inbox, lead("L3", "shipment:s3"), "referred", 1)
    inbox.receive([lead("L4", "shipment:s4")], NOON)
    assert values(inbox) == {"licence:L1": 1, "shipment:s1": 1, "shipment:s2": 0}


def test_something_wrong_outweighs_nothing_wrong_in_either_order(tmp_path: Path) -> None:
    for number, outcomes in enumerate((("confirmed", "unfounded"), ("unfounded", "confirmed"))):
        inbox = Inbox(tmp_path / str(number))
        for day, outcome in enumerate(outcomes, start=1):
            said(inbox, lead(f"L{day}", "shipment:s1"), outcome, day)
        assert values(inbox) == {"shipment:s1": 1}


def test_a_label_covers_what_was_known_when_it_was_said(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path)
    said(inbox, lead("L1", "shipment:s1"), "confirmed", 1)
    inbox.receive([lead("L1", "shipment:s2")], later(5))
    assert values(inbox) == {"shipment:s1": 1}
    (label,) = labels(inbox.items())
    assert label.judged_on == later(1).date()


def test_what_a_person_took_back_labels_nothing(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path)
    said(inbox, lead(), "confirmed", 1)
    ended(inbox, lead(), "reopen", 2)
    assert values(inbox) == {}

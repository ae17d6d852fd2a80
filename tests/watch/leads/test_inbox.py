from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from monazite.errors import InputError
from monazite.watch.leads.fingerprints import fingerprint
from monazite.watch.leads.inbox import FILE, Inbox, Received
from monazite.watch.leads.item import CLOSED, OPEN
from monazite.watch.leads.lead import Reason
from support.watch_leads import NOON, ended, later, lead

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from monazite.watch.leads.item import Item


def only(inbox: Inbox) -> Item:
    (item,) = inbox.items()
    return item


def holding_one(folder: Path, outcome: str = "explained", until: date | None = None) -> Inbox:
    inbox = Inbox(folder)
    inbox.receive([lead()], NOON)
    ended(inbox, lead(), outcome, until=until)
    return inbox


def test_the_same_lead_is_in_the_inbox_once(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path)
    assert inbox.receive([lead(), lead()], NOON) == Received(1, 0, 0, 1)
    assert inbox.receive([lead()], later(1)) == Received(0, 0, 0, 1)
    assert only(inbox).lead == lead()


def test_leads_of_other_rules_and_other_subjects_are_others(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path)
    inbox.receive([lead(), lead("L2"), lead(rule="C8")], NOON)
    assert len({item.fingerprint for item in inbox.items()}) == 3


def test_what_is_new_is_added_and_nothing_is_lost(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path)
    inbox.receive([lead("L1", "shipment:s1", "shipment:s2")], NOON)
    again = lead("L1", "shipment:s3", "shipment:s1", score=0.8, last=later(0).date())
    assert inbox.receive([again], later(1)) == Received(0, 1, 0, 0)
    held = only(inbox)
    assert held.lead.evidence == ("shipment:s1", "shipment:s2", "shipment:s3")
    assert (held.lead.score, held.lead.first, held.lead.last) == (0.8, lead().first, again.last)
    assert (held.opened_at, held.changed_at) == (NOON, later(1))


def test_another_score_alone_is_nothing_new(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path)
    inbox.receive([lead()], NOON)
    assert inbox.receive([lead(score=0.51)], later(1)).same == 1


def test_an_end_is_kept_with_who_and_what_was_seen(tmp_path: Path) -> None:
    held = only(holding_one(tmp_path, "confirmed"))
    assert (held.state, held.outcome) == (CLOSED, "confirmed")
    (said,) = held.dispositions
    assert (said.by, said.evidence, said.at, said.covers) == (
        "Li Na",
        "papers seen",
        later(1),
        ("shipment:s1",),
    )


def test_something_new_opens_an_ended_lead_again(tmp_path: Path) -> None:
    inbox = holding_one(tmp_path)
    assert inbox.receive([lead()], later(2)).same == 1
    assert only(inbox).state == CLOSED
    assert inbox.receive([lead("L1", "shipment:s9")], later(3)).reopened == 1
    assert (only(inbox).state, only(inbox).reopened, only(inbox).outcome) == (OPEN, True, "")


def test_more_of_the_same_stays_quiet_until_the_day_and_a_new_reason_does_not(
    tmp_path: Path,
) -> None:
    inbox = holding_one(tmp_path, until=later(30).date())
    assert inbox.receive([lead("L1", "shipment:s2")], later(30)).added == 1
    assert only(inbox).state == CLOSED
    other = (*lead().reasons, Reason("other_port", {}))
    assert inbox.receive([lead(reasons=other)], later(20)).reopened == 1


def test_after_the_day_more_of_the_same_opens_it(tmp_path: Path) -> None:
    inbox = holding_one(tmp_path, until=later(30).date())
    assert inbox.receive([lead("L1", "shipment:s2")], later(31)).reopened == 1


def test_a_person_takes_an_end_back_once(tmp_path: Path) -> None:
    inbox = holding_one(tmp_path)
    assert ended(inbox, lead(), "reopen", 2).state == OPEN
    assert len(only(inbox).dispositions) == 2
    with pytest.raises(InputError, match="this lead is open"):
        ended(inbox, lead(), "reopen", 3)


def test_the_last_word_counts(tmp_path: Path) -> None:
    inbox = holding_one(tmp_path, "referred")
    ended(inbox, lead(), "penalised", 9)
    assert only(inbox).outcome == "penalised"


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("lead", {"typed": "ffffffffffff"}),
        ("lead", {"typed": ""}),
        ("lead", {"typed": "zz"}),
        ("outcome", {"outcome": "guilty"}),
        ("by", {"by": "  "}),
        ("evidence", {"evidence": ""}),
        ("evidence", {"evidence": "x" * 2_001}),
        ("until", {"until": NOON.date()}),
    ],
)
def test_an_end_that_says_too_little_is_refused_and_nothing_is_written(
    tmp_path: Path, field: str, change: dict[str, Any]
) -> None:
    inbox = Inbox(tmp_path)
    inbox.receive([lead()], NOON)
    before = (tmp_path / FILE).read_bytes()
    given: dict[str, Any] = {"typed": only(inbox).fingerprint[:12], "outcome": "explained"}
    given |= {"by": "Li Na", "evidence": "papers seen", **change}
    with pytest.raises(InputError) as error:
        inbox.dispose(given.pop("typed"), given.pop("outcome"), now=later(1), **given)
    assert error.value.field == field
    assert (tmp_path / FILE).read_bytes() == before


def test_a_beginning_that_several_leads_share_names_none(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path)
    every = [lead(f"L{number}") for number in range(300)]
    inbox.receive(every, NOON)
    with pytest.raises(InputError):
        inbox.dispose(fingerprint(every[0])[:2], "explained", by="a", evidence="b", now=later(1))
    assert ended(inbox, every[0], "explained").outcome == "explained"


def test_many_writers_lose_nothing(tmp_path: Path) -> None:
    def put(start: int) -> None:
        for number in range(start, start + 10):
            Inbox(tmp_path).receive([lead(f"L{number}"), lead("same")], NOON)

    writers = [threading.Thread(target=put, args=(10 * each,)) for each in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(Inbox(tmp_path).items()) == 41


def test_a_lead_keeps_what_it_says_when_it_is_read_again(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path)
    full = replace(lead(), told=("customs",), law=("CN-DECREE-792 art. 18",), first=None)
    inbox.receive([full], NOON)
    assert only(inbox).lead == full

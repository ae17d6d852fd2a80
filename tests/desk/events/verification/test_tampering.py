from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.db import connection

from monazite.desk.events import copies
from monazite.desk.events.canonical import event_hash
from monazite.desk.events.models import GENESIS, Checkpoint, Event
from monazite.desk.events.seal import Seal, hashed
from monazite.desk.events.signing import Signer
from monazite.desk.running.verify import verify
from support.flushing import without_triggers
from support.records import firm, happen, seal, tamper

if TYPE_CHECKING:
    from monazite.desk.people.models import Organisation

pytestmark = pytest.mark.django_db(transaction=True)


def codes() -> list[str]:
    findings = verify().findings
    for finding in findings:
        said = finding.document("en")
        assert said["message"] != finding.message("zh")
        assert said["severity"] == ("note" if finding.code == "copy_late" else "error")
    return sorted(finding.code for finding in findings)


def key(row: Organisation) -> str:
    return row.pk.hex if connection.vendor == "sqlite" else str(row.pk)


@pytest.fixture
def three() -> list[Organisation]:
    """Three firms with five events each, sealed in two checkpoints, and one event after them."""
    made = [firm(f"Firm {number}", 3) for number in range(3)]
    seal()
    for each in made:
        happen(each)
        happen(each)
    seal()
    happen(made[0])
    return made


def test_what_nobody_touched_is_whole(three: list[Organisation]) -> None:
    report = verify()
    assert report.whole
    assert (report.findings, report.events, report.aggregates) == ((), 16, 3)
    assert (report.checkpoints, report.after) == (2, 1)
    assert report.since == Event.objects.get(aggregate_id=three[0].pk, seq=6).at
    assert report.sealed_at is not None
    assert report.document("en")["whole"] is True


def test_an_empty_site_proves_nothing() -> None:
    report = verify()
    assert (report.whole, report.empty, report.errors) == (False, True, 0)
    assert (report.events, report.sealed_at, report.since) == (0, None, None)


@pytest.mark.usefixtures("three")
def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    verify(lambda done, whole: told.append((done, whole)))
    assert told == [(0, 16), (16, 16)]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("payload", '{"number":2}'),
        ("kind", "organisation.gone"),
        ("via", "page"),
        ("at", datetime(2020, 1, 1, tzinfo=UTC)),
        ("actor", "11111111111111111111111111111111"),
        ("aggregate_kind", "application"),
    ],
)
def test_a_flipped_byte(three: list[Organisation], column: str, value: object) -> None:
    tamper(
        f"UPDATE events_event SET {column} = %s WHERE aggregate_id = %s AND seq = 2",  # noqa: S608
        value, key(three[1]),
    )  # fmt: skip
    (finding,) = verify().findings
    assert finding.code == "altered"
    assert finding.values["seq"] == 2
    assert finding.values["aggregate"] == three[1].pk
    assert str(three[1].pk) in finding.message("en")
    assert "第 2 号事件" in finding.message("zh")


@pytest.mark.sqlite
@pytest.mark.parametrize("column", ["at", "actor", "aggregate_id", "seq", "hash", "previous"])
def test_a_value_that_cannot_be_is_named_too(three: list[Organisation], column: str) -> None:
    tamper(
        f"UPDATE events_event SET {column} = 'no such' WHERE aggregate_id = %s AND seq = 5",  # noqa: S608
        key(three[1]),
    )
    assert not verify().whole


def test_a_flipped_hash(three: list[Organisation]) -> None:
    tamper(
        "UPDATE events_event SET hash = %s WHERE aggregate_id = %s AND seq = 3",
        b"x" * 32, key(three[1]),
    )  # fmt: skip
    assert codes() == ["altered", "rewritten", "root"]


def test_a_deleted_event(three: list[Organisation]) -> None:
    tamper("DELETE FROM events_event WHERE aggregate_id = %s AND seq IN (2, 3)", key(three[1]))
    found = {finding.code: finding for finding in verify().findings}
    assert sorted(found) == ["gap", "root", "sealed_missing"]
    assert (found["gap"].values["first"], found["gap"].values["last"]) == (2, 3)


def test_a_missing_tail(three: list[Organisation]) -> None:
    tamper("DELETE FROM events_event WHERE aggregate_id = %s AND seq > 3", key(three[1]))
    assert codes() == ["root", "tail", "tail_sealed"]


def test_a_missing_tail_whose_row_was_set_back(three: list[Organisation]) -> None:
    head = bytes(Event.objects.get(aggregate_id=three[1].pk, seq=3).hash)
    with without_triggers(), connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM events_event WHERE aggregate_id = %s AND seq > 3", [key(three[1])]
        )
        cursor.execute(
            "UPDATE people_organisation SET event_seq = 3, event_head = %s WHERE id = %s",
            [head, key(three[1])],
        )
    assert codes() == ["root", "tail_sealed"]


def test_a_missing_tail_after_the_last_checkpoint(three: list[Organisation]) -> None:
    tamper("DELETE FROM events_event WHERE aggregate_id = %s AND seq = 6", key(three[0]))
    (finding,) = verify().findings
    assert (finding.code, finding.values["last"], finding.values["seq"]) == ("tail", 5, 6)


def test_a_row_set_back(three: list[Organisation]) -> None:
    tamper("UPDATE people_organisation SET event_seq = 5 WHERE id = %s", key(three[0]))
    assert codes() == ["row_behind"]
    tamper("UPDATE people_organisation SET event_seq = 6, event_head = %s", b"y" * 32)
    assert "head" in codes()


def test_reordered_events(three: list[Organisation]) -> None:
    with without_triggers(), connection.cursor() as cursor:
        for old, new in ((2, 99), (4, 2), (99, 4)):
            cursor.execute(
                "UPDATE events_event SET seq = %s WHERE aggregate_id = %s AND seq = %s",
                [new, key(three[1]), old],
            )
    first = verify().findings[0]
    assert (first.code, first.values["seq"]) == ("altered", 2)


@pytest.mark.usefixtures("three")
def test_a_truncated_table() -> None:
    tamper("DELETE FROM events_event")
    assert codes() == ["events_missing"] * 3 + ["root"] * 2 + ["tail_sealed"] * 3


@pytest.mark.usefixtures("three")
def test_events_and_checkpoints_truncated() -> None:
    tamper("DELETE FROM events_event")
    tamper("DELETE FROM events_checkpoint")
    assert codes() == [
        *["checkpoint_dropped"] * 2, *["events_missing"] * 3, *["root"] * 2, *["tail_sealed"] * 3,
    ]  # fmt: skip


def test_a_dropped_aggregate(three: list[Organisation]) -> None:
    tamper("DELETE FROM events_event WHERE aggregate_id = %s", key(three[1]))
    tamper("DELETE FROM people_organisation WHERE id = %s", key(three[1]))
    assert codes() == ["aggregate_missing", "root", "root"]


def test_a_dropped_row(three: list[Organisation]) -> None:
    tamper("DELETE FROM people_organisation WHERE id = %s", key(three[1]))
    assert codes() == ["row_missing"]


def test_a_chain_rewritten_from_its_start_contradicts_the_checkpoint(
    three: list[Organisation],
) -> None:
    rewrite(three[1], '{"name":"Another firm"}')
    assert codes() == ["rewritten", "rewritten", "root", "root"]


def test_what_nothing_has_sealed_can_be_rewritten_and_is_said_to_lie_after() -> None:
    only = firm("Only", 3)
    rewrite(only, '{"name":"Another firm"}')
    report = verify()
    assert report.whole
    assert report.after == 3


def rewrite(of: Organisation, payload: str) -> None:
    """A whole chain anew, every hash right, its row too."""
    head = GENESIS
    events = list(Event.objects.filter(aggregate_id=of.pk).order_by("seq"))
    with without_triggers(), connection.cursor() as cursor:
        for event in events:
            event.payload = payload if event.seq == 1 else event.payload
            event.previous = head
            head = event_hash(
                head, event.aggregate_kind, event.aggregate_id, event.seq, event.at, event.actor,
                event.via, event.kind, event.payload,
            )  # fmt: skip
            cursor.execute(
                "UPDATE events_event SET payload = %s, previous = %s, hash = %s "
                "WHERE aggregate_id = %s AND seq = %s",
                [event.payload, event.previous, head, key(of), event.seq],
            )
        cursor.execute(
            "UPDATE people_organisation SET event_head = %s, name = 'Another firm' WHERE id = %s",
            [head, key(of)],
        )


@pytest.mark.usefixtures("three")
def test_the_newest_checkpoint_deleted_inside() -> None:
    tamper("DELETE FROM events_checkpoint WHERE number = 2")
    assert codes() == ["checkpoint_dropped"]
    with pytest.raises(copies.CopiesDisagree):
        seal()


@pytest.mark.usefixtures("three")
def test_the_newest_checkpoint_deleted_inside_and_outside_shows_as_unsealed() -> None:
    tamper("DELETE FROM events_checkpoint WHERE number = 2")
    copies.path(settings.CHECKPOINTS_ROOT, 2).unlink()
    assert verify().after == 7


@pytest.mark.usefixtures("three")
def test_a_checkpoint_in_the_middle_deleted_everywhere() -> None:
    seal()
    tamper("DELETE FROM events_checkpoint WHERE number = 2")
    copies.path(settings.CHECKPOINTS_ROOT, 2).unlink()
    assert codes() == ["checkpoint_missing", "root"]


@pytest.mark.usefixtures("three")
def test_a_checkpoint_far_away() -> None:
    """Its number is the attacker's choice: what lies before it is one finding, not a billion."""
    tamper("UPDATE events_checkpoint SET number = 2147483648000 WHERE number = 2")
    assert codes() == [
        "checkpoint_altered", "checkpoint_dropped", "checkpoint_missing", "copy_late",
    ]  # fmt: skip


@pytest.mark.usefixtures("three")
def test_copies_deleted() -> None:
    for number in (1, 2):
        copies.path(settings.CHECKPOINTS_ROOT, number).unlink()
    report = verify()
    assert [finding.code for finding in report.findings] == ["copy_missing", "copy_late"]
    assert report.errors == 1


@pytest.mark.usefixtures("three")
def test_a_copy_that_is_not_one() -> None:
    copies.path(settings.CHECKPOINTS_ROOT, 1).write_text("[]")
    copies.path(settings.CHECKPOINTS_ROOT, 2).write_bytes(b"\xff")
    assert codes() == ["copy_unreadable"] * 2


@pytest.mark.usefixtures("three")
def test_a_checkpoint_altered_inside() -> None:
    document = Checkpoint.objects.get(number=2).document
    tamper("UPDATE events_checkpoint SET document = %s WHERE number = 2", document + " ")
    assert codes() == ["checkpoint_altered", "copy_differs"]


def forge(place: int, signer: Signer, **changes: object) -> None:
    """A checkpoint of an attacker's own, inside and outside."""
    row = Checkpoint.objects.get(number=place)
    text = json.dumps(json.loads(row.document) | changes, sort_keys=True, separators=(",", ":"))
    signature = signer.sign(text.encode())
    tamper(
        "UPDATE events_checkpoint SET document = %s, hash = %s, signature = %s WHERE number = %s",
        text, hashed(text), signature, place,
    )  # fmt: skip
    outside = copies.path(settings.CHECKPOINTS_ROOT, place)
    outside.write_bytes(copies.Copy(text, signature).data())


@pytest.mark.usefixtures("three")
def test_a_forged_checkpoint() -> None:
    forge(2, Signer.new(), root="00" * 32)
    assert codes() == ["checkpoint_unsigned"]


@pytest.mark.usefixtures("three")
def test_a_checkpoint_forged_with_the_stolen_key_contradicts_the_events() -> None:
    thief = Signer.read(Path(settings.SIGNING_KEY).read_bytes())
    forge(1, thief, root="00" * 32)
    assert codes() == ["checkpoint_unlinked", "root"]
    forge(2, thief, events=99, heads=[])
    assert {"checkpoint_miscounted", "root"} <= set(codes())
    forge(2, thief, number=7)
    assert "checkpoint_altered" in codes()


@pytest.mark.usefixtures("three")
def test_a_checkpoint_that_is_none() -> None:
    tamper("UPDATE events_checkpoint SET document = '{}' WHERE number = 2")
    assert codes() == ["checkpoint_altered", "copy_differs"]
    copies.path(settings.CHECKPOINTS_ROOT, 2).unlink()
    assert set(codes()) == {"checkpoint_altered", "copy_late"}


@pytest.mark.usefixtures("three")
def test_no_public_key() -> None:
    (Path(settings.CHECKPOINTS_ROOT) / "public.pem").unlink()
    assert codes() == ["checkpoint_unsigned"] * 2


@pytest.mark.usefixtures("three")
def test_a_seal_reads_back() -> None:
    text = Checkpoint.objects.get(number=2).document
    seal = Seal.read(text)
    assert seal.text() == text
    assert (seal.number, seal.count, seal.events, seal.aggregates) == (2, 6, 15, 3)
    for wrong in ("", "[]", "{}", '{"format":"other"}', text.replace('"root"', '"roots"')):
        with pytest.raises(ValueError, match="not a checkpoint"):
            Seal.read(wrong)


def test_a_first_checkpoint_that_claims_one_before_it() -> None:
    firm()
    seal()
    forge(1, Signer.read(Path(settings.SIGNING_KEY).read_bytes()), previous="11" * 32)
    assert codes() == ["checkpoint_unlinked"]

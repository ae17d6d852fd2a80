from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from monazite.desk.events import replay
from monazite.desk.events.canonical import canonical, event_hash
from monazite.desk.events.models import GENESIS
from monazite.desk.events.replay import Replay
from monazite.desk.events.verification.chains import walk
from monazite.desk.events.verification.ledger import Ledger
from monazite.desk.events.verification.values import Broken, Claim, Link, Row, Tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)


class Unread(Ledger):
    """Of checkpoints whose text nobody has: only their claims are known."""

    def leaf(self, number: int, leaf: bytes) -> None:
        assert number
        assert leaf

    def fault(self, number: int | None, link: Link) -> None:
        assert number is None or number
        assert link


World = tuple[list[Row], list[Claim], list[Link]]


def chain(aggregate: uuid.UUID, length: int, word: str = "") -> list[Link]:
    links: list[Link] = []
    head = GENESIS
    for seq in range(1, length + 1):
        payload = canonical({"word": word, "number": seq})
        digest = event_hash(head, "firm", aggregate, seq, NOW, None, "cli", "changed", payload)
        links.append(
            Link(aggregate, seq, "firm", NOW, None, "cli", "changed", payload, head, digest)
        )
        head = digest
    return links


def world(lengths: Sequence[int], cut: Sequence[int]) -> World:
    """Chains with their rows, and a checkpoint over the first so many events of each."""
    rows, claims, links = [], [], []
    for number, (length, sealed) in enumerate(zip(lengths, cut, strict=True), 1):
        own = chain(uuid.UUID(int=number), length)
        rows.append(Row(own[0].aggregate, "firm", length, own[-1].hash, {}))
        if 0 < sealed <= length:
            claims.append(Claim(own[0].aggregate, 1, "firm", sealed, own[sealed - 1].hash))
        links += own
    return rows, claims, links


def found(of: World, tally: Tally | None = None) -> list[Broken]:
    rows, claims, links = of
    rows = sorted(rows, key=lambda row: row.aggregate)
    claims = sorted(claims, key=lambda claim: (claim.aggregate, claim.number))
    links = sorted(links, key=lambda link: (link.aggregate, link.seq))
    return list(walk(rows, claims, links, [], tally or Tally(), Unread("none")))


WORLDS = st.lists(st.tuples(st.integers(1, 6), st.integers(0, 6)), min_size=1, max_size=4).map(
    lambda pairs: world(*zip(*pairs, strict=True))
)


@given(WORLDS)
def test_an_untouched_record_is_never_flagged(of: World) -> None:
    tally = Tally()
    assert found(of, tally) == []
    assert tally.events == len(of[2])
    assert tally.aggregates == len(of[0])
    assert tally.after == len(of[2]) - sum(claim.seq for claim in of[1])


CHANGES: dict[str, st.SearchStrategy[Any]] = {
    "seq": st.integers(-1, 9),
    "kind": st.sampled_from(["firm", "case"]),
    "at": st.datetimes(timezones=st.just(UTC)),
    "actor": st.uuids(),
    "via": st.text(max_size=3),
    "event": st.text(max_size=3),
    "payload": st.text(max_size=3),
    "previous": st.binary(min_size=32, max_size=32),
    "hash": st.binary(min_size=32, max_size=32),
    "aggregate": st.integers(0, 9).map(lambda number: uuid.UUID(int=number)),
}


@given(WORLDS, st.data())
def test_any_change_of_any_event_is_found(of: World, data: st.DataObject) -> None:
    rows, claims, links = of
    place = data.draw(st.integers(0, len(links) - 1))
    name = data.draw(st.sampled_from(sorted(CHANGES)))
    changed = links[place]._replace(**{name: data.draw(CHANGES[name])})
    assume(changed != links[place])
    assert found((rows, claims, [*links[:place], changed, *links[place + 1 :]]))


@given(WORLDS, st.data())
def test_any_events_left_out_are_found(of: World, data: st.DataObject) -> None:
    rows, claims, links = of
    left = data.draw(st.lists(st.sampled_from(links), max_size=len(links)))
    assume(len(left) < len(links))
    kept = [link for link in links if link in left]
    assume(len(kept) < len(links))
    assert found((rows, claims, kept))


@given(WORLDS, st.data())
def test_two_contents_that_changed_places_are_found(of: World, data: st.DataObject) -> None:
    rows, claims, links = of
    assume(len(links) > 1)
    one, two = data.draw(st.permutations(range(len(links))))[:2]
    swapped = list(links)
    for here, there in ((one, two), (two, one)):
        swapped[here] = links[there]._replace(aggregate=links[here].aggregate, seq=links[here].seq)
    assert found((rows, claims, swapped))


@settings(max_examples=50)
@given(st.integers(1, 6), st.data())
def test_a_chain_written_anew_is_found_as_far_as_it_was_sealed(
    length: int, data: st.DataObject
) -> None:
    sealed = data.draw(st.integers(1, length))
    _, claims, _ = world([length], [sealed])
    anew = chain(uuid.UUID(int=1), data.draw(st.integers(sealed, 8)), "other")
    rows = [Row(anew[0].aggregate, "firm", len(anew), anew[-1].hash, {})]
    (finding,) = found((rows, claims, anew))
    assert (finding.code, finding.values["seq"]) == ("rewritten", sealed)
    assert found((rows, [], anew)) == []


def test_only_the_first_broken_link_of_a_chain_is_named() -> None:
    rows, claims, links = world([5], [0])
    wrong = [link._replace(via="page") if link.seq in {2, 4} else link for link in links]
    (finding,) = found((rows, claims, wrong))
    assert finding.values["seq"] == 2


def test_an_event_twice() -> None:
    rows, claims, links = world([3], [0])
    assert [each.code for each in found((rows, claims, [*links, links[1]]))] == ["doubled"]


def test_a_row_that_is_not_what_its_events_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    def after(told: replay.Told, event: str, payload: object) -> replay.Told:
        assert isinstance(payload, dict)
        return told | {"number": payload["number"], "last": event}

    monkeypatch.setattr(replay, "_REPLAYS", {"firm": Replay(("number", "last", "other"), after)})
    rows, claims, links = world([3], [0])
    right = rows[0]._replace(fields={"number": 3, "last": "changed", "other": "x"})
    assert found(([right], claims, links)) == []
    wrong = rows[0]._replace(fields={"number": 2, "last": "changed"})
    (finding,) = found(([wrong], claims, links))
    assert (finding.code, finding.values["field"], finding.values["told"]) == ("state", "number", 3)
    assert "number" in finding.message("en")


def test_an_event_that_cannot_be_replayed(monkeypatch: pytest.MonkeyPatch) -> None:
    def after(told: replay.Told, event: str, payload: object) -> replay.Told:
        raise KeyError(event, payload, told)

    monkeypatch.setattr(replay, "_REPLAYS", {"firm": Replay((), after)})
    assert [each.code for each in found(world([3], [0]))] == ["untold"]

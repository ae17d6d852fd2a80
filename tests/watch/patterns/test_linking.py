from __future__ import annotations

from datetime import date
from itertools import count

from monazite.watch.patterns.linking import Caps, linked
from monazite.watch.patterns.records import Shipment

CAPS = Caps(senders=5, consignee=8, strangers=2)
_NUMBERS = count(1)


def parcel(sender: str, to: str, phone: str = "", address: str = "") -> Shipment:
    return Shipment(
        f"p{next(_NUMBERS)}", date(2026, 3, 1), sender, to, phone=phone, address=address,
        consignee=to, consignee_address=f"{sum(map(ord, to))} Elm Street",
    )  # fmt: skip


def clusters(parcels: list[Shipment], caps: Caps = CAPS) -> set[frozenset[str]]:
    who = linked(parcels, caps)
    found: dict[str, set[str]] = {}
    for piece, root in zip(parcels, who.sender, strict=True):
        found.setdefault(root, set()).add(piece.sender)
    return {frozenset(each) for each in found.values()}


def test_a_telephone_and_a_consignee_in_common_join() -> None:
    parcels = [parcel("A", "X", "13800000001"), parcel("B", "X", "+86 138 0000 0001")]
    assert clusters(parcels) == {frozenset("AB")}
    assert linked(parcels, CAPS).by_phone == {"A", "B"}
    assert not linked(parcels, CAPS).by_place


def test_neither_alone_joins() -> None:
    assert clusters([parcel("A", "X", "13800000001"), parcel("B", "Y", "13800000001")]) == {
        frozenset("A"), frozenset("B"),
    }  # fmt: skip
    assert clusters([parcel("A", "X", "13800000001"), parcel("B", "X", "13800000002")]) == {
        frozenset("A"), frozenset("B"),
    }  # fmt: skip


def test_a_place_joins_whatever_its_spelling() -> None:
    parcels = [
        parcel("A", "X", address="Room 5, 12 Haiyun Road"),
        parcel("B", "X", address="12 Haiyun Rd, Rm 5"),
        parcel("C", "X", address="Room 6, 12 Haiyun Road"),
    ]
    assert clusters(parcels) == {frozenset("AB"), frozenset("C")}
    assert linked(parcels, CAPS).by_place == {"A", "B"}


def test_senders_are_joined_through_others() -> None:
    parcels = [
        parcel("A", "X", "13800000001", "Room 5, 12 Haiyun Road"),
        parcel("B", "X", "13800000001", "Room 9, 77 Meilan Road"),
        parcel("C", "X", "13800000003", "Room 9, 77 Meilan Road"),
    ]
    assert clusters(parcels) == {frozenset("ABC")}


def test_what_more_use_than_may_be_a_ring_joins_nobody() -> None:
    parcels = [parcel(f"S{n}", "X", "13800000001") for n in range(6)]
    assert len(clusters(parcels)) == 6
    assert len(clusters(parcels, CAPS._replace(senders=6))) == 1


def test_a_telephone_of_strangers_joins_nobody() -> None:
    ring = [parcel(each, "X", "13800000001") for each in "AB"]
    strangers = [parcel(each, f"to {each}", "13800000001") for each in "CD"]
    assert len(clusters(ring + strangers[:1])) == 2
    assert len(clusters(ring + strangers)) == 4


def test_a_consignee_of_very_many_is_nothing_in_common() -> None:
    crowd = [parcel(f"S{n}", "PLATFORM") for n in range(9)]
    two = [parcel(each, "PLATFORM", "13800000001") for each in "AB"]
    assert frozenset("AB") not in clusters(crowd + two)
    assert frozenset("AB") in clusters(crowd[:3] + two)


def test_names_at_one_address_are_one_consignee() -> None:
    one = parcel("A", "X", "13800000001")
    other = Shipment(
        "q", one.day, "B", "Z", phone="13800000001", consignee="Z Ltd",
        consignee_address=one.consignee_address.upper(),
    )  # fmt: skip
    assert clusters([one, other]) == {frozenset("AB")}

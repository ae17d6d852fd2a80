"""C3: senders that belong together split over many small shipments what would be seen whole.

The linking is the detector: by declared sender alone most of a ring is not seen (measured on
made-up parcels). A stretch of days with enough pieces and enough in them is a lead only where
something hides: several declared senders who serve hardly anybody else, or sizes that crowd just
under the limit.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from monazite.watch.leads.lead import Reason
from monazite.watch.patterns import addresses, bunching
from monazite.watch.patterns.linking import Caps, linked
from monazite.watch.patterns.pieces import Together, leaves, stretches, together, ways

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from monazite.watch.leads.lead import Lead
    from monazite.watch.patterns.bunching import Bins
    from monazite.watch.patterns.found import NotComputed
    from monazite.watch.patterns.linking import Linked
    from monazite.watch.patterns.records import Records, Shipment
    from monazite.watch.patterns.rule import RuleOn

_HANDS = 2
"""So many senders who serve hardly anybody else are more than one may need."""
_SAME_DAY = 3
"""Shipments of several senders on one day that are worth telling."""
_SOME_SENDERS, _MORE_SENDERS, _CROWDED, _MUCH = 0.5, 0.08, 0.5, 0.3
"""What speaks for it: two senders, each one more, sizes under the limit, and how much beyond."""


def find(records: Records, rule: RuleOn) -> Iterator[Lead | NotComputed]:
    """A lead for every group of linked senders and their consignees."""
    abroad = [shipment for shipment in records.shipments if leaves(shipment)]
    sized = {id(piece): size for piece in abroad if (size := _part(piece, rule)) is not None}
    if len(sized) < len(abroad):
        yield rule.cannot("no_size", shipments=len(abroad) - len(sized))
    if not addresses.spelling():
        yield rule.cannot("addresses_as_written")
    pieces = [piece for piece in abroad if sized.get(id(piece), 2.0) <= 1]
    usual = bunching.bins(sized[id(piece)] for piece in pieces)
    sent = Counter(piece.sender for piece in pieces)
    who = linked(pieces, _caps(rule))
    for group in ways(pieces, who, rule.count("consignees")):
        windows = stretches(group, rule.count("window_days"), lambda each: _enough(each, rule))
        if windows:
            kept = {id(piece): piece for window in windows for piece in window.pieces}
            crowd = bunching.bins(sized[each] for each in kept)
            hands = _hands(group, sent, rule)
            yield from _leads(rule, together(kept.values()), windows, who, hands, (crowd, usual))


def _hands(group: Sequence[Shipment], sent: Counter[str], rule: RuleOn) -> frozenset[str]:
    """Senders who send little elsewhere, all where that is so of all together.

    The others have a trade of their own: sellers of one house who fill a store abroad are no ring.
    """
    here = Counter(piece.sender for piece in group)
    share = rule.number("hand_share")
    if here.total() >= share * sum(sent[sender] for sender in here):
        return frozenset(here)
    return frozenset(sender for sender, number in here.items() if number >= share * sent[sender])


def _caps(rule: RuleOn) -> Caps:
    names = ("senders", "consignee_senders", "strangers")
    return Caps(*(rule.count(name) for name in names))


def _part(shipment: Shipment, rule: RuleOn) -> float | None:
    """Its size as a share of the limit of one piece, by value where that is stated."""
    if shipment.value_usd is not None:
        return float(shipment.value_usd) / rule.number("piece_usd")
    if shipment.mass_kg is not None:
        return float(shipment.mass_kg) / rule.number("piece_kg")
    return None


def _enough(window: Together, rule: RuleOn) -> bool:
    return len(window.pieces) >= rule.count("pieces") and (
        window.value_usd > rule.exact("together_usd") or window.mass_kg > rule.exact("together_kg")
    )


def _leads(
    rule: RuleOn,
    all_: Together,
    windows: Sequence[Together],
    who: Linked,
    hands: frozenset[str],
    crowd: tuple[Bins, Bins],
) -> Iterator[Lead]:
    """The lead of a group, if something hides in it."""
    most = max(windows, key=lambda each: (each.value_usd, each.mass_kg))
    senders = all_.senders
    own = len(hands.intersection(senders))
    chance = bunching.chance(*crowd)
    crowded = chance <= rule.number("bunching_p")
    hidden = own >= max(_HANDS, rule.number("hands_part") * len(senders))
    if not hidden and not crowded:
        return
    reasons = [_together(rule, all_, most)]
    if hidden:
        reasons += [Reason("hands", {"hands": own}), *_ways(senders, who)]
    if crowded:
        figures = {"near": crowd[0].near, "of": sum(crowd[0]), "p_pct": chance * 100}
        reasons.append(Reason("near_limit", figures))
    reasons += _same_day(all_.pieces)
    pieces = sorted(all_.pieces, key=lambda piece: (piece.day, piece.id))
    yield rule.lead(
        (pieces[0].sender, pieces[0].receiver),
        _score(rule, own if hidden else 0, most, crowded=crowded),
        reasons,
        _otherwise(senders, who),
        [*(f"shipment:{each.id}" for each in pieces), *(f"party:{each}" for each in senders)],
        pieces[0].day,
        pieces[-1].day,
    )


def _together(rule: RuleOn, all_: Together, most: Together) -> Reason:
    return Reason(
        "together",
        {
            "pieces": len(most.pieces),
            "days": rule.count("window_days"),
            "mass_kg": most.mass_kg,
            "value_usd": most.value_usd,
            "senders": len(all_.senders),
            "all": len(all_.pieces),
        },
    )


def _ways(senders: Sequence[str], who: Linked) -> Iterator[Reason]:
    """How the senders were joined."""
    for code, joined in (("shared_phone", who.by_phone), ("shared_place", who.by_place)):
        if number := len(joined.intersection(senders)):
            yield Reason(code, {"senders": number})


def _same_day(pieces: Sequence[Shipment]) -> Iterator[Reason]:
    by_day: defaultdict[date, list[str]] = defaultdict(list)
    for piece in pieces:
        by_day[piece.day].append(piece.sender)
    most = max(by_day.values(), key=len)
    if len(most) >= _SAME_DAY and len(set(most)) > 1:
        yield Reason("same_day", {"pieces": len(most), "senders": len(set(most))})


def _otherwise(senders: Sequence[str], who: Linked) -> tuple[str, ...]:
    """What else explains it: one sender is a shop; who shares a telephone may be a family."""
    if len(senders) == 1:
        return ("shop", "samples")
    by_phone = who.by_phone.intersection(senders)
    return ("forwarder", "family", "samples") if by_phone else ("forwarder", "samples")


def _score(rule: RuleOn, hands: int, most: Together, *, crowded: bool) -> float:
    """1 less the product of the doubts that each sign leaves."""
    joined = min(0.9, _SOME_SENDERS + _MORE_SENDERS * (hands - _HANDS)) if hands >= _HANDS else 0.0
    over = max(
        float(most.value_usd) / rule.number("together_usd"),
        float(most.mass_kg) / rule.number("together_kg"),
    )
    much = _MUCH * (1 - 1 / over)
    return 1 - (1 - joined) * (1 - (_CROWDED if crowded else 0.0)) * (1 - much)

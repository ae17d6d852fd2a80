"""C4: controlled material leaves by post or courier, many times and a little at a time.

Counted are parcels of controlled families without a licence, of one sender or of senders who belong
together, in a quarter. No text sets a quota for persons; ours says what is worth a look.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from monazite.catalogue.words import fold
from monazite.watch.leads.lead import Reason
from monazite.watch.patterns import addresses
from monazite.watch.patterns.families import family
from monazite.watch.patterns.linking import Caps, linked
from monazite.watch.patterns.pieces import Together, leaves, stretches, together

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from monazite.watch.leads.lead import Lead
    from monazite.watch.patterns.found import NotComputed
    from monazite.watch.patterns.linking import Linked
    from monazite.watch.patterns.records import Records, Shipment
    from monazite.watch.patterns.rule import RuleOn

_CHANNELS = frozenset({"post", "express"})
_BASE, _SIGN, _OVER = 0.35, 0.2, 0.25
"""What a lead scores for being one, for each further sign, and for how far it is over the quota."""


def find(records: Records, rule: RuleOn) -> Iterator[Lead | NotComputed]:
    """A lead for every sender, or cluster of senders, over the quota."""
    posted = [each for each in records.shipments if each.channel in _CHANNELS and leaves(each)]
    named = [(each, family(each, rule.words("families", each.day))) for each in posted]
    if silent := sum(1 for _, material in named if material == ""):
        yield rule.cannot("no_material", parcels=silent)
    if not addresses.spelling():
        yield rule.cannot("addresses_as_written")
    parcels = [each for each, material in named if material]
    names = ("senders", "consignee_senders", "strangers")
    who = linked(parcels, Caps(*(rule.count(name) for name in names)))
    seen = _first_seen(records)
    for group in _by_cluster(parcels, who):
        windows = stretches(group, rule.count("window_days"), lambda each: _over(each, rule))
        if windows:
            kept = {id(piece): piece for window in windows for piece in window.pieces}
            most = max(windows, key=lambda each: (each.mass_kg, len(each.pieces)))
            yield _lead(rule, together(kept.values()), most, who, seen)


def _by_cluster(parcels: Sequence[Shipment], who: Linked) -> list[list[Shipment]]:
    groups: defaultdict[str, list[Shipment]] = defaultdict(list)
    for parcel, sender in zip(parcels, who.sender, strict=True):
        groups[sender].append(parcel)
    return list(groups.values())


def _first_seen(records: Records) -> Mapping[str, date]:
    """The day on which each sender first sent anything, and under no name the first day of all."""
    first: dict[str, date] = {}
    for each in records.shipments:
        first[each.sender] = min(each.day, first.get(each.sender, each.day))
    first[""] = min(first.values())
    return first


def _over(window: Together, rule: RuleOn) -> bool:
    """Over the quota: in number, or in mass if it was not one parcel alone."""
    several = len(window.pieces) > 1
    return len(window.pieces) > rule.count("quota_parcels") or (
        several and window.mass_kg > rule.exact("quota_kg")
    )


def _lead(
    rule: RuleOn, all_: Together, most: Together, who: Linked, seen: Mapping[str, date]
) -> Lead:
    parcels = sorted(all_.pieces, key=lambda each: (each.day, each.id))
    signs = [*_new(rule, all_, parcels[0].day, seen), *_linked(all_, who), *_gifts(rule, parcels)]
    over = max(
        len(most.pieces) / (rule.count("quota_parcels") + 1),
        float(most.mass_kg) / rule.number("quota_kg"),
    )
    return rule.lead(
        (parcels[0].sender,),
        _BASE + _SIGN * min(2, len(signs)) + _OVER * (1 - 1 / max(over, 1.0)),
        [_many(rule, most), *signs],
        ("outside_text", "samples", "shop") if len(signs) > 1 else _OTHERWISE,
        [
            *(f"shipment:{each.id}" for each in parcels),
            *(f"party:{each}" for each in all_.senders),
        ],
        parcels[0].day,
        parcels[-1].day,
    )


_OTHERWISE = ("outside_text", "repair", "samples", "shop")


def _many(rule: RuleOn, most: Together) -> Reason:
    return Reason(
        "many",
        {
            "parcels": len(most.pieces),
            "days": rule.count("window_days"),
            "mass_kg": most.mass_kg,
            "quota_parcels": rule.count("quota_parcels"),
            "quota_kg": rule.exact("quota_kg"),
        },
    )


def _new(rule: RuleOn, all_: Together, first: date, seen: Mapping[str, date]) -> Iterator[Reason]:
    """Senders of whom nothing was seen before, where the records reach back far enough to tell."""
    before = timedelta(rule.count("new_days"))
    if seen[""] <= first - before:
        new = [each for each in all_.senders if seen[each] > first - before]
        if new:
            yield Reason("first_seen", {"senders": len(new), "days": before.days})


def _linked(all_: Together, who: Linked) -> Iterator[Reason]:
    if len(all_.senders) > 1:
        for code, joined in (("shared_phone", who.by_phone), ("shared_place", who.by_place)):
            if number := len(joined.intersection(all_.senders)):
                yield Reason(code, {"senders": number})


def _gifts(rule: RuleOn, parcels: Sequence[Shipment]) -> Iterator[Reason]:
    words = rule.words("gift_words")
    number = sum(1 for each in parcels if _says(each.description, words))
    if number:
        yield Reason("as_gift", {"parcels": number})


def _says(text: str, words: frozenset[str]) -> bool:
    """Whether a text has one of the words; Chinese ones stand without blanks."""
    said = fold(text).split()
    return any(word in said or (not word.isascii() and word in text) for word in words)

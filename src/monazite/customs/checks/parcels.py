"""Post, couriers and hand luggage, and goods that were split so that no part is looked at."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from monazite.catalogue import codes
from monazite.catalogue.words import fold
from monazite.customs.money import converted
from monazite.customs.rulings import FREE
from monazite.law.finding import Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from monazite.customs.context import Context
    from monazite.customs.facts import Recent
    from monazite.customs.findings import Finding

SMALL = ("post", "courier", "hand")
"""Modes by which small things leave."""
NEVER_LEFT = frozenset({"refused", "cancelled", "amended", "lapsed"})
"""States of what did not leave, and counts for nobody's parcels."""


def over_limit(context: Context) -> Iterator[Finding]:
    """A parcel is worth no more than one may be."""
    limit = context.rules.parcels.get(context.declaration.mode or "")
    if limit is None:
        return
    worth = _worth(context, limit.currency)
    if worth is not None and worth > limit.value:
        yield context.resting(
            limit.law,
            "post.over_limit",
            "mode",
            mode=Term(f"customs.mode.{context.declaration.mode}"),
            value=f"{worth:.2f}",
            most=f"{limit.value:f}",
            currency=limit.currency,
        )


def controlled(context: Context) -> Iterator[Finding]:
    """What needs a licence seldom leaves as a parcel."""
    mode = context.declaration.mode
    if mode in SMALL and any(found.needs_licence for found in context.rulings):
        yield context.finding("post.controlled", "mode", mode=Term(f"customs.mode.{mode}"))


def split(context: Context) -> Iterator[Finding]:
    """Parcels of one sender, address or consignee that together pass what one may be worth.

    A declarant is told of its own parcels alone; what others sent is for the office to know.
    """
    if context.declaration.mode not in SMALL or not _watched(context):
        return
    ours = _ours(context)
    alike = [
        r for r in context.facts.recent
        if _counts(context, r) and not ours.isdisjoint(_theirs(r))
    ]  # fmt: skip
    own = [each for each in alike if each.own]
    if said := _together(context, own):
        yield context.finding("split.under_threshold", "items", **said)
    senders = {_sender(context), *(fold(r.sender or r.exporter) for r in alike)} - {""}
    if (len(alike) > len(own) or len(senders) > 1) and (said := _together(context, alike)):
        number = str(len(senders))
        yield context.finding("split.with_others", "items", **said, senders=number)


def _together(context: Context, alike: Sequence[Recent]) -> dict[str, str]:
    """This parcel with others in figures; nothing where they are few or worth little."""
    rule = context.rules.splitting
    worths = [_of(context, r.value, r.currency, rule.currency) for r in alike]
    total = sum((w for w in worths if w is not None), _worth(context, rule.currency) or Decimal(0))
    parcels = len(alike) + 1
    if parcels < rule.parcels or total <= rule.value:
        return {}
    return {
        "parcels": str(parcels), "days": str(rule.days), "value": f"{total:.2f}",
        "currency": rule.currency,
    }  # fmt: skip


def _watched(context: Context) -> bool:
    """Whether something in it is, or lies near, what is controlled: else nobody counts."""
    return any(
        found.outcome != FREE or (item.hs and codes.hint(item.hs))
        for _, item, found in context.each()
    )


def _counts(context: Context, recent: Recent) -> bool:
    days = (context.facts.on - recent.on).days
    in_window = 0 <= days <= context.rules.splitting.days
    return in_window and recent.mode in SMALL and recent.state not in NEVER_LEFT


def _ours(context: Context) -> frozenset[tuple[int, str]]:
    said = context.declaration
    return _marks(
        _sender(context),
        said.sender.address or said.exporter.address or "",
        said.consignee.name or said.consignee.name_native or "",
        said.consignee.address or "",
    )


def _theirs(recent: Recent) -> frozenset[tuple[int, str]]:
    sender = recent.sender or recent.exporter
    return _marks(sender, recent.address, recent.consignee, recent.consignee_address)


@lru_cache(maxsize=8192)
def _marks(*words: str) -> frozenset[tuple[int, str]]:
    """Sender, its address, consignee and its address: one in common makes parcels alike."""
    folded = ((at, fold(word)) for at, word in enumerate(words))
    return frozenset((at, word) for at, word in folded if word)


def _sender(context: Context) -> str:
    said = context.declaration
    names = (said.sender.name, said.sender.name_native, said.exporter.name)
    return fold(next((n for n in names if n), ""))


def _worth(context: Context, currency: str) -> Decimal | None:
    """What the declaration is worth; None where nobody says."""
    worths = [_of(context, i.value, i.currency or "", currency) for i in context.declaration.items]
    return sum((w for w in worths if w is not None), Decimal(0)) if any(worths) else None


def _of(context: Context, value: Decimal | None, currency: str, to: str) -> Decimal | None:
    return None if value is None else converted(value, currency, to, context.facts.on)


CHECKS = (over_limit, controlled, split)

"""Parties on lists: who may not be dealt with, who bars a kind, who must be asked about."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from monazite.law.finding import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.law.parties import Listing
    from monazite.licensing.application import Party
    from monazite.licensing.context import Context
    from monazite.licensing.findings import Finding

_CODES = {
    "control_list": "party.control_listed",
    "watch_list": "party.watch_listed",
    "unreliable_entity_list": "party.unreliable_listed",
}
_SPECIAL = "party.special_case"
_HALF = Decimal("0.5")
_RECEIVERS = ("importer", "consignee", "intermediate", "end_user", "ultimate_end_user")


def on_a_list(context: Context) -> Iterator[Finding]:
    """Every party by its name in either script, against the lists that matter in its role."""
    for n, party in enumerate(context.application.parties):
        for entry in _entries(context, party):
            name = party.name or party.name_native or ""
            found = context.finding(
                _code(context, entry), f"parties[{n}].name", name=name, entry=entry.party.name
            )
            # A likeness rests on the list that it is a likeness to.
            alike = found.code == "party.maybe_listed"
            law = context.regime.lists[entry.party.list].law
            yield replace(found, law=law) if alike else found


def bars_the_kind(context: Context) -> Iterator[Finding]:
    """An entry that leaves only some kinds."""
    kind = context.application.kind
    for n, party in enumerate(context.application.parties):
        for entry in _entries(context, party):
            rule = context.regime.lists[entry.party.list]
            if _holds(context, entry) and kind in rule.bars:
                yield context.finding(
                    "party.list_bars_kind",
                    f"parties[{n}].name",
                    name=party.name or party.name_native or "",
                    kind=Term(f"licensing.choice.kind.{kind}"),
                )


def owned_by_a_listed_party(context: Context) -> Iterator[Finding]:
    """A receiver of which a listed party owns half."""
    for n, party in context.of_role(*_RECEIVERS):
        share = party.owned_by_listed
        if share is not None and share >= _HALF:
            path = f"parties[{n}].owned_by_listed"
            yield context.finding(
                "party.owned_by_listed",
                path,
                name=party.name or party.name_native or "",
                share=f"{share * 100:f}",
            )


def _entries(context: Context, party: Party) -> list[Listing]:
    """The entries that matter for a party in its role, each once."""
    lists = context.regime.lists
    found = context.listings_of(party)
    return [entry for entry in found if party.role in lists[entry.party.list].roles]


def _holds(context: Context, entry: Listing) -> bool:
    """Whether the entry is the party itself, and has its effect on the day."""
    return _code(context, entry) in {_CODES[entry.party.list], _SPECIAL}


def _code(context: Context, entry: Listing) -> str:
    until = entry.party.paused_until
    if not entry.exact:
        return "party.maybe_listed"
    if entry.paused:
        return "party.listing_paused"
    if until is not None and until < context.today:
        # What came after the suspension is not established (docs: known unknowns).
        return "party.listing_open"
    return _SPECIAL if context.special_case(entry.party.list) else _CODES[entry.party.list]


CHECKS = (on_a_list, bars_the_kind, owned_by_a_listed_party)

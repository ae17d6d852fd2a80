"""Who stands on the papers: against lists of parties, and whether those are named that must be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.law.finding import ERROR
from monazite.law.parties import listings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.customs.context import Context
    from monazite.customs.declared import Party
    from monazite.customs.findings import Finding
    from monazite.law.parties import Listing


def on_a_list(context: Context) -> Iterator[Finding]:
    """Every party by its name in either script, against the lists that matter in its role."""
    for role, party, entry in _entries(context):
        rule = context.rules.lists[entry.party.list]
        yield context.resting(
            rule.law,
            _code(context, entry),
            f"{role}.name",
            name=party.name or party.name_native or "",
            entry=entry.party.name,
        )


def list_bars_the_kind(context: Context) -> Iterator[Finding]:
    """A receiver on a list that closes the kind of a licence which is cited."""
    for role, _, entry in _entries(context):
        bars = context.rules.lists[entry.party.list].bars
        if not entry.exact or entry.paused or role not in {"consignee", "end_user"}:
            continue
        for path, item, _ in context.each():
            known = context.facts.licences or {}
            licences = (known.get(number) for number in item.licences)
            kinds = [(c.number, c.kind) for c in licences if c and c.yours and c.kind in bars]
            for number, _ in kinds:
                at = f"{path}.licences"
                yield context.finding(
                    "licence.list_bars_kind", at, number=number, name=entry.party.name
                )


def exporter_at_home(context: Context) -> Iterator[Finding]:
    """Goods leave by a firm of the country, unless they come from abroad and pass."""
    if context.series is not None and context.series.foreign:
        return
    home, country = context.rules.country, context.declaration.exporter.country
    if home and country and country != home:
        yield context.finding("party.exporter_abroad", "exporter.country")


def end_user_named(context: Context) -> Iterator[Finding]:
    """Whoever exports what needs a licence says who uses it."""
    user = context.declaration.end_user
    needed = any(found.needs_licence for found in context.rulings)
    if needed and not (user.name or user.name_native) and "end_user" not in context.unread:
        yield context.finding("party.end_user_missing", "end_user.name")


def _entries(context: Context) -> Iterator[tuple[str, Party, Listing]]:
    """The entries that matter for a party in its role, each once."""
    law, on = context.law, context.facts.on
    roles = {role for rule in context.rules.lists.values() for role in rule.roles}
    for role in sorted(roles):
        party: Party = getattr(context.declaration, role)
        found: dict[object, Listing] = {}
        for name in (party.name, party.name_native):
            for entry in listings(law, name, on, law.compiled) if name else ():
                known = found.get(entry.party)
                found[entry.party] = entry if known is None or entry.exact else known
        for entry in found.values():
            rule = context.rules.lists.get(entry.party.list)
            if rule is not None and role in rule.roles:
                yield role, party, entry


def _code(context: Context, entry: Listing) -> str:
    until = entry.party.paused_until
    if not entry.exact:
        return "party.maybe_listed"
    if entry.paused:
        return "party.listing_paused"
    if until is not None and until < context.facts.on:
        # What came after the suspension is not established (docs: known unknowns).
        return "party.listing_open"
    stops = context.rules.lists[entry.party.list].severity == ERROR
    return "party.listed" if stops else "party.watched"


CHECKS = (on_a_list, list_bars_the_kind, exporter_at_home, end_user_named)

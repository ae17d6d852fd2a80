"""An answer about one party alone: itself, who is on its way, and what is odd about these."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from monazite.catalogue.words import unknown

if TYPE_CHECKING:
    from monazite.watch.ownership.owned import Found

_LOOKED = 5_000
"""Parties among whom a like name is looked for; more would take seconds."""


def narrowed(found: Found, party: str) -> Found:
    """The part of an answer that is about a party; InputError for one in no holding of the day.

    Parties is empty where listed ones own nothing of it.
    """
    names = found.network.numbers
    if party not in names:
        known = list(names)[:_LOOKED]
        raise unknown("party", party, "a party of the holdings of the day", known)
    shown = {party}
    for one in found.parties:
        if one.party == party:
            shown |= {step.owner for step in one.steps}
    return replace(
        found,
        parties=tuple(
            one for one in found.parties
            if one.party in shown and (one.party == party or one.state != "below")
        ),
        strangers=(),
        too_much=tuple(one for one in found.too_much if one[0] in shown),
        doubles=tuple(one for one in found.doubles if one.owned in shown),
    )  # fmt: skip

"""One name in two spellings: an officer cannot know that both are the same firm."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import combinations
from typing import TYPE_CHECKING

from monazite.law.parties import normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.licensing.context import Context
    from monazite.licensing.findings import Finding

# Names that share this part of their letters are one, slips of the pen apart.
_SLIP = 0.9


def one_spelling(context: Context) -> Iterator[Finding]:
    """A name is written the same wherever it stands."""
    told: set[str] = set()
    for (_, first), (path, name) in combinations(_mentions(context), 2):
        if first != name and path not in told and _one_firm(first, name):
            told.add(path)
            yield context.finding("party.two_spellings", path, name=name, other=first)


def _mentions(context: Context) -> Iterator[tuple[str, str]]:
    application = context.application
    for n, party in enumerate(application.parties):
        if party.name:
            yield f"parties[{n}].name", party.name
    for field, name in (
        ("seller", application.contract.seller),
        ("buyer", application.contract.buyer),
    ):
        if name:
            yield f"contract.{field}", name


def _one_firm(first: str, name: str) -> bool:
    ours, theirs = " ".join(normal(first)), " ".join(normal(name))
    if ours == theirs:
        return True
    match = SequenceMatcher(None, ours, theirs)
    return match.quick_ratio() >= _SLIP and match.ratio() >= _SLIP


CHECKS = (one_spelling,)

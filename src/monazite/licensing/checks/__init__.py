"""The checks of an application, one file a concern, each check a small pure function."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from monazite.licensing.checks import (
    asked,
    bill,
    claims,
    contract,
    end_use,
    goods,
    kind,
    law,
    lines,
    listed,
    onward,
    papers,
    parties,
    route,
    signatures,
    spelling,
    transport,
    tree,
)
from monazite.licensing.context import Context
from monazite.licensing.findings import Finding

Check = Callable[[Context], Iterator[Finding]]

CHECKS: tuple[Check, ...] = tuple(
    check
    for concern in (
        asked, kind, parties, spelling, listed, lines, goods, law, end_use, contract, transport,
        route, tree, bill, onward, papers, signatures, claims,
    )
    for check in concern.CHECKS
)  # fmt: skip
"""Every check, in the order of the form."""

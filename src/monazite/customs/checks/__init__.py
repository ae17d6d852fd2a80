"""The checks of a declaration, one file a concern, each check a small pure function."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from monazite.customs.checks import (
    amounts,
    analysis,
    asked,
    before,
    goods,
    law,
    neighbours,
    parcels,
    parties,
    use,
    way,
)
from monazite.customs.context import Context
from monazite.customs.findings import Finding

Check = Callable[[Context], Iterator[Finding]]

CHECKS: tuple[Check, ...] = tuple(
    check
    for concern in (
        asked,
        law,
        goods,
        amounts,
        analysis,
        parties,
        use,
        way,
        parcels,
        neighbours,
        before,
    )
    for check in concern.CHECKS
)
"""Every check, in the order of the form."""

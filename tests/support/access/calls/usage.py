"""Users and uses: what an office, a firm and a statistician read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.desk.usage.reporting import of_reader, of_regime

if TYPE_CHECKING:
    from support.access.calls import Call

CALLS: dict[str, Call] = {
    "usage.read": lambda by, _: of_reader(by, None, None),
    "usage.sums": lambda by, _: of_regime(by, ""),
}

"""When the next official statistics are due, by publisher, with how sure that is."""

from __future__ import annotations

from monazite.trade.releases.calendar import Release, due, last_release, next_release

__all__ = ["Release", "due", "last_release", "next_release"]

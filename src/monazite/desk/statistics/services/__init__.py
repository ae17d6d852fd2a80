"""Everything that changes the statistics: one function, one transaction."""

from __future__ import annotations

from monazite.desk.statistics.services.excluding import count_again, exclude
from monazite.desk.statistics.services.preparing import prepare
from monazite.desk.statistics.services.releasing import release, send_back

__all__ = ["count_again", "exclude", "prepare", "release", "send_back"]

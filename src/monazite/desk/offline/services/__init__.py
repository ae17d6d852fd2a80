"""What is done with snapshots: one function is one transaction, with its events."""

from __future__ import annotations

from monazite.desk.offline.services.closing import give_up
from monazite.desk.offline.services.merging import Merging, merge
from monazite.desk.offline.services.taking import Wanted, take_snapshot

__all__ = ["Merging", "Wanted", "give_up", "merge", "take_snapshot"]

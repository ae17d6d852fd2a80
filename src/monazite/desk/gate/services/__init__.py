"""What people do at the gate: one function is one transaction, with its events."""

from __future__ import annotations

from monazite.desk.gate.services.changing import amend, cancel
from monazite.desk.gate.services.checking import precheck, rechecked, under
from monazite.desk.gate.services.exiting import confirm_exit
from monazite.desk.gate.services.granting import deny, grant
from monazite.desk.gate.services.lapsing import lapse_reservations
from monazite.desk.gate.services.lodging import lodge, lodge_whole
from monazite.desk.gate.services.manifests import lodge_manifest
from monazite.desk.gate.services.officers import clear, hold, refuse

__all__ = [
    "amend", "cancel", "clear", "confirm_exit", "deny", "grant", "hold", "lapse_reservations",
    "lodge", "lodge_manifest", "lodge_whole", "precheck", "rechecked", "refuse", "under",
]  # fmt: skip

"""What people do about licences: one function is one transaction, with its events."""

from __future__ import annotations

from monazite.desk.licences.services.changing import change, ended_change, reopened_change
from monazite.desk.licences.services.issuing import issue
from monazite.desk.licences.services.moving import contra, expire, move, post, reserve, void
from monazite.desk.licences.services.orders import propose_order, send_back_order, sign_order
from monazite.desk.licences.services.surrendering import surrender

__all__ = [
    "change", "contra", "ended_change", "expire", "issue", "move", "post", "propose_order",
    "reopened_change", "reserve", "send_back_order", "sign_order", "surrender", "void",
]  # fmt: skip

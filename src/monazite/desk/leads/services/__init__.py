"""What is done with leads and tips; one function, one transaction."""

from __future__ import annotations

from monazite.desk.leads.services.opening import open_before, open_lead
from monazite.desk.leads.services.telling import Given, Receipt, add, of_receipt, tell
from monazite.desk.leads.services.working import (
    ask,
    close,
    held,
    open_paper,
    remark,
    reopen,
    take,
)

__all__ = [
    "Given", "Receipt", "add", "ask", "close", "held", "of_receipt", "open_before", "open_lead",
    "open_paper", "remark", "reopen", "take", "tell",
]  # fmt: skip

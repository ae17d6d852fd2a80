"""What is done with duties; one function, one transaction."""

from __future__ import annotations

from monazite.desk.duties.services.opening import exited, undone
from monazite.desk.duties.services.overdue import overdue
from monazite.desk.duties.services.reporting import Given, held, open_paper, report, upload

__all__ = ["Given", "exited", "held", "open_paper", "overdue", "report", "undone", "upload"]

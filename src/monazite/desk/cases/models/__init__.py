"""Cases and their rows; a row is only ever added, or closed once."""

from __future__ import annotations

from monazite.desk.cases.models.case import Case, Routing, Screening, Task
from monazite.desk.cases.models.decisions import Advice, Decision, Reconsideration, Settlement
from monazite.desk.cases.models.notes import Mention, Note, SavedFilter
from monazite.desk.cases.models.waits import Answer, HandBack, Hold, Question, Referral, Release

__all__ = [
    "Advice", "Answer", "Case", "Decision", "HandBack", "Hold", "Mention", "Note", "Question",
    "Reconsideration", "Referral", "Release", "Routing", "SavedFilter", "Screening", "Settlement",
    "Task",
]  # fmt: skip

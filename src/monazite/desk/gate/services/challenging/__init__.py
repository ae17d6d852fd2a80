"""Challenges: issued, answered, analysed, identified, judged by two people, closed."""

from __future__ import annotations

from monazite.desk.gate.services.challenging.answering import answer_challenge
from monazite.desk.gate.services.challenging.given import Found, Given, Verdict
from monazite.desk.gate.services.challenging.identifying import ask_identification
from monazite.desk.gate.services.challenging.issuing import issue_challenge
from monazite.desk.gate.services.challenging.judging import judge
from monazite.desk.gate.services.challenging.papers import (
    add_paper,
    open_paper,
    receive_paper,
    upload_paper,
)
from monazite.desk.gate.services.challenging.running_out import unanswered
from monazite.desk.gate.services.challenging.sampling import report_sample
from monazite.desk.gate.services.challenging.signing import (
    send_back_judgement,
    sign_judgement,
)

__all__ = [
    "Found", "Given", "Verdict", "add_paper", "answer_challenge", "ask_identification",
    "issue_challenge", "judge", "open_paper", "receive_paper", "report_sample",
    "send_back_judgement", "sign_judgement", "unanswered", "upload_paper",
]  # fmt: skip

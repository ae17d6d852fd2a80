"""What people do: one function is one transaction, with its event."""

from __future__ import annotations

from monazite.desk.cases.services.accepting import accept
from monazite.desk.cases.services.advising import advise, advise_many
from monazite.desk.cases.services.answering import answer, complete
from monazite.desk.cases.services.asking import ask, send_back_for_correction
from monazite.desk.cases.services.assigning import assign
from monazite.desk.cases.services.consulting import consult
from monazite.desk.cases.services.holding import hold, release
from monazite.desk.cases.services.noting import see_mentions, write_note
from monazite.desk.cases.services.proposing import propose
from monazite.desk.cases.services.reconsidering import close, reconsider, reopen, uphold
from monazite.desk.cases.services.referring import hand_back, refer_up
from monazite.desk.cases.services.refreshing import refresh
from monazite.desk.cases.services.renewing import open_missing, renew_clocks
from monazite.desk.cases.services.reviewing import begin_review
from monazite.desk.cases.services.sending_back import send_back
from monazite.desk.cases.services.settling import settle
from monazite.desk.cases.services.signing import sign
from monazite.desk.cases.services.taking_in import take_in

__all__ = [
    "accept", "advise", "advise_many", "answer", "ask", "assign", "begin_review", "close",
    "complete", "consult", "hand_back", "hold", "open_missing", "propose", "reconsider",
    "refer_up", "refresh", "release", "renew_clocks", "reopen", "see_mentions", "send_back",
    "send_back_for_correction", "settle", "sign", "take_in", "uphold", "write_note",
]  # fmt: skip

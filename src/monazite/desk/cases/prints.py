"""Which columns of the rows at a case its events tell by SHA-256, and under which key."""

from __future__ import annotations

from monazite.desk.events.prints import Print

TASK = Print(
    ("number", "kind", "agency_id", "rule", "opened_at", "assignee_id", "state", "closed_at",
     "closed_by_id")
)  # fmt: skip
ROUTING = Print(("number", "at", "rules", "law_hash", "facts", "trace"))
SCREENING = Print(("number", "at", "screener", "lists", "answers"))
QUESTION = Print(("number", "kind", "text", "answer_by", "stops_clock", "asked_by_id", "asked_at"))
ANSWER = Print(("text", "papers", "answered_by_id", "answered_at"))
HOLD = Print(("number", "reason", "text", "until", "stops_clock", "placed_by_id", "placed_at"))
RELEASE = Print(("text", "released_by_id", "released_at"))
REFERRAL = Print(("number", "office", "text", "referred_by_id", "referred_at"))
HAND_BACK = Print(("text", "entered_by_id", "entered_at"))
ADVICE = Print(
    ("agency_id", "author_id", "at", "position", "grounds", "conditions", "text", "law_hash",
     "form_sha256")
)  # fmt: skip
SETTLEMENT = Print(
    ("author_id", "at", "position", "grounds", "conditions", "text", "considered")
)  # fmt: skip
DECISION = Print(
    ("id", "number", "kind", "outcome", "grounds", "conditions", "text", "terms", "form_sha256",
     "law_hash", "author_id", "proposed_at", "state", "signer_id", "signed_at", "said",
     "supersedes_id")
)  # fmt: skip
RECONSIDERATION = Print(("number", "decision_id", "text", "asked_by_id", "asked_at"))
NOTE = Print(("number", "author_id", "agency_id", "at", "text", "shared"))
MENTION = Print(("person_id",))
"""When the colleague opened it is for their own list alone, and told nowhere."""

Told = dict[str, dict[str, str]]
"""SHA-256 by table and key, as a payload's `rows` has them.

Keys: the row's number; of an answer, a release and a hand-back the number of what it ends; of
advice the task's number and which of its advice it is (`3.1`); of a settlement which it is; of a
mention the note's number and the colleague's id; of an office its id and its duty.
"""

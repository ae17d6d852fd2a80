"""A body that fits each operation of the API which asks for one, by the operation's name."""

from __future__ import annotations

NOBODY = "00000000-0000-4000-8000-000000000000"
BODIES: dict[str, object] = {
    "withdraw_application": {"reason": "No longer needed"},
    "patch_form": {"changes": {"contract.number": "7"}},
    "return_case": {"points": ["Sign page 3."]},
    "consult_on_case": {"office": NOBODY, "why": "They know it."},
    "ask_applicant": {"text": "Which motor?"},
    "hold_case": {"reason": "policy", "text": "Under discussion."},
    "release_case": {"hold": 1, "text": "Settled."},
    "refer_case_up": {"office": "state_council", "text": "Major interests."},
    "advise_on_case": {"position": "no_objection"},
    "write_note_on_case": {"text": "See me.", "mentions": [NOBODY]},
    "assign_tasks": {"tasks": [1], "to": NOBODY},
    "answer_question": {"question": 1, "text": "A pump's."},
    "complete_application": {"question": 1, "text": "Signed."},
    "precheck_declaration": {"regime": "CN", "reference": "S-1"},
    "lodge_declaration": {"regime": "CN", "reference": "S-1"},
    "amend_declaration": {"regime": "CN", "reference": "S-2"},
    "cancel_declaration": {"text": "Sold here."},
    "hold_declaration": {"text": "The route is odd."},
    "clear_declaration": {"text": "Looked at."},
    "refuse_declaration": {"text": "No licence."},
    "confirm_exit_of_declaration": {"on": "2026-11-23"},
}

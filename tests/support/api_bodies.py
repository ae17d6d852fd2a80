"""A body that fits each operation of the API which asks for one, by the operation's name."""

from __future__ import annotations

NOBODY = "00000000-0000-4000-8000-000000000000"
BATCH: dict[str, object] = {
    "reference": "R1", "stage": "mine", "month": "2026-09", "mass_kg": "1000",
    "contents": {"Nd2O3": "200"},
}  # fmt: skip
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
    "lodge_manifest": {"reference": "M-1", "mode": "each", "declarations": [{"reference": "S-1"}]},
    "amend_declaration": {"regime": "CN", "reference": "S-2"},
    "cancel_declaration": {"text": "Sold here."},
    "grant_of_declaration": {"text": "The route is odd."},
    "deny_of_declaration": {"text": "The route is odd."},
    "hold_declaration": {"text": "The route is odd."},
    "clear_declaration": {"text": "Looked at."},
    "refuse_declaration": {"text": "No licence."},
    "confirm_exit_of_declaration": {"on": "2026-11-23"},
    "issue_challenge": {"items": [1], "grounds": ["composition_in_doubt"], "text": "Heavy."},
    "answer_challenge": {"text": "They are as declared."},
    "report_sample": {
        "item": 1, "laboratory": "Customs laboratory", "method": "ICP-OES",
        "taken_on": "2026-11-22", "contains": "Sm=0.226,Co",
    },
    "ask_identification": {"text": "What are they?"},
    "begin_batch": BATCH | {"regime": "CN", "origin": "mined", "source": "quota notice 3"},
    "make_batches": {"inputs": [{"batch": "CN-B-NONE", "mass_kg": "1"}], "outputs": [BATCH]},
    "hand_over_batch": {"mass_kg": "1", "receiver": "91310000EXAMPLE33X", "reference": "7"},
    "report_duty": {"happened_on": "2026-11-22", "place": "Nagoya"},
    "report_usage": {
        "message_id": "m1", "licence": "CN-L-2026-999999", "line": 1, "declaration": "D1",
        "semantics": "delta", "sequence": 1, "as_of": "2026-11-22T16:30:00+08:00",
        "quantity": "1", "unit": "kg", "value": "0",
    },
    "take_snapshot": {
        "post": "Erenhot road", "hours": 24,
        "lines": [{"licence": "CN-L-2026-999999", "line": 1, "quantity": "1"}],
    },
    "give_up_snapshot": {"text": "The car burnt."},
}  # fmt: skip

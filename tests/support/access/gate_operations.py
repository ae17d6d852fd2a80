"""Operations of the API about one declaration: the action of each, and a body that fits it."""

from __future__ import annotations

from typing import Any

_WHY = {"text": "because"}

OPERATIONS: dict[str, tuple[str, Any]] = {
    "get_declaration": ("declaration.read", None),
    "amend_declaration": ("declaration.amend", {"reference": "another"}),
    "cancel_declaration": ("declaration.cancel", _WHY),
    "hold_declaration": ("declaration.work", _WHY),
    "clear_declaration": ("declaration.work", _WHY),
    "refuse_declaration": ("declaration.work", _WHY),
    "confirm_exit_of_declaration": ("declaration.work", {"on": "2026-11-23"}),
    "grant_of_declaration": ("declaration.work", _WHY),
    "deny_of_declaration": ("declaration.work", _WHY),
}
"""Each operation with the action that lets a program in."""
OF_MANY = {
    "list_declarations", "lodge_declaration", "precheck_declaration",
    "report_usage", "list_snapshots", "take_snapshot", "get_snapshot", "get_snapshot_file",
    "merge_journal", "give_up_snapshot",
    "list_manifests", "lodge_manifest", "upload_manifest", "get_manifest",
    "list_manifest_declarations", "list_unlodged",
}  # fmt: skip
"""Of nothing or of many: test_declarations.py, test_manifests.py, test_offline.py of tests/desk/api."""

"""The matrix as a page of the docs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.desk.people.roles import ADMIN, ROLES
from support.access.cells import SITUATIONS, answers

if TYPE_CHECKING:
    from support.access.world import World

HEAD = """# Who may do what

<!-- Written by tools/build_access_matrix.py from the predicates: edit those, then run it. -->

Each row is an action and how a person stands to the thing; ● says that the role may, ○ that it may
in some kinds of organisation. What has no row, nobody may. Officials (people of agencies and operators) act only after the second
factor; people and organisations that have ended do nothing. *When* a step is possible, say filing
or withdrawing, is the transition table's to say, not this one's.

The columns: **prep** preparer, **sign** signatory, **part** foreign partner, **int** intake officer,
**lic** licensing officer, **rev** reviewer, **chief**, **aud** auditor, **adm** admin of an
organisation, **op** operator of the site, **decl** declarant, **cust** customs officer, **lab**
laboratory, **stat** statistician, **enf** enforcement officer. What belongs to the gate (batches,
leads and duties too) stands before the offices that it names.
"""
_SHORT = {
    "preparer": "prep", "signatory": "sign", "partner": "part", "intake_officer": "int",
    "licensing_officer": "lic", "reviewer": "rev", "chief": "chief", "auditor": "aud",
    ADMIN: "adm", "operator": "op", "declarant": "decl", "customs_officer": "cust",
    "laboratory": "lab", "statistician": "stat", "enforcement_officer": "enf",
}  # fmt: skip


def page(world: World) -> str:
    """Markdown: one table for each group of actions."""
    allowed: dict[tuple[str, str, str], set[bool]] = {}
    for cell, answer in answers(world).items():
        key = (cell.action, cell.situation.name, cell.role)
        allowed.setdefault(key, set()).add(answer)
    groups = dict.fromkeys(action.partition(".")[0] for action in SITUATIONS)
    return HEAD + "".join(_group(group, allowed) for group in groups)


def _group(group: str, allowed: dict[tuple[str, str, str], set[bool]]) -> str:
    lines = [
        f"\n## {group}\n",
        "| action | the thing | " + " | ".join(_SHORT[role] for role in ROLES) + " |",
        "|---|---|" + ":-:|" * len(ROLES),
    ]
    for action, situations in SITUATIONS.items():
        if action.partition(".")[0] == group:
            lines += [_row(action, each.name, allowed) for each in situations]
    return "\n".join(line for line in lines if line) + "\n"


def _row(action: str, situation: str, allowed: dict[tuple[str, str, str], set[bool]]) -> str:
    """One line; none where nobody may."""
    marks = [_mark(allowed.get((action, situation, role), set())) for role in ROLES]
    if not any(marks):
        return ""
    return f"| `{action}` | {situation} | " + " | ".join(marks) + " |"


def _mark(found: set[bool]) -> str:
    if found == {True}:
        return "●"
    return "○" if True in found else ""

"""Every sentence that a page names is there, and every one that is there is named."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from monazite.catalogue.texts import keys
from monazite.desk.pages.hidden import visible

PAGES = Path(str(files("monazite.desk.pages")))
SOURCE = "".join(
    path.read_text() for kind in ("html", "py") for path in sorted(PAGES.rglob(f"*.{kind}"))
)
MADE = {
    "nav",
    "zone",
    "wrong",
    "unit",
    "fact",
    "age",
    "proof",
    "where",
    "severity",
    "kind",
    "event",
    "add",
    "amount",
    "mark",
    "case.clock",
    "case.time",
    "case.strip",
    "case.task_state",
    "case.wait",
    "case.decision_state",
    "case.act",
    "case.what",
    "case.field",
    "case.help",
    "case.done",
    "case.event",
    "case.limit",
    "licence.bar",
    "licence.change_state",
    "licence.movement",
    "licence.order_state",
    "licence.part",
    "figures.unit",
    "figures.none",
    "home.place",
    "home.duties_overdue",
    "home.duties_soon",
    "lead.act",
    "lead.explained",
    "lead.fact",
    "lead.role",
    "lead.semantics",
    "lead.side",
    "lead.text",
    "lead.where",
}
"""Families whose last word is put in when the page is made, and sentences of which a part is."""


def test_sentences_that_templates_name_exist() -> None:
    named = re.findall(r'(?:say|counted) ["\'](desk\.pages\.[\w.]+\w)["\']', SOURCE)
    assert len(named) > 100
    assert sorted(set(named) - keys()) == []


def test_no_sentence_is_there_for_nothing() -> None:
    ours = {key for key in keys() if key.startswith("desk.pages.")}
    idle = {
        key
        for key in ours
        if not any(f"{key}.".startswith(f"desk.pages.{family}.") for family in MADE)
        and key.split(".")[-1] not in {"yes", "no"}
        and f"{key.removesuffix('.one')}" not in SOURCE
    }
    assert idle == set()


def test_what_hides_in_a_text_is_shown() -> None:
    assert visible("Example \u202eKK\u200b") == "Example (U+202E)KK(U+200B)"
    assert visible("虚構 Ünï\n") == "虚構 Ünï\n"

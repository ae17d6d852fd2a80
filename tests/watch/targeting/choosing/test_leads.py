from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.watch.leads.wording import agency_words, otherwise_words, reason_words, rule_words
from monazite.watch.targeting import risk_leads, select
from support.watch_declarations import Columns, after

if TYPE_CHECKING:
    from monazite.watch.targeting.model import Model


def test_the_riskiest_are_leads_and_what_was_drawn_is_none(model: Model, columns: Columns) -> None:
    later = after(columns, "2025-10-01")
    scores = model.score(later)
    chosen = select(scores.risks, 0.05, random_share=0.2)
    ids = [str(one) for one in later["Declaration ID"]]
    found = risk_leads(scores, chosen, ids)
    assert [one.subject for one in found] == [(ids[row],) for row in chosen.rows[: chosen.cut]]
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    first = found[0]
    row = int(chosen.rows[0])
    assert (first.rule, first.room, first.agency) == ("risk", "targeting", "customs")
    assert str(first.first) == later["Date"][row]
    assert first.evidence == (f"declaration:{ids[row]}",)
    assert len(first.reasons) == 4


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_lead_is_told_in_words(model: Model, columns: Columns, lang: str) -> None:
    later = after(columns, "2025-10-01")
    scores = model.score(later)
    ids = [str(one) for one in later["Declaration ID"]]
    lead = risk_leads(scores, select(scores.risks, 0.01), ids)[0]
    told = [
        rule_words(lead.rule, lang), agency_words(lead.agency, lang),
        *(reason_words(lead.rule, one, lang) for one in lead.reasons),
        *(otherwise_words(one, lang) for one in lead.otherwise),
    ]  # fmt: skip
    codes = {"risk", "customs", "share", "adds", *lead.otherwise}
    assert not codes & set(told)


def test_every_row_needs_its_id(model: Model, columns: Columns) -> None:
    scores = model.score(after(columns, "2025-10-01"))
    with pytest.raises(InputError, match="an id for each"):
        risk_leads(scores, select(scores.risks, 0.05), ["one"])

"""Ways round of which more is seized for a while."""

from __future__ import annotations

import pytest

from monazite.shock.scenarios.problems import ScenarioError
from support.shock_scenarios import run_of, said

TEXT = """
weeks: 20
bans: [{goods: [Sb], origins: [CN], destinations: [US], from: 2025-03-03}]
hubs:
  - from: [CN]
    through: TH
    to: [US]
    share: 60 %
    weeks: 4
    seized: 5 %
    campaigns:
      - {from: 2025-04-07, seized: 20 %}
      - {from: 2025-05-05, until: 2025-05-18, seized: 50 %}
"""


def test_the_part_that_is_seized_follows_the_campaigns() -> None:
    plan = run_of(TEXT).schedule
    by_week = plan.hubs.seized[plan.phase][:, 0].tolist()
    assert by_week == [0.05] * 5 + [0.2] * 4 + [0.5] * 2 + [0.2] * 9
    assert set(plan.hubs.share.ravel().tolist()) == {0.6}


def test_a_campaign_that_ends_before_it_begins_is_named_with_its_path() -> None:
    with pytest.raises(ScenarioError) as caught:
        said(TEXT.replace("until: 2025-05-18", "until: 2025-05-01"))
    paths = [(one.path, one.code) for one in caught.value.problems]
    assert paths == [("hubs[0].campaigns[1].until", "window")]


def test_campaigns_that_change_nothing_are_told_with_the_reason() -> None:
    more = (
        "      - {from: 2030-04-07, seized: 20 %}\n"
        "      - {from: 2025-03-10, until: 2025-03-12, seized: 90 %}\n"
        "      - {from: 2025-03-03, until: 2025-03-16, seized: 5 %}\n"
    )
    notes = (one.told for one in run_of(TEXT + more).notes if one.code == "idle")
    path = "hubs[0].campaigns[%s]"
    assert {told["path"]: told["reason"] for told in notes} == {
        path % 2: "late",
        path % 3: "late",
        path % 4: "already",
    }

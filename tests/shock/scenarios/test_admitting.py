"""Uses that are refused: those users go without, and the others do not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.shock.engine.reference.run import run
from monazite.shock.engine.sums import owners
from support.shock_magnets import COUNTRIES, GOODS, SECTORS, magnets
from support.shock_scenarios import made, run_of, said
from support.shock_schedules import USUAL

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Model
    from monazite.shock.scenarios.compiling import Compiled

GOOD = "NdFeB-standard/magnet"
LICENCE = f"""
weeks: 104
licences: [{{id: own, goods: [{GOOD}], origins: [CN], from: 2025-04-07}}]
friction:
  - group: office
    measures: [own]
    from: 2025-04-07
    review_weeks: 2
    granted: 100 %
"""
REFUSED = "    by: [{uses: [defence], granted: 0}]\n"


def _admitted(found: Compiled, model: Model, sector: str, country: str) -> float:
    """Of the good's users in a country, in the last phase."""
    users = model.users
    market = ["/".join(one) for one in GOODS].index(GOOD) * len(COUNTRIES) + COUNTRIES.index(
        country
    )
    of = users.sector[owners(users.inputs)] == SECTORS.index(sector)
    (row,) = np.flatnonzero((users.inputs.market == market) & of)
    return float(found.schedule.elsewhere.admitted[-1, row])


def _activity(found: Compiled, sector: str, country: str) -> Floats:
    """Week by week, of plants that need the good alone."""
    model = magnets()
    users = model.users
    (user,) = np.flatnonzero(
        (users.sector == SECTORS.index(sector)) & (users.country == COUNTRIES.index(country))
    )
    return run(model, found.schedule, USUAL).activity[:, user]


def test_nobody_is_left_out_where_no_use_is_refused() -> None:
    assert (run_of(LICENCE).schedule.elsewhere.admitted == 1).all()


@pytest.mark.parametrize(("more", "part"), [("", 0.0), ("    general_share: 40 %\n", 0.4)])
def test_a_use_that_is_refused_is_served_out_of_what_is_free(more: str, part: float) -> None:
    found = run_of(LICENCE + more + REFUSED)
    assert _admitted(found, magnets(), "defence", "USA") == pytest.approx(part)
    assert _admitted(found, magnets(), "traction", "USA") == 1
    assert _admitted(found, magnets(), "defence", "CHN") == 1
    assert (found.schedule.elsewhere.admitted[0] == 1).all()


def test_a_use_granted_half_as_often_as_others_gets_half() -> None:
    found = run_of(LICENCE.replace("100 %", "80 %") + REFUSED.replace("granted: 0", "granted: 0.4"))
    assert _admitted(found, magnets(), "defence", "USA") == pytest.approx(0.5)


def test_goods_refused_for_a_use_do_not_reach_it_through_another_country() -> None:
    model = magnets()
    users = model.users
    german = users.country == COUNTRIES.index("DEU")
    model = replace(
        model,
        users=users._replace(sector=np.where(german, SECTORS.index("defence"), users.sector)),
    )
    found = made(said(LICENCE + REFUSED), model)
    # Japan makes 10 of its 30 t and sends Germany 5 of Germany's 35 t.
    assert _admitted(found, model, "defence", "DEU") == pytest.approx(5 / 35 * 10 / 30)


def test_users_refused_stand_and_the_others_lose_nothing_by_it() -> None:
    lifted = "law: {lift: [{measure: CN-2025-18, from: 2025-04-04}]}\n"
    all_alike, refused = (run_of(LICENCE + more + lifted) for more in ("", REFUSED))
    assert _activity(refused, "defence", "USA")[60:].max() == 0
    assert _activity(all_alike, "defence", "USA")[60:].min() > 0.9
    others = [_activity(one, "traction", "USA") for one in (all_alike, refused)]
    assert others[1].sum() >= others[0].sum() - 1e-9
    assert others[1][60:].min() > 0.9

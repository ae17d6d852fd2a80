from __future__ import annotations

import pytest

from monazite.chain.exposures.exposure import exposure
from monazite.chain.history import history
from monazite.chain.packaged.world import YEARS, world
from monazite.errors import InputError


@pytest.mark.slow
def test_every_year_that_is_carried_has_its_share() -> None:
    found = history("Japan", "rare earths", "China", stage="refining")
    assert [one.year for one in found] == list(YEARS)
    whole = exposure(world(2022), "JPN", "REE", stage="refining", draws=0)
    china = next(one.share for one in whole.ultimate if one.country == "CHN")
    assert found[4].share == china


def test_a_supplier_that_nobody_knows_is_refused() -> None:
    with pytest.raises(InputError, match="country"):
        history("JPN", "REE", "Atlantis")

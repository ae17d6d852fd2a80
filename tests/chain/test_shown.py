from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite import chain
from monazite.chain.exposures.bands import Band
from monazite.chain.exposures.values import Share
from monazite.chain.profiles import profile_in
from monazite.chain.shown import SHARES, largest, share_rows, table, tonnes
from monazite.chain.stage_maps import of_network
from support.chain_magnets import magnets, written

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("AUS", "CHN", "JPN", "<b>")


def test_the_first_shares_are_named_and_the_others_hinted_at() -> None:
    shares = [Share(name, 0.5, None) for name in NAMES]
    assert largest(shares) == "AUS 50%, CHN 50%, JPN 50%, …"
    assert largest(shares[:1]) == "AUS 50%"
    assert largest([]) == "–"


@pytest.mark.parametrize(
    ("amount", "said"), [(1999.4, "1,999 t"), (0.0628, "0.0628 t"), (0, "0 t"), (None, "–")]
)
def test_an_amount_has_three_figures_or_whole_tonnes(amount: float | None, said: str) -> None:
    assert tonnes(amount) == said


def test_a_table_shows_its_first_rows_and_escapes_what_it_holds() -> None:
    shares = [Share(name, 0.5, Band(0.4, 0.5, 0.6)) for name in NAMES]
    shown = table(shares[0], SHARES, share_rows(shares) * 6)
    assert "<td>&lt;b&gt;</td><td>50%</td><td>40%</td><td>60%</td>" in shown
    assert shown.count("<tr>") == 1 + 20
    assert shown.endswith("<p>… 4 more rows</p>")
    assert "more rows" not in table(shares[0], SHARES, share_rows(shares) * 5)


def test_a_result_shows_what_it_is_about_and_its_headline(tmp_path: Path) -> None:
    world = magnets()
    page = profile_in(world, "DEU", "Dy", draws=0)
    purchase = written(tmp_path, "material,stage,quantity,unit,made_in\nDy,oxide,1,kg,China\n")
    bought = chain.company(world, purchase, draws=0)
    for one, about in (
        (page, ("DEU", "Dy", "sector", "CHN 98%")),
        (page.use, ("DEU", "Dy", "sector", "CHN 98%")),
        (page.rungs[1], ("refining", "100 t", "CHN 90%")),
        (chain.suppliers(world, "Dy"), ("Dy", "2024", "refining CHN 90%")),
        (bought, ("2024", "Dy 0.000871 t", "0 problems")),
        (of_network(world.networks["Dy"]), ("Dy", "mining CHN 90%", "magnet CHN 78%")),
    ):
        assert [word for word in about if word not in repr(one)] == []
        assert len(repr(one)) < 200
        assert repr(one).startswith(f"<{type(one).__name__}")
    for each in (page, page.use, bought, chain.suppliers(world, "Dy")):
        shown = each._repr_html_()
        assert shown.startswith("<h4>")
        assert "CHN" in shown


def test_a_use_of_which_nothing_is_known_is_none() -> None:
    assert "no use is known" in repr(chain.exposure(magnets(), "FRA", "Dy", draws=0))

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import monazite
from monazite.catalogue import groups
from monazite.catalogue.elements import SYMBOLS
from monazite.errors import InputError

META = Path(monazite.__file__).parent / "regimes" / "meta.yaml"
REE = groups.GROUPS["REE"].elements


def test_every_group_of_the_law_data_is_known() -> None:
    used = yaml.safe_load(META.read_text(encoding="utf-8"))["vocabulary"]["groups"]
    assert used.keys() <= groups.GROUPS.keys()


def test_the_rare_earths_are_seventeen() -> None:
    assert len(REE) == 17
    assert {"Sc", "Y", "La", "Lu", "Pm"} <= REE


def test_light_medium_and_heavy_do_not_overlap_and_leave_out_two() -> None:
    parts = [groups.GROUPS[code].elements for code in ("LREE", "MREE", "HREE")]
    assert sum(map(len, parts)) == len(frozenset().union(*parts)) == 15
    assert REE.difference(*parts) == {"Sc", "Pm"}
    assert all(groups.GROUPS[code].source for code in ("LREE", "MREE", "HREE"))


def test_the_two_announcements_name_seven_and_five() -> None:
    seven, five = groups.GROUPS["REE_NO18"].elements, groups.GROUPS["REE_NO57"].elements
    assert seven == {"Sm", "Gd", "Tb", "Dy", "Lu", "Sc", "Y"}
    assert five == {"Ho", "Er", "Tm", "Eu", "Yb"}
    assert not seven & five


@pytest.mark.parametrize("code", sorted(groups.GROUPS))
def test_a_group_stands_on_known_elements_inside_its_parent(code: str) -> None:
    each = groups.GROUPS[code]
    assert each.elements <= SYMBOLS
    assert each.of is None or each.of in each.elements
    # Superhard materials are known by being named, not by what they consist of.
    if each.parent is not None and groups.GROUPS[each.parent].elements:
        assert each.elements <= groups.GROUPS[each.parent].elements
    assert each.name_en
    assert not each.name_zh.isascii()


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("REE", "REE"),
        ("rare earths", "REE"),
        ("稀土", "REE"),
        ("graphite", "GRAPHITE"),
        ("石墨", "GRAPHITE"),
        ("Natural Graphite", "GRAPHITE_NATURAL"),
        ("人造石墨", "GRAPHITE_ARTIFICIAL"),
        ("diamond", "DIAMOND"),
        ("superhard", "SUPERHARD"),
        ("the seven of No. 18", "REE_NO18"),
        ("dysprosium", None),
        ("", None),
    ],
)
def test_a_group_is_read_from_words_in_both_languages(word: str, code: str | None) -> None:
    assert groups.group(word) == code


def test_names_and_an_unknown_group() -> None:
    assert (groups.name("REE", "en"), groups.name("REE", "zh")) == ("rare earths", "稀土")
    with pytest.raises(InputError) as caught:
        groups.name("GRAPHIT", "en")
    assert caught.value.field == "group"
    assert "did you mean 'graphite'" in caught.value.accepted


def test_natural_graphite_lies_within_graphite() -> None:
    assert groups.wider("GRAPHITE_NATURAL") == ("GRAPHITE_NATURAL", "GRAPHITE")
    assert groups.wider("DIAMOND") == ("DIAMOND", "SUPERHARD")

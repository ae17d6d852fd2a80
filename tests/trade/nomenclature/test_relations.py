from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from monazite.errors import InputError
from monazite.trade.nomenclature import family, related, vintages_of
from monazite.trade.nomenclature.links import EDITIONS, codes, onward

CASES = yaml.load(
    (Path(__file__).parents[2] / "cases/trade/nomenclature/relations.yaml").read_text("utf-8"),
    Loader=yaml.CSafeLoader,
)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_case_holds(case: dict[str, Any]) -> None:
    found = related(case["code"], case["from"], case["to"])
    assert {one.to_code: one.kind for one in found} == case["expect"]
    for to_code, mixes in case.get("mixes", {}).items():
        assert [list(one.mixes) for one in found if one.to_code == to_code] == [mixes]
    said = [link.what for one in found for link in one.changes]
    assert any(case.get("what", "") in text for text in said) or "what" not in case


def test_every_change_is_told_in_both_languages_with_its_source() -> None:
    (found,) = related("281123", "HS02", "HS07")
    (link,) = found.changes
    assert (link.what, link.what_zh, link.edition) == ("sulphur dioxide", "二氧化硫", "HS07")
    assert link.source == "UN Statistics Division, correspondence table HS 2007 - HS 2002"
    assert link.confidence == "found"


def test_only_the_changes_on_the_way_to_that_code_are_told() -> None:
    to = {one.to_code: one for one in related("811291", "HS92", "HS22")}
    assert {link.edition for link in to["811251"].changes} == {"HS02"}
    assert {link.edition for link in to["811231"].changes} == {"HS02", "HS07", "HS22"}


def test_a_code_that_an_edition_does_not_have_is_named_with_its_editions() -> None:
    with pytest.raises(InputError) as caught:
        related("811230", "HS22", "HS92")
    assert caught.value.field == "code"
    assert "HS92 to HS02" in caught.value.accepted


def test_a_code_of_one_edition_alone() -> None:
    with pytest.raises(InputError, match="it is one of HS22"):
        related("811231", "HS17", "HS22")


def test_an_unknown_edition_names_all() -> None:
    with pytest.raises(InputError) as caught:
        related("284690", "HS92", "HS2022")
    assert caught.value.field == "vintage"
    assert "HS17, HS22" in caught.value.accepted


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("811230", "HS92", "HS02"),
        ("811292", "HS02", "HS22"),
        ("810690", "HS22", "HS22"),
        ("284690", "HS92", "HS22"),
    ],
)
def test_a_code_lives_from_one_edition_to_another(code: str, first: str, last: str) -> None:
    span = EDITIONS[EDITIONS.index(first) : EDITIONS.index(last) + 1]
    assert vintages_of(code) == span


def test_a_code_of_an_uncovered_heading_has_no_editions_and_no_family() -> None:
    assert vintages_of("010121") == ()
    assert family("010121") == {}


def test_the_family_of_germanium_is_what_gallium_shares_with_it() -> None:
    assert family("811230")["HS92"] == ("811230", "811240", "811291", "811299")
    assert family("811230") == family("811241")
    assert family("811230")["HS17"] == ("811251", "811252", "811259", "811292", "811299")


def test_electrical_waste_ties_no_family_together() -> None:
    assert set(family("850511").values()) == {("850511",)}


@pytest.mark.parametrize("code", sorted(codes("HS22") | codes("HS92")))
def test_a_family_is_closed(code: str) -> None:
    members = family(code)
    assert list(members) == list(EDITIONS)
    for before, edition in pairwise(EDITIONS):
        reached = {to for one in members[before] for to in onward(edition)[one]}
        assert reached == set(members[edition])


@pytest.mark.parametrize("code", ["811292", "284190", "811231", "285390", "850590"])
def test_there_and_back_agree(code: str) -> None:
    for vintage in vintages_of(code):
        for other in EDITIONS:
            for there in related(code, vintage, other):
                assert there.to_code is not None
                back = {one.to_code for one in related(there.to_code, other, vintage)}
                assert code in back

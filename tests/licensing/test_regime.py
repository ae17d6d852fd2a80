"""A regime is data: what China's table says, what a broken table is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from monazite.errors import LawDataError
from monazite.law.sources import REGIMES, content_hash, law_files
from monazite.licensing.context import severities
from monazite.licensing.fields import regimes
from monazite.licensing.regime import FILE, read_regime, regime
from monazite.licensing.regime_check import checked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from monazite.law.law import Law
    from monazite.licensing.regime import Regime

CN = yaml.safe_load((REGIMES / "CN" / FILE).read_text(encoding="utf-8"))


def test_the_kinds_of_china_are_those_of_the_decree() -> None:
    kinds = regime("CN").kinds
    assert list(kinds) == ["single", "general", "voucher"]
    assert (kinds["single"].most_months, kinds["general"].most_months) == (12, 36)
    assert (kinds["single"].one_end_user, kinds["single"].one_export) == (True, True)
    assert kinds["single"].void_when_done
    assert not kinds["general"].one_export
    assert kinds["voucher"].cases


def test_whoever_has_no_table_has_the_generic_one() -> None:
    assert regime("XX") is regime("generic") or regime("XX") == regime("generic")
    assert regime(None).name == "generic"
    assert regime("generic").country is None
    assert regimes() == ("CN", "generic")


def _laws(of: Regime) -> list[str]:
    return [
        *(kind.law for kind in of.kinds.values()),
        *(bar.law for bar in of.bars),
        *(rule.law for rule in of.lists.values()),
        *(paper.law for paper in of.papers if not paper.practice),
        *(clock.law for clock in of.clocks.values()),
        *of.rests_on.values(),
        of.certificate.law,
    ]


@pytest.mark.parametrize("name", regimes())
def test_every_law_is_a_measure_that_is_carried(name: str, law: Law) -> None:
    for reference in filter(None, _laws(regime(name))):
        measure, _, article = reference.partition(" art. ")
        assert measure in law.measures, reference
        assert re.fullmatch(r"\d*(-\d+)?", article), reference


def test_china_names_the_law_of_everything() -> None:
    assert all(_laws(regime("CN")))


@pytest.mark.parametrize("name", regimes())
def test_what_rests_on_law_is_a_finding(name: str) -> None:
    assert regime(name).rests_on.keys() <= severities().keys()


def test_the_table_is_no_law_and_has_a_hash_of_its_own(tmp_path: Path) -> None:
    assert not [path for path in law_files(REGIMES) if path.name == FILE]
    before = content_hash(REGIMES)
    copy = tmp_path / FILE
    copy.write_bytes((REGIMES / "CN" / FILE).read_bytes() + b"# another word\n")
    assert read_regime(copy).hash != regime("CN").hash
    assert content_hash(REGIMES) == before


def _without(key: str) -> Callable[[dict[str, Any]], None]:
    return lambda data: data.pop(key)


def _set(path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        *steps, last = path.split("/")
        at: Any = data
        for step in steps:
            at = at[int(step)] if isinstance(at, list) else at[step]
        at[last] = value

    return change


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_without("kinds"), "'kinds' is missing"),
        (_set("colour", "red"), "'colour' is no key of it"),
        (_set("kinds/single/most_months", "12"), "kinds/single: most_months: '12' is not int"),
        (_set("kinds/single/one_export", 1), "kinds/single: one_export: 1 is not bool"),
        (_set("kinds/voucher/cases", ["lost"]), "'lost' is none of"),
        (_set("kinds/single", "short"), "kinds/single: not a mapping"),
        (_set("kinds/single/clock", "sundial"), "'sundial' is no clock of it"),
        (_set("bars/0/fact", "rude"), "'rude' is none of"),
        (_set("papers/0/paper", "poem"), "papers[0]: paper: 'poem' is none of"),
        (_set("lists/watch_list/roles", ["cook"]), "'cook' is none of"),
    ],
)
def test_a_broken_table_is_told_where(change: Callable[[Any], None], told: str) -> None:
    data = yaml.safe_load((REGIMES / "CN" / FILE).read_text(encoding="utf-8"))
    change(data)
    with pytest.raises(LawDataError) as broken:
        checked(data, "CN/licensing.yaml")
    assert any(told in problem for problem in broken.value.problems)
    assert all(problem.startswith("CN/licensing.yaml") for problem in broken.value.problems)


@pytest.mark.parametrize(
    ("text", "told"),
    [("a: 1\na: 2", "stands twice"), ("- a list", "not a mapping"), ("country: NO", "quote it")],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / FILE
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LawDataError, match=told):
        read_regime(path)

"""Parties against the lists of the law: exactly as written there, and never "clear"."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from monazite.catalogue.texts import LANGS, keys
from monazite.licensing.application import Party
from monazite.licensing.casework.screening import (
    EXACT,
    LISTED,
    NO_EXACT_MATCH,
    NOT_SCREENED,
    PAUSE_OVER,
    PAUSED,
    RESULTS,
    Answer,
    ExactMatch,
    Screened,
    of_document,
)
from monazite.licensing.regime import regime

if TYPE_CHECKING:
    from monazite.law.law import Law

ON = date(2026, 10, 1)


def _screen(law: Law, *parties: Party, on: date = ON, lists: str = "CN") -> Screened:
    return ExactMatch(law, regime(lists).lists).screen(parties, on, law.compiled)


def _one(law: Law, name: str | None, on: date = ON, native: str | None = None) -> Answer:
    (answer,) = _screen(law, Party(role="end_user", name=name, name_native=native), on=on).answers
    return answer


@pytest.mark.parametrize(
    ("name", "native"),
    [
        ("TDK Corporation", None),
        ("tdk corp.", None),
        ("ＴＤＫ　Corporation", None),
        (None, "TDK株式会社"),
        ("Something else", "日野汽车株式会社"),
    ],
)
def test_a_listed_party_is_found_under_either_name(
    law: Law, name: str | None, native: str | None
) -> None:
    found = _one(law, name, native=native)
    assert (found.result, found.list, found.measure) == (LISTED, "watch_list", "CN-2026-12-WL")
    assert "watch list" in found.said("en")
    assert "关注名单" in found.said("zh")


@pytest.mark.parametrize("name", ["TDK Lambda", "TDK Electronics Corporation", "T D K", "TDKK"])
def test_a_likeness_is_no_exact_match_and_nobody_is_cleared(law: Law, name: str) -> None:
    found = _one(law, name)
    assert (found.result, found.list, found.entry) == (NO_EXACT_MATCH, "", "")
    assert "clears nobody" in found.said("en")
    assert "不得据此视为无问题" in found.said("zh")


@pytest.mark.parametrize(
    ("on", "result"),
    [
        (date(2025, 4, 3), NO_EXACT_MATCH),
        (date(2025, 4, 4), LISTED),
        (date(2025, 5, 13), LISTED),
        (date(2025, 5, 14), PAUSED),
        (date(2026, 11, 10), PAUSED),
        (date(2026, 11, 11), PAUSE_OVER),
    ],
)
def test_an_entry_is_read_for_its_day(law: Law, on: date, result: str) -> None:
    found = _one(law, "Universal Logistics Holdings, Inc.", on)
    assert found.result == result
    if result == PAUSED:
        assert found.residual == "licence_required (exporters apply to MOFCOM)"


def test_what_was_not_known_then_is_not_found(law: Law) -> None:
    party = Party(role="end_user", name="TDK Corporation")
    (found,) = (
        ExactMatch(law, regime("CN").lists)
        .screen([party], date(2026, 3, 1), date(2026, 1, 1))
        .answers
    )
    assert found.result == NO_EXACT_MATCH


def test_each_entry_of_a_party_on_several_lists_has_an_answer(law: Law) -> None:
    found = _screen(law, Party(role="end_user", name="Sierra Nevada Corporation")).answers
    assert [(each.list, each.result) for each in found] == [
        ("control_list", PAUSED), ("unreliable_entity_list", PAUSE_OVER),
    ]  # fmt: skip


def test_an_entry_met_under_both_names_is_one_answer(law: Law) -> None:
    found = _one(law, "Hino Motors, Ltd.", native="日野汽车株式会社")
    assert found.compared == ("Hino Motors, Ltd.", "日野汽车株式会社")


def test_a_party_without_a_name_and_a_regime_without_lists_are_not_screened(law: Law) -> None:
    assert _one(law, None).result == NOT_SCREENED
    assert all(_one(law, None).said(lang) for lang in LANGS)
    (other,) = _screen(law, Party(role="importer", name="TDK Corporation"), lists="generic").answers
    assert other.result == NOT_SCREENED


def test_the_parties_keep_their_places_and_roles(law: Law) -> None:
    parties = (Party(role="exporter", name="A"), Party(name="TDK Corporation"), Party())
    found = _screen(law, *parties)
    assert [(each.party, each.role) for each in found.answers] == [
        (0, "exporter"),
        (1, ""),
        (2, ""),
    ]
    assert (found.screener, found.lists_hash) == (EXACT, law.hash)
    assert _screen(law).answers == ()


def test_a_screening_comes_back_from_json_as_it_was(law: Law) -> None:
    found = _screen(law, Party(name="TDK Corporation"), Party())
    document = found.document()
    assert json.loads(json.dumps(document)) == document
    assert of_document(document) == found


def test_every_result_has_words_and_none_says_clear() -> None:
    assert {f"licensing.casework.screened.{result}" for result in RESULTS} <= keys()
    assert "clear" not in RESULTS

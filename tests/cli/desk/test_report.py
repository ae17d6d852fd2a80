"""`monazite desk report`: the figures in words and as files."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from monazite.desk.running.home import make
from monazite.licensing.figures.facts import Fact
from monazite.licensing.figures.report import read
from monazite.licensing.figures.table import read_parquet, rows
from support.desk_figures import write
from support.offices import world

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.django_db
FIRST = date(2025, 6, 2)
PERIOD = ("--from", "2025-06-02", "--to", "2025-09-15", "--on", "2025-09-15")


@pytest.fixture
def report(told: Callable[..., tuple[int, str]]) -> Callable[..., tuple[int, str]]:
    """The command on the site of the tests."""
    make(settings.HOME)
    return lambda *words: told("report", *words, "--home", settings.HOME)


@pytest.fixture
def chamber() -> None:
    """The applications that the European Chamber followed."""
    granted = Fact(FIRST, FIRST, date(2025, 8, 20), "granted", destination="DE")
    refused = Fact(FIRST, FIRST, date(2025, 8, 1), "refused", destination="HU")
    write(world(), [*[granted] * 19, refused, *[Fact(date(2025, 7, 1), destination="DE")] * 121])


@pytest.mark.usefixtures("chamber")
def test_both_shares_are_told_with_what_they_are_of(report: Callable[..., tuple[int, str]]) -> None:
    code, text = report(*PERIOD)
    assert code == 0
    assert "95.0 %  (19 of 20)" in text
    assert "13.5 %  (19 of 141)" in text
    assert "Both shares are true" in text
    assert "half decided by day 79" in text
    chinese = report(*PERIOD, "--lang", "zh")[1]
    assert "13.5%（141件中的19件）" in chinese


@pytest.mark.usefixtures("chamber")
def test_files_hide_small_counts_unless_they_stay_inside(
    report: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    path, table = tmp_path / "queue.json", tmp_path / "queue.parquet"
    assert report(*PERIOD, "--json", path, "--parquet", table)[0] == 0
    made = read(json.loads(path.read_text(encoding="utf-8")))
    assert read_parquet(table.read_bytes()) == rows(made)
    assert next(g for g in made.groups if g.key == "HU").counts.refused is None
    assert report(*PERIOD, "--json", path, "--hide-below", "0")[0] == 0
    whole = read(json.loads(path.read_text(encoding="utf-8")))
    assert next(g for g in whole.groups if g.key == "HU").counts.refused == 1
    assert whole.scope.office == ""


def test_changes_of_licences_are_told_apart(report: Callable[..., tuple[int, str]]) -> None:
    change = Fact(FIRST, FIRST, date(2025, 6, 12), "granted", destination="DE", change=True)
    write(world(), [change] * 7)
    text = report(*PERIOD, "--hide-below", "0")[1]
    lines = [line.split() for line in text.splitlines()]
    assert ["Applied", "for", "0"] in lines
    assert ["Changes", "asked", "of", "a", "licence", "7"] in lines
    assert "half decided by day 10" in text
    assert ["Changes", "asked", "of", "a", "licence", "7"] in [
        line.split() for line in report(*PERIOD)[1].splitlines()
    ]


def test_without_applications_it_says_why_there_is_no_share(
    report: Callable[..., tuple[int, str]],
) -> None:
    assert "hidden: too few" in report()[1]
    assert "nothing is granted or refused yet" in report("--hide-below", "0")[1]


def test_what_cannot_be_used_is_bad_input(
    report: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    for words in (
        ("--from", "yesterday"), ("--hide-below", "1"), ("--regime", "XX"), ("--to", "9999-12-31"),
        ("--on", "9999-12-31"), ("--from", "0001-01-01", "--to", "0001-02-01"),
        ("--to", "0001-03-01"),
    ):  # fmt: skip
        with pytest.raises(SystemExit) as ended:
            report(*words)
        assert ended.value.code == 2
    with pytest.raises(SystemExit):
        report("--hide-below", "0", "--json", tmp_path / "nowhere" / "queue.json")

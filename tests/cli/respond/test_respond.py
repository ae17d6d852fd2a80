from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from math import inf
from typing import TYPE_CHECKING, Any

import pytest

from monazite.cli.main import run
from monazite.shock.results.documents import schema
from support.shock_responses import infeasible, response

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from monazite.shock.response.ask import Ask
    from monazite.shock.response.results import Response

    Asked = list[Ask]
    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]
    Refused = Callable[..., dict[str, str]]

NAME = "seven-rare-earths-2025-04"
WORDS = (NAME, "--for", "JP")


def test_a_planner_reads_what_to_do_what_more_would_buy_and_how_it_fares(
    told: Told, asked: Asked
) -> None:
    text = " ".join(told(*WORDS, "--budget", 500).split())
    assert text.startswith("Japan: new plants (US$ 146 million), substitution (80)")
    assert "2025 406 New plant: dysprosium, Australia 180 t a year 2027-08 146" in text
    assert "2026 40 Finished goods for Cars (motor vehicles), Japan 6% of the use" in text
    assert "A dollar more in the budget saves US$ 1.6." in text
    assert "Stock: terbium, Japan US$ 3,900 a kg US$ 2.9 per dollar" in text
    assert "to Japan 19% US$ 4.1 million per t a month" in text
    assert "Full stop 20% 9,900 4,100 5,800 (3,480 to 8,700) 6,080" in text
    assert "Stockpile alone 300 1,376 590 2,734 Full stop" in text
    assert "Dysprosium, China to Japan 2025-09 540 340 480" in text
    assert "Seven rare earths, April 2025 costs US$ 1,100 million without the plan" in text
    assert "Estimates (1): cost of separation plants." in text
    assert len(asked) == 1


def test_the_words_reach_the_question(told: Told, asked: Asked) -> None:
    told(
        NAME, "--for", "JP,KR", "--budget", 500, "--from", "2025-01", "--months", 24, "--future",
        "full-stop=.2", "--ways", "stockpile,plants", "--whole", "--cap", "65%", "--serve",
        "defence=12", "--tail", ".5", "--regions", 9, "--draws", 8, "--seed", 3,
    )  # fmt: skip
    (ask,) = asked
    assert ask.countries == ("JP", "KR")
    assert [(one.id, probability) for one, probability in ask.futures] == [
        (NAME, pytest.approx(0.8)), ("full-stop", 0.2),
    ]  # fmt: skip
    assert (ask.budget_musd, ask.first, ask.months) == (500.0, date(2025, 1, 1), 24)
    assert (ask.ways, ask.whole) == (frozenset({"stockpile", "plants"}), True)
    assert (ask.cap, ask.serve, ask.tail_weight) == (0.65, {"defence": 12}, 0.5)
    assert (ask.regions, ask.draws, ask.seed) == (9, 8, 3)


def test_what_is_not_said_is_as_the_question_has_it(told: Told, asked: Asked) -> None:
    told(*WORDS)
    (ask,) = asked
    assert (ask.budget_musd, ask.months, ask.cap, ask.draws) == (inf, 36, 1.0, 256)
    assert [probability for _, probability in ask.futures] == [1.0]


def test_a_calm_leaves_the_rest_to_the_scenario(told: Told, asked: Asked) -> None:
    told(*WORDS, "--future", "calm=.4", "--future", "full-stop=.1")
    assert [probability for _, probability in asked[0].futures] == [pytest.approx(0.5), 0.1]


@pytest.mark.usefixtures("asked")
def test_the_document_keeps_its_schema(document: Document) -> None:
    found = document(*WORDS)
    assert found.keys() == schema("response")["properties"].keys()
    assert found["futures"][1]["title"]["zh"] == "全面停止"


@pytest.mark.usefixtures("asked")
def test_files_hold_every_number(told: Told, tmp_path: Path) -> None:
    xarray = pytest.importorskip("xarray")
    parquet = pytest.importorskip("pyarrow.parquet")
    openpyxl = pytest.importorskip("openpyxl")
    paths = {kind: tmp_path / f"plan.{kind}" for kind in ("csv", "parquet", "netcdf", "xlsx")}
    text = told(*WORDS, *(word for kind in paths for word in (f"--{kind}", paths[kind])))
    assert all(path.name in text for path in paths.values())
    rows = list(csv.DictReader(io.StringIO(paths["csv"].read_text(encoding="utf-8"))))
    (cost,) = (row for row in rows if (row["quantity"], row["way"]) == ("cost", "plants"))
    assert float(cost["value"]) == 146.0
    assert parquet.read_table(paths["parquet"]).num_rows == len(rows)
    with xarray.open_dataset(paths["netcdf"], engine="scipy") as found:
        assert float(found["regret"].sel(portfolio="stockpile", future="full-stop")) == 2734.0
    assert "Regret" in openpyxl.load_workbook(paths["xlsx"]).sheetnames


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(
    ("picture", "title"),
    [
        ("plan", "What to do, Japan"),
        ("regret", "What each portfolio costs more"),
        ("marginal", "Where the next dollar should go"),
        ("losses", "What is lost with and without the plan"),
        ("licences", "What a licence is worth"),
        ("simulated", "The plan, week by week"),
    ],
)
def test_every_picture_is_drawn(told: Told, tmp_path: Path, picture: str, title: str) -> None:
    path = tmp_path / "a.svg"
    assert "a.svg" in told(*WORDS, "--chart", path, "--picture", picture)
    assert title in path.read_text(encoding="utf-8")


class TestWhatCannotBe:
    """A demand that no plan meets: it is said first, with exit code 1."""

    @pytest.fixture
    def answer(self) -> Response:
        return infeasible()

    @pytest.mark.usefixtures("asked")
    def test_it_is_said_first_with_its_remedy(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["respond", *WORDS]) == 1
        text = " ".join(capsys.readouterr().out.split())
        assert text.startswith("Japan: what must be kept cannot be kept.")
        assert "Defence, Japan: 30% of the output of a month is lost at the worst" in text
        assert text.index("--serve") < text.index("Japan: new plants")

    @pytest.mark.usefixtures("asked")
    def test_json_says_it_too(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["respond", *WORDS, "--json"]) == 1
        found = json.loads(capsys.readouterr().out)
        assert (found["feasible"], len(found["unmet"])) == (False, 3)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ((NAME,), "for"),
        (("--for", "JP"), "scenario"),
        ((*WORDS, "--budget", "-1"), "budget"),
        ((*WORDS, "--cap", "much"), "cap"),
        ((*WORDS, "--cap", "165%"), "cap"),
        ((*WORDS, "--serve", "defence"), "serve"),
        ((*WORDS, "--serve", "defence=x"), "serve"),
        ((*WORDS, "--serve", "weavers=3"), "serve"),
        ((*WORDS, "--future", "full-stop"), "future"),
        ((*WORDS, "--future", "full-stop=1.4"), "future"),
        ((*WORDS, "--future", "=.4"), "future"),
        ((*WORDS, "--from", "spring"), "from"),
        ((*WORDS, "--months", "0"), "months"),
        ((*WORDS, "--ways", "prayer"), "ways"),
        ((*WORDS, "--picture", "portrait"), "picture"),
        ((*WORDS, "--xlsx", "no/such/folder/a.xlsx"), "xlsx"),
        ((NAME, "--for", "Atlantis"), "for"),
        (("japan-2011", "--for", "JP"), "scenario"),
        ((*WORDS, "--plan", "mine.yaml"), "plan"),
    ],
)
def test_what_cannot_be_asked_is_refused_before_anything_is_solved(
    refused: Refused, asked: Asked, words: tuple[str, ...], field: str
) -> None:
    found = refused(*words)
    assert field in found["field"]
    assert found["accepted"]
    assert not asked


def test_every_problem_of_a_question_is_said_at_once(
    asked: Asked, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in ((), ("--json",)):
        with pytest.raises(SystemExit) as caught:
            run(["respond", *WORDS, "--budget", "-1", "--months", "0", *words])
        assert caught.value.code == 2
        said = capsys.readouterr()
        text = said.out if words else said.err
        assert "budget" in text
        assert "months" in text
    assert not asked


def test_what_is_being_done_goes_to_stderr_once_a_stage(
    asked: Asked, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["respond", *WORDS])
    lines = capsys.readouterr().err.splitlines()
    assert [line for line in lines if "solving" in line] == [
        "… solving",
        "… solving the portfolios one by one: 1 of 2",
        "… solving the portfolios one by one: 2 of 2",
        "… solving the portfolios one by one",
    ]
    assert "simulating the plan" in lines[-1]
    run(["respond", *WORDS, "--json"])
    assert capsys.readouterr().err == ""
    assert len(asked) == 2


def test_everything_is_said_in_chinese_too(told: Told, asked: Asked) -> None:
    text = told(*WORDS, "--lang", "zh")
    assert "日本：新建工厂（146百万美元）" in text
    assert "分年措施" in text
    assert asked


@pytest.mark.parametrize(
    ("given", "value", "accepted"),
    [
        (("calm=1.4",), "calm=1.4", "above 0 and below 1"),
        (("calm=-0.2",), "calm=-0.2", "above 0 and below 1"),
        (("calm=nan",), "calm=nan", "how likely it is"),
        (("calm=.5", "full-stop=.6"), "calm=.5, full-stop=.6", "less than 1"),
        (("calm=.5", "calm=.2"), "calm=.5, calm=.2", "each future once"),
    ],
)
def test_of_futures_what_was_typed_is_refused(
    refused: Refused, asked: Asked, given: tuple[str, ...], value: str, accepted: str
) -> None:
    found = refused(*WORDS, *(word for one in given for word in ("--future", one)))
    assert (found["field"], found["value"]) == ("future", value)
    assert accepted in found["accepted"]
    assert not asked


def test_near_countries_are_named_in_the_language_asked(refused: Refused, asked: Asked) -> None:
    assert refused(NAME, "--for", "world")["accepted"] == "a country, or EU"
    assert "near: Japan" in refused(NAME, "--for", "Jappan")["accepted"]
    assert "日本" in refused(NAME, "--for", "Jappan", "--lang", "zh")["accepted"]
    assert not asked


def test_a_missing_plan_is_said_before_what_stands_beside_it(
    refused: Refused, asked: Asked, tmp_path: Path
) -> None:
    plan = tmp_path / "mine.yaml"
    assert "YAML file" in refused(*WORDS, "--plan", plan)["accepted"]
    plan.write_text("for: JP\nfutures: [{scenario: full-stop}]\nbudget: 1\n", encoding="utf-8")
    assert "SCENARIO" in refused(*WORDS, "--plan", plan)["accepted"]
    assert not asked


class TestWhatBinds:
    """A constraint that binds in many places is shown where it binds most."""

    @pytest.fixture
    def answer(self) -> Response:
        found = response()
        more = (replace(found.binding[1], country=place, value=3.0) for place in ("KOR", "DEU"))
        return replace(found, binding=(*found.binding, *more))

    @pytest.mark.usefixtures("asked")
    def test_each_good_has_one_row(self, told: Told) -> None:
        text = told(*WORDS)
        assert text.count("Licences for") == 1
        assert "South Korea" not in text

from __future__ import annotations

from itertools import product
from urllib.parse import parse_qs, urlsplit

from monazite.trade.pulling.calls import FREE_KEY, PREVIEW, Call, plan

CODES = [f"28{n:04d}" for n in range(230)]
YEARS = [str(year) for year in range(1995, 2025)]


def questions(calls: list[Call]) -> list[tuple[str, ...]]:
    """Every single question that the calls ask."""
    return [
        one
        for call in calls
        for one in product(call.flows, call.periods, call.reporters or ("all",), call.codes)
    ]


def test_a_plan_asks_everything_once_within_the_limits() -> None:
    calls = plan("A", ["X", "M"], YEARS, ["156", "842"], CODES, FREE_KEY)
    asked = questions(calls)
    assert len(asked) == len(set(asked)) == 2 * 30 * 2 * 230
    assert max(len(call.periods) for call in calls) <= 12
    assert len(calls) == 3 * 3


def test_the_preview_has_one_period_and_one_code_a_call() -> None:
    calls = plan("A", ["X"], YEARS[:3], [], CODES[:2], PREVIEW)
    assert [(len(call.periods), len(call.codes)) for call in calls] == [(1, 1)] * 6


def test_an_address_stays_under_4096_characters() -> None:
    reporters = [str(n) for n in range(100, 340)]
    months = [f"2023{n:02d}" for n in range(1, 13)]
    call = plan("M", ["M", "RM", "RX", "X"], months, reporters, CODES, FREE_KEY)[0]
    assert len("https://comtradeapi.un.org/data/v1/get/" + call.query(100_000)) < 4096


def test_a_query_pins_what_would_repeat_a_flow() -> None:
    call = Call("A", ("X",), ("2023",), ("156",), ("284690", "280530"))
    parts = urlsplit(call.query(500))
    assert parts.path == "C/A/HS"
    assert {name: values[0] for name, values in parse_qs(parts.query).items()} == {
        "reporterCode": "156", "period": "2023", "cmdCode": "284690,280530", "flowCode": "X",
        "partner2Code": "0", "motCode": "0", "customsCode": "C00",
        "maxRecords": "500", "format": "JSON", "includeDesc": "false",
    }  # fmt: skip


def test_no_reporters_asks_for_all() -> None:
    assert "reporterCode" not in Call("A", ("X",), ("2023",), (), ("284690",)).query(500)


def test_halves_ask_the_same_until_one_question_is_left() -> None:
    whole = Call("A", ("M", "X"), ("2022", "2023"), ("156", "842"), ("280530", "284690"))
    calls = [whole]
    while any(call.halves() for call in calls):
        calls = [half for call in calls for half in (call.halves() or (call,))]
    assert sorted(questions(calls)) == sorted(questions([whole]))
    assert len(calls) == 16


def test_the_same_question_has_the_same_name() -> None:
    first, again = (plan("A", ["X"], YEARS, ["156"], CODES, FREE_KEY) for _ in range(2))
    assert [one.name() for one in first] == [one.name() for one in again]
    assert len({one.name() for one in first}) == len(first)

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from monazite.errors import InputError, MonaziteError
from monazite.trade.pulling import PullError, PullReport, pull_comtrade
from monazite.trade.pulling.calls import FREE_KEY, Limits
from monazite.trade.pulling.manifest import NAME
from monazite.trade.pulling.waiting import Manner
from support.publishers.comtrade import as_json, record
from support.publishers.server import Answer, Asked, Publisher, Route, publisher

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

KEY = "0123456789abcdef0123456789abcdef"
YEARS, REPORTERS, CODES = range(2018, 2024), (156, 842), ("280530", "284690")
PARTNERS = (0, 392, 276, 410)
WORLD = [
    record(period=str(year), refYear=year, reporterCode=reporter, partnerCode=partner, cmdCode=code,
           flowCode=flow, primaryValue=float(year + reporter + partner), netWgt=12.5)
    for year in YEARS for reporter in REPORTERS for code in CODES for flow in ("M", "X")
    for partner in PARTNERS
]  # fmt: skip
NOT_THE_KEY = "Access denied due to invalid subscription key. Make sure to provide a valid key."
QUOTA = "Out of call volume quota. Quota will be replenished in 03:14:17."
FIELDS = {
    "period": "period",
    "reporterCode": "reporterCode",
    "cmdCode": "cmdCode",
    "flowCode": "flowCode",
}


def found(query: dict[str, str]) -> list[dict[str, Any]]:
    """The records that a query asks for, cut as the publisher cuts them."""
    asked = {name: set(query[name].split(",")) for name in FIELDS if name in query}
    rows = [one for one in WORLD if all(str(one[name]) in values for name, values in asked.items())]
    return rows[: int(query["maxRecords"])]


def comtrade(asked: Asked) -> Answer:
    """The API, as far as it is used here."""
    if asked.path.startswith("/data/") and asked.headers.get("Ocp-Apim-Subscription-Key") != KEY:
        body = json.dumps({"statusCode": 401, "message": NOT_THE_KEY}).encode()
        return Answer(body, 401, "application/json")
    return Answer(as_json(found(asked.query)), type="application/json; charset=utf-8")


ROUTES: dict[str, Route] = {"/data/v1/get/C/A/HS": comtrade, "/public/v1/preview/C/A/HS": comtrade}


@pytest.fixture(autouse=True)
def no_key_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COMTRADE_API_KEY", raising=False)


class Waits:
    """A clock that only remembers."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


def pull(
    server: Publisher,
    into: Path,
    *,
    limits: Limits = FREE_KEY,
    waits: Waits | None = None,
    **more: Any,
) -> PullReport:
    asked: dict[str, Any] = {
        "codes": CODES, "reporters": ["CHN", "USA"], "periods": YEARS, "flows": ["export", "import"],
        "key": KEY, **more,
    }  # fmt: skip
    manner = Manner(sleep=waits or Waits())
    return pull_comtrade(into=into, base=server.base, limits=limits, manner=manner, **asked)


def records(report: PullReport) -> list[dict[str, Any]]:
    return [one for file in report.files for one in json.loads(file.read_bytes())["data"]]


def by_question(rows: Iterable[dict[str, Any]]) -> list[tuple[Any, ...]]:
    names = ("period", "reporterCode", "partnerCode", "cmdCode", "flowCode", "primaryValue")
    return sorted(tuple(one[name] for name in names) for one in rows)


def everything(path: Path) -> str:
    """Every byte under a folder, names and all."""
    return "".join(
        f"{one.name}{one.read_bytes().decode('utf-8', 'replace')}"
        for one in path.rglob("*")
        if one.is_file()
    )


def test_answers_are_kept_as_they_came_and_hold_what_was_asked(tmp_path: Path) -> None:
    with publisher(ROUTES) as server:
        report = pull(server, tmp_path)
        sent = as_json(found({**server.asked[0].query}))
    assert by_question(records(report)) == by_question(WORLD)
    assert report.files[0].read_bytes() == sent
    assert (report.kind, report.asked, report.already) == ("comtrade-json", 1, 0)
    assert report.records == len(WORLD)
    assert report.size_bytes == sum(file.stat().st_size for file in report.files)
    assert report.vintage == f"{datetime.now(UTC):%Y-%m-%d}"


def test_what_was_answered_is_not_asked_again(tmp_path: Path) -> None:
    with publisher(ROUTES) as server:
        first = pull(server, tmp_path)
        again = pull(server, tmp_path)
        assert len(server.asked) == 1
    assert (again.asked, again.already) == (0, 1)
    assert again.files == first.files


def test_a_file_that_was_changed_is_asked_again(tmp_path: Path) -> None:
    with publisher(ROUTES) as server:
        report = pull(server, tmp_path)
        report.files[0].write_bytes(report.files[0].read_bytes().replace(b"284690", b"284691", 1))
        again = pull(server, tmp_path)
    assert again.asked == 1
    assert by_question(records(again)) == by_question(WORLD)


def test_an_answer_that_hits_the_limit_is_asked_in_halves(tmp_path: Path) -> None:
    limits = replace(FREE_KEY, records=20)
    with publisher(ROUTES) as server:
        report = pull(server, tmp_path, limits=limits)
        calls = len(server.asked)
        again = pull(server, tmp_path, limits=limits)
        assert len(server.asked) == calls
    assert by_question(records(report)) == by_question(WORLD)
    assert all(len(json.loads(file.read_bytes())["data"]) < 20 for file in report.files)
    assert calls > len(report.files) > 10
    assert (again.asked, again.already, again.files) == (0, len(report.files), report.files)


def test_a_pull_that_stopped_among_halves_goes_on(tmp_path: Path) -> None:
    limits, turns = replace(FREE_KEY, records=20), iter(range(100))

    def failing(asked: Asked) -> Answer:
        return comtrade(asked) if next(turns) != 9 else Answer(b"gone", 400)

    with publisher({**ROUTES, "/data/v1/get/C/A/HS": failing}) as server:
        with pytest.raises(PullError):
            pull(server, tmp_path, limits=limits)
        report = pull(server, tmp_path, limits=limits)
    assert by_question(records(report)) == by_question(WORLD)
    assert report.already > 0


def test_a_question_that_cannot_be_halved_is_an_error(tmp_path: Path) -> None:
    limits = replace(FREE_KEY, records=4)
    with publisher(ROUTES) as server, pytest.raises(PullError, match="name the reporters") as many:
        pull(
            server,
            tmp_path,
            limits=limits,
            reporters=[],
            periods=[2020],
            codes=["284690"],
            flows=["export"],
        )
    assert many.value.code == "too_many_records"


def test_an_answer_without_records_makes_no_file_and_is_not_asked_again(tmp_path: Path) -> None:
    with publisher(ROUTES) as server:
        report = pull(server, tmp_path, periods=[1990])
        again = pull(server, tmp_path, periods=[1990])
        assert len(server.asked) == 1
    assert (report.files, report.records) == ((), 0)
    assert again.already == 1
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_months_are_asked_as_months(tmp_path: Path) -> None:
    with publisher({"/data/v1/get/C/M/HS": comtrade}) as server:
        pull(server, tmp_path, periods=["2023-01", "2023-05"])
        assert server.asked[0].query["period"] == "202301,202305"


def test_two_calls_are_a_second_apart_and_progress_is_told(tmp_path: Path) -> None:
    waits, seen = Waits(), []
    with publisher(ROUTES) as server:
        pull(
            server, tmp_path, limits=replace(FREE_KEY, periods=2), waits=waits,
            progress=lambda what, done, total: seen.append((what, done, total)),
        )  # fmt: skip
    assert waits.seconds == [1.0, 1.0]
    assert seen == [("calls", n, 3) for n in range(4)]


def test_a_days_calls_end_before_the_server_says_so(tmp_path: Path) -> None:
    limits = replace(FREE_KEY, periods=2, calls_a_day=2)
    with publisher(ROUTES) as server:
        with pytest.raises(PullError, match="2 calls were made today") as spent:
            pull(server, tmp_path, limits=limits)
        assert len(server.asked) == 2
    assert spent.value.code == "quota_used_up"
    assert len([path for path in tmp_path.iterdir() if path.name != NAME]) == 2


def test_the_preview_asks_without_a_key(tmp_path: Path) -> None:
    with publisher(ROUTES) as server:
        report = pull_comtrade(
            CODES, ["CHN"], [2022, 2023], ["export"], tmp_path,
            preview=True, base=server.base, manner=Manner(sleep=Waits()),
        )  # fmt: skip
        assert {one.path for one in server.asked} == {"/public/v1/preview/C/A/HS"}
        assert all("Ocp-Apim-Subscription-Key" not in one.headers for one in server.asked)
        assert all(one.query["maxRecords"] == "500" for one in server.asked)
    assert report.asked == 4
    assert report.records == 2 * 2 * len(PARTNERS)


def test_the_key_of_the_environment_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMTRADE_API_KEY", f" {KEY}\n")
    with publisher(ROUTES) as server:
        assert pull(server, tmp_path, key=None).records == len(WORLD)


@pytest.mark.parametrize("key", [None, "", "  "])
def test_no_key_says_where_to_get_one(tmp_path: Path, key: str | None) -> None:
    with publisher(ROUTES) as server:
        with pytest.raises(InputError, match=r"comtradedeveloper\.un\.org") as missing:
            pull(server, tmp_path, key=key)
        assert server.asked == []
    assert missing.value.field == "COMTRADE_API_KEY"


@pytest.mark.parametrize("key", ["two words", "key\r\nX-Other: 1", "schlüssel"])
def test_a_key_that_is_none_is_refused_and_not_shown(tmp_path: Path, key: str) -> None:
    with publisher(ROUTES) as server, pytest.raises(InputError) as refused:
        pull(server, tmp_path, key=key)
    assert refused.value.field == "COMTRADE_API_KEY"
    assert key not in str(refused.value) + str(refused.value.document())


def test_a_refused_key_is_told_as_such(tmp_path: Path) -> None:
    with publisher(ROUTES) as server, pytest.raises(PullError, match="refuses the key") as refused:
        pull(server, tmp_path, key="wrong-key")
    assert (refused.value.code, refused.value.status) == ("key_refused", 401)


@pytest.mark.parametrize("status", [403, 429])
def test_a_used_up_quota_is_told_as_such(tmp_path: Path, status: int) -> None:
    body = json.dumps({"statusCode": status, "message": QUOTA}).encode()
    with (
        publisher({"/data/v1/get/C/A/HS": Answer(body, status, "application/json")}) as server,
        pytest.raises(PullError, match=r"no calls left.*goes on from where it stopped") as spent,
    ):
        pull(server, tmp_path)
    assert spent.value.code == "quota_used_up"


def test_a_refusal_with_status_200_is_told_as_such(tmp_path: Path) -> None:
    body = json.dumps({"statusCode": 401, "message": NOT_THE_KEY}).encode()
    with (
        publisher({"/data/v1/get/C/A/HS": Answer(body, type="application/json")}) as server,
        pytest.raises(PullError) as refused,
    ):
        pull(server, tmp_path)
    assert refused.value.code == "key_refused"


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"7", b'{"data": {}}', b'{"data": null, "error": ""}', b"\xff\xfe",
     as_json(WORLD[:3])[:-40], b'{"elapsedTime": "1", "count": 0, "data": [], "error": "bad period"}'],
)  # fmt: skip
def test_what_is_no_answer_is_not_kept(tmp_path: Path, body: bytes) -> None:
    route = Answer(body, type="application/json")
    with publisher({"/data/v1/get/C/A/HS": route}) as server, pytest.raises(PullError) as broken:
        pull(server, tmp_path)
    assert broken.value.code == "broken_reply"
    assert list(tmp_path.iterdir()) == []


def test_a_page_instead_of_json_is_not_kept(tmp_path: Path) -> None:
    page = Answer(b"<html>maintenance</html>", type="text/html")
    with publisher({"/data/v1/get/C/A/HS": page}) as server, pytest.raises(PullError) as wrong:
        pull(server, tmp_path)
    assert wrong.value.code == "wrong_type"
    assert list(tmp_path.iterdir()) == []


def test_a_dropped_connection_and_a_busy_server_are_asked_again(tmp_path: Path) -> None:
    whole = Answer(as_json(WORLD), type="application/json")
    busy = Answer(b"{}", 429, "application/json", {"Retry-After": "2"})
    answers = [replace(whole, cut_after=1000), busy, Answer(b"", 500), whole]
    waits = Waits()
    with publisher({"/data/v1/get/C/A/HS": answers}) as server:
        report = pull(server, tmp_path, waits=waits)
        assert len(server.asked) == 4
    assert report.records == len(WORLD)
    assert waits.seconds == [1, 2, 4]


def test_a_server_that_sends_on_to_another_host_does_not_get_the_key_there(tmp_path: Path) -> None:
    with publisher(ROUTES) as other:
        moved = Answer(status=302, headers={"Location": f"{other.base}/data/v1/get/C/A/HS"})
        with (
            publisher({"/data/v1/get/C/A/HS": moved}) as server,
            pytest.raises(PullError) as caught,
        ):
            pull(server, tmp_path)
        assert other.asked == []
    assert caught.value.code == "redirected"


def test_the_key_is_in_no_message_file_or_log(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    echo = Answer(
        f'{{"statusCode": 401, "message": "bad key {KEY}"}}'.encode(), 401, "application/json"
    )
    turns: list[Route] = [
        comtrade,
        echo,
        Answer(f"{KEY}".encode(), 500),
        Answer(b"{", type="application/json"),
    ]
    told: list[str] = []
    for n, route in enumerate(turns):
        with publisher({"/data/v1/get/C/A/HS": route}) as server:
            try:
                told.append(repr(pull(server, tmp_path / str(n))))
            except MonaziteError as refused:
                told.append(f"{refused!s}{refused!r}{refused.args}")
            assert server.asked[0].headers["Ocp-Apim-Subscription-Key"] == KEY
            assert KEY not in server.asked[0].path + str(server.asked[0].query)
    assert len(told) == 4
    assert KEY not in "".join(told) + everything(tmp_path) + caplog.text + "".join(
        capfd.readouterr()
    )


def test_names_of_files_say_nothing_but_what_was_asked(tmp_path: Path) -> None:
    with publisher(ROUTES) as server:
        report = pull(server, tmp_path)
    assert all(re.fullmatch(r"comtrade-[0-9a-f]{16}\.json", file.name) for file in report.files)
    entries = json.loads((tmp_path / NAME).read_text(encoding="utf-8"))["entries"]
    asked = [entry["asked"] for entry in entries.values()]
    assert asked[0].startswith("C/A/HS?reporterCode=156,842&period=2018,2019")

from __future__ import annotations

import errno
import hashlib
import json
import shutil
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from monazite.errors import InputError
from monazite.trade.pulling.addresses import request
from monazite.trade.pulling.errors import PullError
from monazite.trade.pulling.transfer import fetch
from monazite.trade.pulling.waiting import Manner
from support.publishers.server import Answer, Asked, publisher

BODY = bytes(range(256)) * 12_000
TAG = '"v1"'
WHOLE = Answer(BODY, ranges=True, tag=TAG)


class Waits:
    """A clock that only remembers."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


@pytest.fixture
def waits() -> Waits:
    return Waits()


@pytest.fixture
def manner(waits: Waits) -> Manner:
    return Manner(sleep=waits, timeout_s=5)


def cut(after: int, **more: Any) -> Answer:
    return Answer(BODY, cut_after=after, ranges=True, **{"tag": TAG, **more})


def test_a_file_comes_whole_with_its_sha256(tmp_path: Path, manner: Manner) -> None:
    seen: list[tuple[str, int, int | None]] = []
    with publisher({"/a.zip": WHOLE}) as server:
        fetched = fetch(
            f"{server.base}/a.zip", tmp_path / "a.zip", manner=manner,
            progress=lambda what, done, total: seen.append((what, done, total)),
        )  # fmt: skip
    assert fetched.path.read_bytes() == BODY
    assert fetched.size_bytes == len(BODY)
    assert fetched.sha256 == hashlib.sha256(BODY).hexdigest()
    assert seen[-1] == ("a.zip", len(BODY), len(BODY))
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_a_dropped_connection_is_taken_up_at_the_byte_where_it_stopped(
    tmp_path: Path, manner: Manner, waits: Waits
) -> None:
    answers = [cut(700_000), cut(1_000_000), WHOLE]
    with publisher({"/a.zip": answers}) as server:
        fetched = fetch(f"{server.base}/a.zip", tmp_path / "a.zip", manner=manner)
        ranges = [one.headers.get("Range") for one in server.asked]
    assert fetched.path.read_bytes() == BODY
    assert ranges == [None, "bytes=700000-", "bytes=1700000-"]
    assert waits.seconds == [1, 1]


def test_a_pull_that_was_stopped_goes_on_another_day(tmp_path: Path, waits: Waits) -> None:
    manner = Manner(sleep=waits, attempts=1)
    with publisher({"/a.zip": [cut(700_000), WHOLE]}) as server:
        with pytest.raises(PullError) as stopped:
            fetch(f"{server.base}/a.zip", tmp_path / "a.zip", manner=manner)
        assert stopped.value.code == "cut_short"
        assert not (tmp_path / "a.zip").exists()
        assert (tmp_path / ".a.zip.part").stat().st_size == 700_000
        fetched = fetch(f"{server.base}/a.zip", tmp_path / "a.zip", manner=manner)
        assert server.asked[1].headers["If-Range"] == TAG
    assert fetched.path.read_bytes() == BODY


def test_another_version_is_never_joined_to_what_came_before(
    tmp_path: Path, manner: Manner
) -> None:
    new = b"new" * 900_000
    with publisher({"/a.zip": [cut(700_000), Answer(new, ranges=True, tag='"v2"')]}) as server:
        fetched = fetch(f"{server.base}/a.zip", tmp_path / "a.zip", manner=manner)
    assert fetched.path.read_bytes() == new


def test_a_shorter_new_version_is_fetched_from_its_first_byte(
    tmp_path: Path, manner: Manner, waits: Waits
) -> None:
    # The same tag by a fault of the server: the rest it is asked for lies past the end.
    with publisher({"/a.zip": [cut(700_000), Answer(b"short", ranges=True, tag=TAG)]}) as server:
        fetched = fetch(f"{server.base}/a.zip", tmp_path / "a.zip", manner=manner)
    assert fetched.path.read_bytes() == b"short"
    assert waits.seconds == [1, 0]


@pytest.mark.parametrize("said", ["bytes 900000-1/2", "bytes */2", "nonsense"])
def test_a_rest_that_is_not_the_rest_is_not_taken(
    tmp_path: Path, manner: Manner, said: str
) -> None:
    wrong = Answer(BODY, ranges=True, tag=TAG, headers={"Content-Range": said})
    with publisher({"/a.zip": [cut(700_000), wrong, WHOLE]}) as server:
        fetched = fetch(f"{server.base}/a.zip", tmp_path / "a.zip", manner=manner)
    assert fetched.path.read_bytes() == BODY


@pytest.mark.parametrize(
    "first",
    [cut(700_000, tag='W/"weak"'), cut(700_000, tag=""), Answer(BODY, cut_after=700_000, tag=TAG)],
    ids=["a weak tag", "no validator", "no ranges"],
)
def test_without_a_strong_validator_all_comes_again(
    tmp_path: Path, manner: Manner, first: Answer
) -> None:
    with publisher({"/a.zip": [first, WHOLE]}) as server:
        fetched = fetch(f"{server.base}/a.zip", tmp_path / "a.zip", manner=manner)
        assert "Range" not in server.asked[1].headers
    assert fetched.path.read_bytes() == BODY


def test_a_day_of_change_serves_where_there_is_no_tag(tmp_path: Path, manner: Manner) -> None:
    day = "Wed, 01 May 2024 00:00:00 GMT"
    answers = [cut(700_000, tag="", changed=day), Answer(BODY, ranges=True, changed=day)]
    with publisher({"/a.zip": answers}) as server:
        fetch(f"{server.base}/a.zip", tmp_path / "a.zip", manner=manner)
        assert server.asked[1].headers["If-Range"] == day


@pytest.mark.parametrize("note", ["", "[1]", "not json", '{"address": "http://elsewhere"}'])
def test_a_part_whose_note_does_not_fit_is_begun_again(
    tmp_path: Path, manner: Manner, note: str
) -> None:
    (tmp_path / ".a.zip.part").write_bytes(b"of something else")
    (tmp_path / ".a.zip.part.json").write_text(note, encoding="utf-8")
    with publisher({"/a.zip": WHOLE}) as server:
        fetched = fetch(f"{server.base}/a.zip", tmp_path / "a.zip", manner=manner)
    assert fetched.path.read_bytes() == BODY


def test_a_server_that_is_busy_is_asked_again_when_it_says(
    tmp_path: Path, manner: Manner, waits: Waits
) -> None:
    until = format_datetime(datetime.now(UTC) + timedelta(seconds=50), usegmt=True)
    answers = [
        Answer(status=429, headers={"Retry-After": "7"}),
        Answer(status=503, headers={"Retry-After": until}),
        Answer(status=429, headers={"Retry-After": "soon"}),
        Answer(
            b'{"statusCode": 429, "message": "Rate limit is exceeded. Try again in 3 seconds."}',
            429,
        ),
        WHOLE,
    ]
    with publisher({"/a.zip": answers}) as server:
        fetch(f"{server.base}/a.zip", tmp_path / "a.zip", manner=manner)
    assert waits.seconds[0] == 7
    assert 40 < waits.seconds[1] <= 50
    assert waits.seconds[2:] == [4, 3]


def test_a_date_without_a_zone_is_utc_and_a_past_one_is_now(
    tmp_path: Path, manner: Manner, waits: Waits
) -> None:
    past = Answer(status=503, headers={"Retry-After": "Wed, 01 May 2024 00:00:00 -0000"})
    with publisher({"/a.zip": [past, WHOLE]}) as server:
        fetch(f"{server.base}/a.zip", tmp_path / "a.zip", manner=manner)
    assert waits.seconds == [0]


def test_waits_double_and_end(tmp_path: Path, manner: Manner, waits: Waits) -> None:
    with publisher({"/a.zip": Answer(b"down", 503)}) as server:
        with pytest.raises(PullError, match="answers 503: down") as given_up:
            fetch(f"{server.base}/a.zip", tmp_path / "a.zip", manner=manner)
        assert len(server.asked) == 5
    assert waits.seconds == [1, 2, 4, 8]
    assert (given_up.value.code, given_up.value.status) == ("too_busy", 503)


def test_who_asks_for_a_long_wait_is_not_waited_for(
    tmp_path: Path, manner: Manner, waits: Waits
) -> None:
    answer = Answer(status=429, headers={"Retry-After": "7200"})
    with (
        publisher({"/a.zip": answer}) as server,
        pytest.raises(PullError, match="come back in 120 minutes") as later,
    ):
        fetch(f"{server.base}/a.zip", tmp_path / "a.zip", manner=manner)
    assert later.value.code == "too_busy"
    assert waits.seconds == []


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (400, "refused"),
        (401, "key_refused"),
        (403, "key_refused"),
        (404, "not_found"),
        (410, "not_found"),
    ],
)
def test_a_refusal_is_not_asked_again(
    tmp_path: Path, manner: Manner, status: int, code: str
) -> None:
    with publisher({"/a.zip": Answer(b"no", status)}) as server:
        with pytest.raises(PullError) as refused:
            fetch(f"{server.base}/a.zip", tmp_path / "a.zip", manner=manner)
        assert len(server.asked) == 1
    assert (refused.value.code, refused.value.status) == (code, status)
    assert list(tmp_path.iterdir()) == []


def test_a_page_of_the_server_is_not_quoted(tmp_path: Path, manner: Manner) -> None:
    page = Answer(b"<html>a long page</html>", 404, "text/html")
    with publisher({"/a.zip": page}) as server, pytest.raises(PullError) as refused:
        fetch(f"{server.base}/a.zip", tmp_path / "a.zip", manner=manner)
    assert "html" not in str(refused.value)


def test_a_refusal_that_breaks_off_is_still_told(tmp_path: Path, manner: Manner) -> None:
    broken = Answer(
        b"64\r\nno", 403, headers={"Transfer-Encoding": "chunked", "Content-Length": ""}, length=1
    )
    with publisher({"/a.zip": broken}) as server, pytest.raises(PullError) as refused:
        fetch(f"{server.base}/a.zip", tmp_path / "a.zip", manner=manner)
    assert refused.value.status == 403


def test_a_page_with_status_200_is_not_the_file(tmp_path: Path, manner: Manner) -> None:
    page = Answer(b"<html>sorry</html>", type="text/html; charset=utf-8")
    with (
        publisher({"/a.zip": page}) as server,
        pytest.raises(PullError, match="answers with text/html, where application/zip") as wrong,
    ):
        fetch(f"{server.base}/a.zip", tmp_path / "a.zip", types=("application/zip",), manner=manner)
    assert wrong.value.code == "wrong_type"
    assert list(tmp_path.iterdir()) == []


def test_an_address_where_nobody_answers(tmp_path: Path, manner: Manner) -> None:
    with publisher({}) as server:
        gone = server.base
    with pytest.raises(PullError, match="cannot be reached") as lost:
        fetch(f"{gone}/a.zip", tmp_path / "a.zip", manner=manner)
    assert lost.value.code == "unreachable"


@pytest.mark.parametrize(
    "address", ["http://example.org/a", "ftp://127.0.0.1/a", "file:///etc/passwd", "a.zip"]
)
def test_only_https_is_asked_except_on_this_machine(tmp_path: Path, address: str) -> None:
    with pytest.raises(InputError) as refused:
        fetch(address, tmp_path / "a")
    assert refused.value.field == "base"


def test_an_address_of_a_publisher_may_be_asked() -> None:
    address = "https://www.cepii.fr/DATA_DOWNLOAD/baci/data/BACI_HS92_V202401b.zip"
    assert request(address, {}).full_url == address


def test_a_redirect_to_another_host_is_refused_and_sees_no_header(
    tmp_path: Path, manner: Manner
) -> None:
    with publisher({"/a.zip": WHOLE}) as other:
        moved = Answer(status=302, headers={"Location": f"{other.base}/a.zip"})
        with publisher({"/a.zip": moved}) as server, pytest.raises(PullError) as refused:
            fetch(
                f"{server.base}/a.zip", tmp_path / "a.zip",
                headers={"Ocp-Apim-Subscription-Key": "k"}, manner=manner,
            )  # fmt: skip
        assert other.asked == []
    assert refused.value.code == "redirected"


def test_a_redirect_on_the_same_host_is_followed(tmp_path: Path, manner: Manner) -> None:
    moved = Answer(status=302, headers={"Location": "/b.zip"})
    with publisher({"/a.zip": moved, "/b.zip": WHOLE}) as server:
        fetched = fetch(f"{server.base}/a.zip", tmp_path / "a.zip", manner=manner)
    assert fetched.size_bytes == len(BODY)


def test_a_file_over_the_limit_is_not_fetched(tmp_path: Path, waits: Waits) -> None:
    manner = Manner(sleep=waits, max_bytes=1000)
    with publisher({"/a.zip": WHOLE}) as server, pytest.raises(PullError) as large:
        fetch(f"{server.base}/a.zip", tmp_path / "a.zip", manner=manner)
    assert large.value.code == "too_large"
    assert (tmp_path / ".a.zip.part").stat().st_size == 0


def test_a_file_that_hides_its_length_is_stopped_at_the_limit(tmp_path: Path, waits: Waits) -> None:
    def chunked(_: Asked) -> Answer:
        body = b"".join(b"100000\r\n" + bytes(2**20) + b"\r\n" for _ in range(4)) + b"0\r\n\r\n"
        return Answer(body, headers={"Transfer-Encoding": "chunked", "Content-Length": "unknown"})

    manner = Manner(sleep=waits, max_bytes=2 * 2**20)
    with publisher({"/a.zip": chunked}) as server, pytest.raises(PullError) as large:
        fetch(f"{server.base}/a.zip", tmp_path / "a.zip", manner=manner)
    assert large.value.code == "too_large"


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def test_a_file_for_which_there_is_no_room_is_not_begun(
    tmp_path: Path, manner: Manner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10, 9, 1))
    with publisher({"/a.zip": WHOLE}) as server, pytest.raises(PullError) as full:
        fetch(f"{server.base}/a.zip", tmp_path / "a.zip", manner=manner)
    assert full.value.code == "disk_full"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_disk_that_fills_up_on_the_way_is_named(
    tmp_path: Path, manner: Manner, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(number, "no space left")

    with publisher({"/a.zip": WHOLE}) as server:
        monkeypatch.setattr(Path, "write_bytes", full)
        with pytest.raises(PullError, match=r"a\.zip could not be written") as stopped:
            fetch(f"{server.base}/a.zip", tmp_path / "a.zip", manner=manner)
    assert stopped.value.code == "disk_full"


def test_another_fault_of_the_disk_stays_what_it_is(tmp_path: Path, manner: Manner) -> None:
    with publisher({"/a.zip": WHOLE}) as server, pytest.raises(FileNotFoundError):
        fetch(f"{server.base}/a.zip", tmp_path / "no folder" / "a.zip", manner=manner)


def test_the_note_beside_a_part_holds_no_header(tmp_path: Path, waits: Waits) -> None:
    manner = Manner(sleep=waits, attempts=1)
    with publisher({"/a.zip": cut(700_000)}) as server, pytest.raises(PullError):
        fetch(
            f"{server.base}/a.zip", tmp_path / "a.zip", headers={"X-Key": "secret"}, manner=manner
        )
    note = json.loads((tmp_path / ".a.zip.part.json").read_text(encoding="utf-8"))
    assert set(note) == {"address", "validator"}
    assert "secret" not in str(note)

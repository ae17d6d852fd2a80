from __future__ import annotations

import hashlib
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from monazite.errors import InputError
from monazite.trade.pulling import PullError, PullReport, pull_baci
from monazite.trade.pulling.manifest import NAME
from monazite.trade.pulling.waiting import Manner
from support.publishers.server import Answer, Publisher, publisher

if TYPE_CHECKING:
    from pathlib import Path

ROWS = "".join(f'2022,156,{392 + n},"284690",{n}.125,{n}.5\n' for n in range(4000))
MEMBERS = {
    "BACI_HS92_Y2022_V202401b.csv": f"t,i,j,k,v,q\n{ROWS}",
    "country_codes_V202401b.csv": "country_code,country_name,country_iso2,country_iso3\n156,China,CN,CHN\n",
    "product_codes_HS92_V202401b.csv": 'code,description\n284690,"Compounds of rare earths"\n',
    "Readme.txt": "Cite Gaulier, G. and Zignago, S. (2010)\n",
}


def as_zip(members: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return packed.getvalue()


ARCHIVE = as_zip(MEMBERS)
PATH = "/DATA_DOWNLOAD/baci/data/BACI_HS92_V202401b.zip"
WHOLE = Answer(ARCHIVE, type="application/zip", ranges=True, tag='"r1"')


def pull(server: Publisher, into: Path, **more: Any) -> PullReport:
    base, manner = f"{server.base}/DATA_DOWNLOAD/baci/data/", Manner(sleep=lambda _: None)
    asked: dict[str, Any] = {"revision": "HS92", "release": "202401b", **more}
    return pull_baci(into=into, base=base, manner=manner, **asked)


def test_a_release_is_fetched_and_unpacked(tmp_path: Path) -> None:
    with publisher({PATH: WHOLE}) as server:
        report = pull(server, tmp_path)
    folder = tmp_path / "BACI_HS92_V202401b"
    assert {file.name: file.read_text(encoding="utf-8") for file in report.files} == MEMBERS
    assert {file.parent for file in report.files} == {folder}
    assert (report.kind, report.vintage, report.asked, report.already) == ("baci", "202401b", 1, 0)
    assert report.size_bytes == sum(map(len, MEMBERS.values()))
    assert sorted(path.name for path in tmp_path.iterdir()) == [NAME, folder.name]
    entry = json.loads((tmp_path / NAME).read_text(encoding="utf-8"))["entries"][folder.name]
    assert entry["sha256"] == hashlib.sha256(ARCHIVE).hexdigest()


def test_a_release_that_is_there_is_not_fetched_again(tmp_path: Path) -> None:
    with publisher({PATH: WHOLE}) as server:
        first = pull(server, tmp_path)
        again = pull(server, tmp_path, revision=" hs92", release="V202401B")
        assert len(server.asked) == 1
    assert again.files == first.files
    assert (again.asked, again.already) == (0, 1)


def test_a_release_that_lost_a_file_is_fetched_again(tmp_path: Path) -> None:
    with publisher({PATH: WHOLE}) as server:
        pull(server, tmp_path).files[0].unlink()
        again = pull(server, tmp_path)
    assert again.asked == 1
    assert len(again.files) == len(MEMBERS)


def test_a_dropped_connection_is_taken_up_where_it_stopped(tmp_path: Path) -> None:
    cut = Answer(ARCHIVE, type="application/zip", ranges=True, tag='"r1"', cut_after=9000)
    with publisher({PATH: [cut, WHOLE]}) as server:
        report = pull(server, tmp_path)
        assert server.asked[1].headers["Range"] == "bytes=9000-"
    assert report.files[0].read_text(encoding="utf-8") == MEMBERS[report.files[0].name]


def test_a_release_that_cepii_does_not_have(tmp_path: Path) -> None:
    with (
        publisher({}) as server,
        pytest.raises(PullError, match=r"CEPII has no BACI_HS22_V209901\.zip") as missing,
    ):
        pull(server, tmp_path, revision="HS22", release="209901")
    assert missing.value.code == "not_found"
    assert list(tmp_path.iterdir()) == []


def test_another_refusal_stays_what_it_is(tmp_path: Path) -> None:
    with publisher({PATH: Answer(b"no", 403)}) as server, pytest.raises(PullError) as refused:
        pull(server, tmp_path)
    assert refused.value.status == 403


@pytest.mark.parametrize(
    ("field", "word"),
    [("revision", "HS88"), ("revision", ""), ("release", "2024"), ("release", "../202401")],
)
def test_an_edition_or_release_that_is_none_is_refused(
    tmp_path: Path, field: str, word: str
) -> None:
    with publisher({}) as server:
        with pytest.raises(InputError) as refused:
            pull(server, tmp_path, **{field: word})
        assert server.asked == []
    assert refused.value.field == field


def test_what_is_no_zip_is_removed_and_comes_anew(tmp_path: Path) -> None:
    broken = Answer(b"half a zip", type="application/zip")
    with publisher({PATH: [broken, WHOLE]}) as server:
        with pytest.raises(PullError) as refused:
            pull(server, tmp_path)
        assert refused.value.code == "broken_reply"
        assert list(tmp_path.iterdir()) == []
        assert len(pull(server, tmp_path).files) == len(MEMBERS)


def test_a_page_instead_of_the_zip(tmp_path: Path) -> None:
    page = Answer(b"<html>moved</html>", type="text/html")
    with publisher({PATH: page}) as server, pytest.raises(PullError) as wrong:
        pull(server, tmp_path)
    assert wrong.value.code == "wrong_type"


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def test_an_archive_for_whose_files_there_is_no_room_stays_for_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with publisher({PATH: WHOLE}) as server:
        with monkeypatch.context() as patched:
            patched.setattr("shutil.disk_usage", lambda _: Usage(0, 0, len(ARCHIVE)))
            with pytest.raises(PullError) as full:
                pull(server, tmp_path)
        assert full.value.code == "disk_full"
        assert [path.name for path in tmp_path.iterdir()] == ["BACI_HS92_V202401b.zip"]
        assert len(pull(server, tmp_path).files) == len(MEMBERS)
        assert len(server.asked) == 1

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from monazite.errors import InputError
from monazite.watch.screening.entity import Identifier, Name
from monazite.watch.screening.lists.reading.gathering import Tally
from support.watch_lists import CSL, CSL_HEAD, csl_csv, read, written

if TYPE_CHECKING:
    from pathlib import Path

NAMES = (
    Name("Jinyan Rare Earth Technology Co., Ltd."),
    Name("金岩稀土科技有限公司", "alias"),
    Name("JY Rare Earth", "alias"),
)


def as_json(folder: Path, document: Any) -> Path:
    return written(folder, "consolidated.json", json.dumps(document))


def test_the_json_is_read(tmp_path: Path) -> None:
    company, person = read("csl", as_json(tmp_path, CSL))
    assert (company.id, company.kind, company.names) == ("e5a9", "other", NAMES)
    assert company.countries == ("CN",)
    assert company.addresses == ("8 Kuangshan Road, Baotou, 014000, CN",)
    assert company.listed_from == date(2025, 1, 15)
    assert company.source == "https://example.org/el"
    assert (person.kind, person.dates, person.countries) == ("person", ("1970-05-01",), ("GB",))
    assert person.listed_until == date(2027, 2, 1)
    assert person.identifiers == (Identifier("passport", "7654321", "GB"),)
    assert person.programmes == (CSL["results"][1]["source"], "DPL")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_csv_says_the_same(tmp_path: Path, encoding: str) -> None:
    (company,) = read("csl", written(tmp_path, "list", csl_csv(), encoding))
    assert (company.id, company.kind, company.names) == ("e5a9", "other", NAMES)
    assert company.addresses == ("8 Kuangshan Road, Baotou, 014000, CN", "HK")
    assert company.countries == ("CN", "HK")
    assert company.identifiers == (Identifier("uscc", "91150200MA0TEST00X", "CN"),)


def test_windows_letters_are_read(tmp_path: Path) -> None:
    text = csl_csv().replace("金岩稀土科技有限公司", "Société Générique")
    (company,) = read("csl", written(tmp_path, "list.csv", text, "cp1252"))
    assert company.names[1].text == "Société Générique"


def test_entries_without_an_id_have_one_that_stays(tmp_path: Path) -> None:
    text = csl_csv().replace("e5a9", "")
    first, again = (read("csl", written(tmp_path, name, text))[0] for name in ("a", "b"))
    assert first.id == again.id != ""
    other = read("csl", written(tmp_path, "c", text.replace("2025-01-15", "2025-01-16")))[0]
    assert other.id != first.id


@pytest.mark.parametrize(
    ("document", "told"),
    [
        ({"total": 3, "results": CSL["results"]}, "all of the 3 results"),
        ({"hits": []}, 'a list "results"'),
        ({"results": [{"name": "x"}]}, "result 1"),
        ({"results": ["x"]}, "result 1"),
    ],
)
def test_json_of_another_form_is_refused(tmp_path: Path, document: Any, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read("csl", as_json(tmp_path, document))


def test_json_that_breaks_off_is_refused(tmp_path: Path) -> None:
    whole = json.dumps(CSL)
    with pytest.raises(InputError, match="cut short"):
        read("csl", written(tmp_path, "half.json", whole[: len(whole) // 2]))


@pytest.mark.parametrize("column", ["name", "alt_names", "source"])
def test_a_column_that_changed_is_named(tmp_path: Path, column: str) -> None:
    head = ",".join(CSL_HEAD)
    text = csl_csv().replace(head, head.replace(f",{column},", f",{column}_2,", 1))
    with pytest.raises(InputError, match=rf"the columns {column};"):
        read("csl", written(tmp_path, "list.csv", text))


def test_days_and_dates_that_are_not_understood_are_counted(tmp_path: Path) -> None:
    company, person = CSL["results"]
    wrong = [company | {"start_date": "15.1.2025"}, person | {"dates_of_birth": ["about then"]}]
    tally = Tally()
    read("csl", as_json(tmp_path, {"total": 2, "results": wrong}), tally=tally)
    assert tally.left_out == {"day": 1, "date": 1}

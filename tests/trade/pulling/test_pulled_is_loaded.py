"""What was pulled is what the loader takes, with the vintage that the report says."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING

from monazite.trade.pulling import pull_baci, pull_comtrade
from monazite.trade.pulling.waiting import Manner
from monazite.trade.reading.load import load
from support.publishers.comtrade import as_json, record
from support.publishers.loading import flows
from support.publishers.server import Answer, publisher

if TYPE_CHECKING:
    from pathlib import Path

QUIET = Manner(sleep=lambda _: None)


def test_answers_of_comtrade(tmp_path: Path) -> None:
    answer = as_json(
        [record(primaryValue=5000.0, fobvalue=5000.0, netWgt=120.5), record(partnerCode=0)]
    )
    with publisher({"/data/v1/get/C/A/HS": Answer(answer, type="application/json")}) as server:
        report = pull_comtrade(
            ["284690"], ["CHN"], [2023], ["export"], tmp_path / "pulled",
            key="k", base=server.base, manner=QUIET,
        )  # fmt: skip
    loaded = load(report.into, tmp_path / "store", kind=report.kind, vintage=report.vintage)
    (flow,) = flows(tmp_path / "store")
    assert (loaded.accepted, loaded.skipped) == (1, ())
    assert (flow["partner"], flow["mass_kg"], flow["value_usd"]) == (
        "JPN",
        Decimal("120.5"),
        Decimal(5000),
    )
    assert (flow["source"], flow["vintage"]) == ("comtrade", report.vintage)
    again = load(report.into, tmp_path / "store", kind=report.kind, vintage=report.vintage)
    assert (again.loads, len(again.unchanged)) == ((), 1)


def test_a_release_of_baci(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(
            "BACI_HS92_Y2022_V202401b.csv", 't,i,j,k,v,q\n2022,156,392,"284690",5.125,0.5\n'
        )
        archive.writestr(
            "country_codes_V202401b.csv",
            "country_code,country_name,country_iso2,country_iso3\n156,China,CN,CHN\n392,Japan,JP,JPN\n",
        )
        archive.writestr(
            "product_codes_HS92_V202401b.csv", 'code,description\n284690,"Compounds"\n'
        )
        archive.writestr("Readme.txt", "Cite Gaulier and Zignago (2010)\n")
    path = "/BACI_HS92_V202401b.zip"
    with publisher({path: Answer(packed.getvalue(), type="application/zip")}) as server:
        report = pull_baci("HS92", "202401b", tmp_path / "pulled", base=server.base, manner=QUIET)
    load(report.into, tmp_path / "store", kind=report.kind, vintage=report.vintage)
    (flow,) = flows(tmp_path / "store")
    assert (flow["reporter"], flow["partner"], flow["nomenclature"]) == ("CHN", "JPN", "HS92")
    assert (flow["mass_kg"], flow["value_usd"]) == (Decimal(500), Decimal(5125))
    assert (flow["source"], flow["vintage"]) == ("baci", "202401b")

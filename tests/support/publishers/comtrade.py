"""Files of UN Comtrade as the publisher makes them, byte for byte, of records that a test writes.

Layouts: see the heads of `reading/layouts/comtrade.yaml` and `comtrade-json.yaml`. The site's CSV was
seen with line feeds only; the end of its lines is the one thing that could not be made sure.
"""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Record = Mapping[str, Any]

COLUMNS = (
    "typeCode", "freqCode", "refPeriodId", "refYear", "refMonth", "period", "reporterCode",
    "reporterISO", "reporterDesc", "flowCode", "flowDesc", "partnerCode", "partnerISO",
    "partnerDesc", "partner2Code", "partner2ISO", "partner2Desc", "classificationCode",
    "classificationSearchCode", "isOriginalClassification", "cmdCode", "cmdDesc", "aggrLevel",
    "isLeaf", "customsCode", "customsDesc", "mosCode", "motCode", "motDesc", "qtyUnitCode",
    "qtyUnitAbbr", "qty", "isQtyEstimated", "altQtyUnitCode", "altQtyUnitAbbr", "altQty",
    "isAltQtyEstimated", "netWgt", "isNetWgtEstimated", "grossWgt", "isGrossWgtEstimated",
    "cifvalue", "fobvalue", "primaryValue", "legacyEstimationFlag", "isReported", "isAggregate",
)  # fmt: skip
BULK_COLUMNS = (
    "datasetCode", "typeCode", "freqCode", "refPeriodId", "refYear", "refMonth", "period",
    "reporterCode", "flowCode", "partnerCode", "partner2Code", "classificationSearchCode",
    "classificationCode", "isOriginalClassification", "cmdCode", "customsCode", "mosCode",
    "motCode", "qtyUnitCode", "qty", "isQtyEstimated", "altQtyUnitCode", "altQty",
    "isAltQtyEstimated", "netWgt", "isNetWgtEstimated", "grossWgt", "isGrossWgtEstimated",
    "CIFValue", "FOBValue", "primaryValue", "legacyEstimationFlag", "isReported", "isAggregate",
)  # fmt: skip
CSV_NAME = "TradeData_11_20_2024_10_30_9.csv"
JSON_NAME = "get_C_A_HS.json"
BULK_NAME = "COMTRADE-FINAL-CA1562023H6[2024-05-01].gz"
_INNER_NAME = "C_A_156_202301_H6.txt"
_MADE = 1_714_521_600
_DEFAULTS: dict[str, Any] = {
    "typeCode": "C", "freqCode": "A", "refPeriodId": 20230101, "refYear": 2023, "refMonth": 52,
    "period": "2023", "reporterCode": 156, "reporterISO": "CHN", "reporterDesc": "China",
    "flowCode": "X", "flowDesc": "Export", "partnerCode": 392, "partnerISO": "JPN",
    "partnerDesc": "Japan", "partner2Code": 0, "partner2ISO": "W00", "partner2Desc": "World",
    "classificationCode": "H6", "classificationSearchCode": "HS",
    "isOriginalClassification": True, "cmdCode": "284690",
    "cmdDesc": "Compounds, inorganic or organic (excluding cerium), of rare-earth metals, of "
    "yttrium, scandium or of mixtures of these metals",
    "aggrLevel": 6, "isLeaf": True, "customsCode": "C00", "customsDesc": "TOTAL CPC",
    "mosCode": "0", "motCode": 0, "motDesc": "TOTAL MOT", "qtyUnitCode": -1, "qtyUnitAbbr": "N/A",
    "qty": None, "isQtyEstimated": False, "altQtyUnitCode": -1, "altQtyUnitAbbr": "N/A",
    "altQty": None, "isAltQtyEstimated": False, "netWgt": None, "isNetWgtEstimated": False,
    "grossWgt": None, "isGrossWgtEstimated": False, "cifvalue": None, "fobvalue": None,
    "primaryValue": None, "legacyEstimationFlag": 0, "isReported": False, "isAggregate": True,
}  # fmt: skip


def record(**said: object) -> dict[str, Any]:
    """One record; what is not said is China's export of 284690 to Japan in 2023, H6, no amounts."""
    return {**_DEFAULTS, **said}


def as_json(records: Iterable[Record]) -> bytes:
    """The answer of the API; a record of the public preview has None for its words."""
    data = [{name: each[name] for name in each} for each in records]
    answer = {"elapsedTime": "0.11 secs", "count": len(data), "data": data, "error": ""}
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode()


def as_csv(records: Iterable[Record]) -> bytes:
    """The CSV of the site: each row ends with a comma, the header does not."""
    lines = [",".join(COLUMNS)]
    lines += ["".join(f"{_cell(each[name])}," for name in COLUMNS) for each in records]
    return "".join(f"{line}\n" for line in lines).encode()


def as_bulk(records: Iterable[Record]) -> bytes:
    """The bulk file of the API: tabs, CRLF, gzip that knows its text's name."""
    lines = ["\t".join(BULK_COLUMNS)]
    lines += ["\t".join(_bulk_cell(each, name) for name in BULK_COLUMNS) for each in records]
    text = "".join(f"{line}\r\n" for line in lines).encode()
    return packed(text)


def packed(text: bytes) -> bytes:
    """The gzip of a bulk file's text, with the publisher's name of it inside."""
    plain = gzip.compress(text, mtime=_MADE)
    flags, name = b"\x08", _INNER_NAME.encode() + b"\0"
    return plain[:3] + flags + plain[4:10] + name + plain[10:]


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = str(value).lower() if isinstance(value, bool) else str(value).removesuffix(".0")
    return '"' + text.replace('"', '""') + '"'


def _bulk_cell(each: Record, name: str) -> str:
    if name == "datasetCode":
        return f"20{each['reporterCode']:03}{each['refYear']}01102100"
    value = each[{"CIFValue": "cifvalue", "FOBValue": "fobvalue"}.get(name, name)]
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, bool) else str(value)

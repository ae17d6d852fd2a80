"""Any row that a figure of the chain names: of its own tables, or a flow between two countries."""

from __future__ import annotations

import re
from types import MappingProxyType

from monazite.chain.packaged import csvs
from monazite.errors import InputError
from monazite.facts.rows import Row

FLOW = "flow"
PREFIXES = frozenset({FLOW, *csvs.TABLES})
"""What the ids of such rows begin with, up to the first slash."""
_ACCEPTED = "flow/CODE/SELLER-BUYER-YEAR, such as flow/261710/TJK-CHN-2024"


def row(row_id: str) -> Row:
    """The row of that id; InputError field "row" where there is none."""
    if row_id.strip().partition("/")[0] == FLOW:
        return _flow(row_id.strip())
    return csvs.row(row_id)


def _flow(wanted: str) -> Row:
    from monazite.chain.packaged.shipments import SOURCE, shipments  # noqa: PLC0415 - loads pyarrow

    found = re.fullmatch(r"flow/(\d{6})/([A-Z0-9]{3})-([A-Z0-9]{3})-(\d{4})", wanted)
    code, year = (found[1], int(found[4])) if found else ("", 0)
    one = next((one for one in shipments(code, year) if one.row == wanted), None) if found else None
    if one is None:
        raise InputError("row", wanted, _ACCEPTED)
    fields = {
        "code": code, "seller": one.seller, "buyer": one.buyer, "year": str(year),
        "mass_t": f"{one.mass_t:.12g}", "value_usd": f"{one.value_usd:.12g}",
    }  # fmt: skip
    return Row(wanted, FLOW, MappingProxyType(fields), SOURCE, "reported", "")

"""Files of China Customs' query page as it makes them, byte for byte, of rows that a test writes.

Layout: see the head of `reading/layouts/gacc.yaml`. The columns stand in the order of the query.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Row = Mapping[str, str]

NAME = "出口.csv"
"""The page calls its file downloadData.csv, which says no direction; people call it this."""
COLUMNS = (
    "数据年月", "商品编码", "商品名称", "贸易伙伴编码", "贸易伙伴名称",
    "第一数量", "第一计量单位", "第二数量", "第二计量单位", "美元",
)  # fmt: skip
DETAILED = (
    "数据年月", "商品编码", "商品名称", "贸易伙伴编码", "贸易伙伴名称", "贸易方式编码",
    "贸易方式名称", "注册地编码", "注册地名称", "第一数量", "第一计量单位", "第二数量",
    "第二计量单位", "人民币",
)  # fmt: skip
ENGLISH = (
    "Date of data", "Commodity code", "Commodity", "Trading partner code", "Trading partner",
    "Quantity", "Unit", "Supplimentary Quantity", "Supplimentary Unit", "US dollar",
)  # fmt: skip
UNKNOWN = "\0"
"""What stands in a cell where the page knows nothing."""
_DEFAULTS = {
    "数据年月": "202505", "商品编码": "28469019", "商品名称": "其他未列名稀土金属的化合物",
    "贸易伙伴编码": "116", "贸易伙伴名称": "日本", "贸易方式编码": "10",
    "贸易方式名称": "一般贸易", "注册地编码": "36", "注册地名称": "江西省",
    "第一数量": "0", "第一计量单位": "千克", "第二数量": "0", "第二计量单位": UNKNOWN,
    "美元": "0", "人民币": "0",
}  # fmt: skip


def row(**said: str) -> dict[str, str]:
    """One row; what is not said is 28469019 to Japan in May 2025, general trade of Jiangxi."""
    return {**_DEFAULTS, **said}


def as_csv(
    rows: Iterable[Row],
    columns: Sequence[str] = COLUMNS,
    *,
    header: Sequence[str] = (),
    around: str = "",
) -> bytes:
    """The CSV of the page; `header` translates the columns, `around` is the tab of older files."""
    lines = ["".join(f'"{name}",' for name in header or columns)]
    lines += ["".join(f'"{each[name]}{around}",' for name in columns) for each in rows]
    return "".join(f"{line}\r\n" for line in lines).encode("gb18030")

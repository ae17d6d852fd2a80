"""The fields of a declaration as its form asks them, by the paths of its document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """One field; control: text, word, select, country or date; width: of twelve columns.

    kind: how its text becomes a value of the document: text, yes_no, codes (several, by commas),
    numbers_cited (licence numbers, kept as typed) or draws; later: asked further down, since few
    declarations need it.
    """

    path: str
    control: str = "word"
    width: int = 4
    kind: str = "text"
    limit: int = 200
    mode: str = ""
    later: bool = False

    @property
    def key(self) -> str:
        """The end of the keys of its texts."""
        return self.path.replace(".", "_")


HEADER: tuple[Field, ...] = (
    Field("reference", limit=64),
    Field("series", "select"),
    Field("leaves_on", "date"),
    Field("mode", "select"),
    Field("port", "select"),
    Field("contract"),
    Field("destination", "country"),
    Field("arrival", "country"),
    Field("via", kind="codes"),
    Field("end_user.name", width=8),
    Field("end_user.country", "country"),
    Field("consignee.name", width=8),
    Field("consignee.country", "country"),
    Field("consignee.address", width=8, later=True),
    Field("end_user.name_native", later=True),
    Field("end_use", "text", width=8, limit=1000, later=True),
    Field("military", "select", kind="yes_no", later=True),
    Field("sender.name", later=True),
    Field("sender.address", width=8, later=True),
    Field("remarks", "text", width=12, limit=1000, later=True),
)
"""What is said of the whole, in the order of the page."""
ITEM: tuple[Field, ...] = (
    Field("description", width=8, limit=1000),
    Field("form", "select"),
    Field("contains", width=8, limit=500),
    Field("hs", mode="numeric", limit=10),
    Field("quantity", width=3, mode="decimal"),
    Field("unit", "select", width=3),
    Field("mass_kg", width=3, mode="decimal"),
    Field("origin", "country", width=3),
    Field("value", width=3, mode="decimal"),
    Field("currency", "select", width=3),
    Field("control_code", width=3, limit=20),
    Field("licence_line", width=3, mode="numeric"),
    Field("licences", width=6, kind="numbers_cited"),
    Field("claim", "text", width=6, limit=500),
    Field("second_quantity", width=3, mode="decimal", later=True),
    Field("second_unit", width=3, limit=8, later=True),
    Field("only", "select", width=3, kind="yes_no", later=True),
    Field("without", width=3, kind="codes", later=True),
    Field("parameters", width=6, limit=500, later=True),
    Field("technology", "select", width=6, later=True),
    Field("draws", width=12, kind="draws", later=True),
)
"""What is said of one item."""
ITEMS_MOST = 50
"""Rows of the form; more go by a manifest."""


def in_order(fields: Sequence[Field], *, later: bool) -> tuple[Field, ...]:
    """Those that everybody is asked, or those further down."""
    return tuple(each for each in fields if each.later == later)

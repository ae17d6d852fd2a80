"""Which declarations a list shows, from its address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from urllib.parse import urlencode

from monazite.customs.procedure import machine
from monazite.errors import InputError

ORDERS = ("newest", "oldest", "risk")
RISKS = ("", "25", "50", "75")
"""The least risk that is shown."""
_TEXT_MAX = 64
_PAGES = 2_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """Filters of a list; empty says any; days: lodged so many days ago at least."""

    state: str = ""
    risk: str = ""
    days: str = ""
    destination: str = ""
    text: str = ""
    order: str = ""
    page: int = 0

    def query(self, **changes: object) -> str:
        """The end of an address that asks for this, with changes."""
        asked = asdict(self) | {"page": 0} | changes
        return urlencode({name: value for name, value in asked.items() if value})


def read(given: Mapping[str, str]) -> Wanted:
    """The filters of an address; InputError for one that cannot be used."""
    return Wanted(
        state=_one_of("state", given, ("", *machine().states)),
        risk=_one_of("risk", given, RISKS),
        days=_count("days", given, 999),
        destination=given.get("destination", "").strip()[:2].upper(),
        text=given.get("text", "").strip()[:_TEXT_MAX].replace("\0", ""),
        order=_one_of("order", given, ("", *ORDERS)),
        page=int(_count("page", given, _PAGES) or 0),
    )


def _one_of(name: str, given: Mapping[str, str], words: tuple[str, ...]) -> str:
    text = given.get(name, "")
    if text not in words:
        raise InputError(name, text[:40], ", ".join(filter(None, words)), "choice")
    return text


def _count(name: str, given: Mapping[str, str], most: int) -> str:
    text = given.get(name, "").strip()
    if text and not (text.isdecimal() and text.isascii() and int(text[:6]) <= most):
        raise InputError(name, text[:20], f"0 to {most}", "between", first=0, last=most)
    return text

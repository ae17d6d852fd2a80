"""What no open source gives, as gaps: never a zero, and said where the balance filled one."""

from __future__ import annotations

from monazite.chain.packaged.csvs import table
from monazite.chain.packaged.places import iso3
from monazite.chain.worlds import Gap


def gaps(year: int, *, estimates: bool) -> tuple[Gap, ...]:
    """The gaps of a year, in the order of the table; with estimates=False none is filled."""
    return tuple(
        Gap(
            material=told["material"],
            stage=told["stage"],
            country=iso3(told["country"]) or "",
            quantity=told["quantity"],
            why=told["why"],
            filled=estimates and told["filled"] == "yes",
        )
        for told in (one.fields for one in table("gaps"))
        if int(told["first"]) <= year <= int(told["last"])
    )

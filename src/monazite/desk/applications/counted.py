"""References are counted without gaps: a number that no application has is a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monazite.desk import sql
from monazite.desk.events.verification.reading import selected
from monazite.desk.events.verification.values import Broken

_REFERENCE = re.compile(r"(.+)-(\d{6,})")
_REFERENCES = (
    "SELECT reference FROM applications_application WHERE reference IS NOT NULL"
    " ORDER BY length(reference), reference"
)
_OF_APPLICATIONS = re.compile(r"(?!.*-L-\d{4}$).*")
"""Every counter but those of licences."""
_COUNTERS = "SELECT name, last FROM applications_sequence ORDER BY name"


def miscounted() -> Iterator[Broken]:
    """Each gap in the references of a regime and year, and each counter that says another end."""
    yield from astray(_REFERENCES, _OF_APPLICATIONS)


def astray(select: str, counters_of: re.Pattern[str]) -> Iterator[Broken]:
    """The same of any numbers that `select` gives in order; counters_of: the names counted by."""
    last: dict[str, int] = {}
    for (reference,) in selected(select):
        found = _REFERENCE.fullmatch(str(reference))
        if found is None:
            yield Broken("reference_odd", {"reference": reference})
            continue
        name, number = found[1], int(found[2])
        yield from _gap(name, last.get(name, 0), number)
        last[name] = number
    counters = {
        name: stands for name, stands in sql.rows(_COUNTERS, []) if counters_of.fullmatch(name)
    }
    for name in sorted(last.keys() | counters.keys()):
        given, stands = last.get(name, 0), counters.get(name, 0)
        if given > stands:
            yield Broken("reference_counter", {"name": name, "stands": stands, "last": given})
        yield from _gap(name, given, stands + 1)


def _gap(name: str, before: int, number: int) -> Iterator[Broken]:
    if number > before + 1:
        values = {"name": name, "first": f"{before + 1:06}", "last": f"{number - 1:06}"}
        yield Broken("reference_missing", values)

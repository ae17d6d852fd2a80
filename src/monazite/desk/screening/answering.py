"""What kept comparisons say of the parties of an application or a declaration."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from monazite.desk.screening.alerts import Document, alerts, set_aside
from monazite.desk.screening.models import Comparison
from monazite.desk.screening.standing import Standing
from monazite.licensing.casework.likeness import (
    NEWER,
    NO_ALERT,
    NOT_COMPARED,
    POSSIBLE,
    SET_ASIDE,
    WAITING,
    Likeness,
)
from monazite.licensing.casework.screening import Answer, Screened
from monazite.watch.screening.party import Asked
from monazite.watch.screening.suppressions.fingerprint import fingerprint

_LEAST = 0.01
Named = tuple[str, Asked | None]
"""A role, and who is named in it as screening asks about them; None for one without a name."""


def answers(named: Sequence[Named], found: Standing, exact: Screened | None) -> Iterator[Answer]:
    """Each party's: its alerts, what was set aside, else one that says why there is none.

    named: in their places on the form; exact: the comparison that told of those without a name, and
    of entries that are the party itself.
    """
    known = exact.answers if exact is not None else ()
    exactly = [answer for answer in known if answer.entry and answer.likeness is None]
    told = {(answer.party, answer.entry) for answer in exactly}
    for number, (role, one) in enumerate(named):
        if one is None:
            continue
        row = found.by_party.get(fingerprint(one))
        for result, entry, list_, like in _said(row, one, found):
            if (number, entry) not in told:
                yield Answer(
                    party=number, role=role, name=one.names[0], compared=one.names, result=result,
                    list=list_, entry=entry, measure="", residual="", likeness=like,
                )  # fmt: skip


def _said(
    row: Comparison | None, one: Asked, found: Standing
) -> Iterator[tuple[str, str, str, Likeness]]:
    if row is None:
        like = Likeness(fingerprint(one), 0, why=(found.why or WAITING,))
        yield NOT_COMPARED, "", "", like
        return
    hits = [(POSSIBLE, hit) for hit in alerts(row.found, found.on)]
    hits += [(SET_ASIDE, hit) for hit in set_aside(row.found, found.on)]
    for result, hit in hits:
        yield result, hit["name"], hit["list"], _likeness(row, hit)
    why = _missing(row, found)
    if why:
        yield NOT_COMPARED, "", "", Likeness(row.party.fingerprint, row.number, why=why)
    elif not hits:
        why = (*row.found["why"], *((NEWER,) if found.newer(row) else ()))
        yield NO_ALERT, "", "", Likeness(row.party.fingerprint, row.number, why=why)


def _missing(row: Comparison, found: Standing) -> tuple[str, ...]:
    """Why it cannot be said that nothing else was found; empty where it can."""
    now = (found.why,) if found.why else () if found.fresh(row) else (WAITING,)
    then = tuple(row.found["why"]) if row.result == "not_screened" else ()
    return tuple(dict.fromkeys((*then, *now)))


def _likeness(row: Comparison, hit: Document) -> Likeness:
    versions = {each["list"]: each["version"] for each in row.found["lists"]}
    return Likeness(
        party=row.party.fingerprint,
        number=row.number,
        version=versions[hit["list"]],
        entity=hit["entity_id"],
        alias=hit["alias"],
        score=f"{hit['score']:.3f}",
        expected=_rarely(hit["expected_per_1000"]),
        until=hit["suppressed_until"] or "",
    )


def _rarely(expected: float) -> str:
    return f"{expected:.2f}" if expected >= _LEAST else f"<{_LEAST}"

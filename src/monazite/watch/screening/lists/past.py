"""The lists as they were: on a day, or before one of them changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.watch.screening.lists.versions import Current, Loading

_SHORTEST = 6


class Then(NamedTuple):
    """A list as it was: the loading that was in force, and the day on which it is looked at."""

    current: Current
    loading: Loading
    day: date


def then(lists: Mapping[str, Current], since: str | date, today: date) -> tuple[Then, ...]:
    """Each list as it was.

    since: a day: each list as it was in force at its end, those that were not held left out; or
    the beginning of a version's hash: that list as it was, the others as they are now.

    Raises:
        InputError: field "since", for a day to come, for one on which no list was held, for a hash
            that none or more than one version begins with.
    """
    if isinstance(since, date) and since > today:
        raise InputError("since", since, f"a day that is not after {today}")
    found = _on(lists, since) if isinstance(since, date) else _at(lists, since, today)
    if not found:
        raise InputError("since", since, f"a day or a version of these: {_known(lists)}")
    return found


def _on(lists: Mapping[str, Current], day: date) -> tuple[Then, ...]:
    """As they were at the end of the day."""
    made = (
        (one, [loading for loading in one.loadings if loading.at.date() <= day])
        for one in lists.values()
    )
    return tuple(Then(one, loadings[-1], day) for one, loadings in made if loadings)


def _at(lists: Mapping[str, Current], version: str, today: date) -> tuple[Then, ...]:
    """One list at a version, the others as they are."""
    known = {
        (name, loading.version): loading
        for name, one in lists.items()
        for loading in reversed(one.loadings)
        if len(version) >= _SHORTEST and loading.version.startswith(version)
    }
    if len(known) != 1:
        return ()
    ((changed, _), loading) = next(iter(known.items()))
    return tuple(
        Then(one, loading, loading.at.date()) if name == changed
        else Then(one, one.loadings[-1], today)
        for name, one in lists.items()
    )  # fmt: skip


def _known(lists: Mapping[str, Current]) -> str:
    told = (
        f"{name} {loading.version[:16]} ({loading.at.date()})"
        for name, one in lists.items()
        for loading in {each.version: each for each in reversed(one.loadings)}.values()
    )
    return ", ".join(told) or "no list is held yet"

"""Many parties screened against the lists as they were and as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from monazite.watch.screening.rescreening.comparing import Change, compare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from monazite.watch.screening.answers import Answer
    from monazite.watch.screening.party import Asked

    Progress = Callable[[int, int], None]


class Screens(Protocol):
    """Whatever answers for parties, in their order: a screener over some lists."""

    def screen_many(
        self, asked: Sequence[Asked], on: date, *, progress: Progress | None = None
    ) -> Iterable[Answer]:
        """The answers, one for each party."""


def rescreen(
    asked: Sequence[Asked],
    before: Screens,
    now: Screens,
    on: date,
    *,
    restated: Mapping[tuple[str, str], tuple[str, ...]] | None = None,
    progress: Progress | None = None,
) -> tuple[Change, ...]:
    """What the change of the lists does to each party, in their order.

    Args:
        asked: the parties; each distinct one is screened once on either side.
        before: the lists as they were (`Lists.held_as`).
        now: the lists as they are.
        on: the day asked about, the same on both sides: what differs is the lists alone.
        restated: entries of which the lists say something else (`restating.restated`).
        progress: called with how many are done, of twice as many as there are distinct parties.
    """
    distinct = tuple(dict.fromkeys(asked))
    total = 2 * len(distinct)

    def half(done_before: int) -> Progress | None:
        if progress is None:
            return None
        return lambda done, _: progress(done_before + done, total)

    # All of one side first: that its progress goes on from where the other's ends.
    earlier = tuple(before.screen_many(distinct, on, progress=half(0)))
    later = now.screen_many(distinct, on, progress=half(len(distinct)))
    pairs = zip(earlier, later, strict=True)
    changes = {one[0].asked: compare(*one, restated or {}) for one in pairs}
    return tuple(changes[one] for one in asked)

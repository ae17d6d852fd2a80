"""The ways into a queue above its filters: by whose the task is, and all cases of the office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from monazite.catalogue.texts import say
from monazite.desk.cases.queue.facets import Shared
from monazite.desk.cases.queue.wanted import CASES, TO_DO, WHO, Wanted


@dataclass(frozen=True, slots=True)
class Tab:
    """One of them; count: tasks, None where nobody counts; here: it is the present one."""

    words: str
    query: str
    count: int | None
    here: bool


def tabs(wanted: Wanted, counts: Mapping[str, Shared], lang: str) -> list[Tab]:
    """Mine, nobody's and everybody's tasks, with how many lie there; and the cases."""
    sums = {
        "": sum(each.all for each in counts.values()),
        "mine": sum(each.mine for each in counts.values()),
        "unassigned": sum(each.unassigned for each in counts.values()),
    }
    to_do = [
        Tab(
            say(f"desk.queue.tab.{who or 'all'}", lang),
            wanted.query(scope=TO_DO, who=who),
            sums[who],
            wanted.scope == TO_DO and wanted.who == who,
        )
        for who in WHO
    ]
    cases = Tab(
        say("desk.queue.tab.cases", lang), wanted.query(scope=CASES, who=""), None,
        wanted.scope == CASES,
    )  # fmt: skip
    return [*to_do, cases]

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from monazite.watch.screening.answers import Answer, Hit
from monazite.watch.screening.entity import Entity, Identifier, Name
from monazite.watch.screening.lists.held import Held
from monazite.watch.screening.party import Asked
from monazite.watch.screening.rescreening.batch import rescreen
from monazite.watch.screening.rescreening.comparing import compare
from monazite.watch.screening.rescreening.documents import document, rows
from monazite.watch.screening.rescreening.restating import PARTS, restated
from support.watch_lists import NOW, TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

HIT = Hit("own", "7", "Alder Ores", "Alder Ores Ltd", "Alder Ores", ("latin", "latin"), 0.91,
          (("overlap", 1.0),), (), 0.4, alert=True)  # fmt: skip
ENTRY = Entity("own", "7", "company", (Name("Alder Ores"),))
ALDER, BIRCH = Asked(("Alder Ores",)), Asked(("Birch Ores",))


def answer(asked: Asked, *hits: Hit) -> Answer:
    result = "alert" if any(hit.alert for hit in hits) else "no_candidate"
    return Answer(asked, result, hits, 0.8, 10.0, (), "0", "0")  # type: ignore[arg-type]


class Known:
    """Answers that are known before, and whom was asked about."""

    def __init__(self, **hits: tuple[Hit, ...]) -> None:
        self.hits, self.asked = hits, list[Asked]()

    def screen_many(
        self, asked: Sequence[Asked], on: date, *,
        progress: Callable[[int, int], None] | None = None,
    ) -> Iterator[Answer]:  # fmt: skip
        assert on == TODAY
        for done, one in enumerate(asked, 1):
            self.asked.append(one)
            yield answer(one, *self.hits.get(one.names[0].split()[0], ()))
            if progress is not None:
                progress(done, len(asked))


def test_alerts_appear_go_and_change() -> None:
    other, better = replace(HIT, entity="8"), replace(HIT, score=0.99)
    change = compare(answer(ALDER, HIT, other), answer(ALDER, better, replace(HIT, entity="9")))
    assert [hit.entity for hit in change.appeared] == ["9"]
    assert [hit.entity for hit in change.gone] == ["8"]
    assert change.changed == ((HIT, better),)
    assert change.any


def test_what_is_no_alert_does_not_count() -> None:
    below = replace(HIT, entity="8", alert=False)
    assert not compare(answer(ALDER, HIT), answer(ALDER, HIT, below)).any
    fell = compare(answer(ALDER, HIT), answer(ALDER, replace(HIT, alert=False)))
    assert [hit.entity for hit in fell.gone] == ["7"]


@pytest.mark.parametrize("change", [{"paused": True}, {"listed": False}, {"alias": "Alder"},
                                    {"suppressed_until": TODAY}])  # fmt: skip
def test_what_an_entry_is_on_the_day_counts(change: dict[str, object]) -> None:
    later = replace(HIT, **change)  # type: ignore[arg-type]
    assert compare(answer(ALDER, HIT), answer(ALDER, later)).changed == ((HIT, later),)


def test_a_score_that_moves_with_the_list_does_not_count() -> None:
    assert not compare(answer(ALDER, HIT), answer(ALDER, replace(HIT, score=0.90))).any
    assert compare(answer(ALDER, HIT), answer(ALDER, replace(HIT, score=0.80))).any


def test_an_entry_of_which_the_list_says_something_else_counts() -> None:
    then = Held.of("own", [ENTRY, replace(ENTRY, id="8")], NOW)
    now = Held.of("own", [replace(ENTRY, note="moved"), replace(ENTRY, id="9")], NOW)
    found = restated([then], [now])
    assert dict(found) == {("own", "7"): ("note",)}
    assert dict(restated([then], [then])) == dict(restated([], [now])) == {}
    change = compare(answer(ALDER, HIT), answer(ALDER, replace(HIT, score=0.99)), found)
    assert (len(change.changed), change.what) == (1, (("score", "note"),))
    assert next(rows([change]))["what"] == "score note"
    (change,) = rescreen([ALDER], Known(Alder=(HIT,)), Known(Alder=(HIT,)), TODAY, restated=found)
    assert change.any


@pytest.mark.parametrize(
    ("other", "part"),
    [
        ({"names": (Name("Alder Ores"), Name("Alder Mines", "alias"))}, "names"),
        ({"kind": "other"}, "kind"), ({"countries": ("GB",)}, "countries"),
        ({"dates": ("1990",)}, "dates"), ({"paused_from": TODAY}, "days"),
        ({"identifiers": (Identifier("lei", "1"),)}, "identifiers"),
        ({"addresses": ("1 Ore Road",)}, "addresses"), ({"programmes": ("P",)}, "programmes"),
    ],
)  # fmt: skip
def test_what_the_list_says_otherwise_is_told(other: dict[str, object], part: str) -> None:
    changed = replace(ENTRY, **other)  # type: ignore[arg-type]
    found = restated([Held.of("own", [ENTRY], NOW)], [Held.of("own", [changed], NOW)])
    assert dict(found) == {("own", "7"): (part,)}
    assert part in PARTS


def test_two_parties_are_not_compared() -> None:
    with pytest.raises(ValueError, match="two parties"):
        compare(answer(ALDER), answer(BIRCH))


def test_each_party_is_screened_once_on_either_side() -> None:
    before, now, told = Known(), Known(Alder=(HIT,)), list[tuple[int, int]]()
    asked = [BIRCH, ALDER, BIRCH, ALDER]
    changes = rescreen(asked, before, now, TODAY, progress=lambda done, of: told.append((done, of)))
    assert before.asked == now.asked == [BIRCH, ALDER]
    assert [one.now.asked for one in changes] == asked
    assert [one.any for one in changes] == [False, True, False, True]
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_rows_and_the_document_tell_whose_alert_and_why() -> None:
    changes = rescreen([BIRCH, ALDER], Known(Birch=(HIT,)), Known(Alder=(HIT,)), TODAY)
    found = list(rows(changes))
    assert [(one["row"], one["change"], one["result"]) for one in found] == [
        (1, "gone", "no_candidate"), (2, "appeared", "alert"),
    ]  # fmt: skip
    assert (found[0]["score_before"], found[0]["score"]) == (0.91, None)
    assert document(changes, (), ())["changes"] == found


def test_a_result_that_changed_alone_has_a_row() -> None:
    stale = replace(answer(ALDER), result="not_screened")
    (one,) = rows([compare(answer(ALDER), stale)])
    assert (one["change"], one["list"], one["result"]) == ("result", None, "not_screened")

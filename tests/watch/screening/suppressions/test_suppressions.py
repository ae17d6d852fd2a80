from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from monazite.errors import InputError, MonaziteError
from monazite.watch.screening.entity import Entity, Identifier, Name
from monazite.watch.screening.lists.held import Held
from monazite.watch.screening.party import Asked
from monazite.watch.screening.suppressions.fingerprint import fingerprint
from monazite.watch.screening.suppressions.store import Suppressions
from support.watch_lists import NOW, TODAY

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = Entity("own", "7", "person", (Name("Wang Wei"),), ("CN",))
ASKED = Asked(("Wang Wei",), "person", ("SG",))
UNTIL = date(2027, 3, 1)
SAID: dict[str, Any] = {"until": UNTIL, "evidence": "Other date of birth", "by": "J. Chen"}


def held(*entities: Entity) -> list[Held]:
    return [Held.of("own", entities, NOW)]


@pytest.fixture
def store(tmp_path: Path) -> Suppressions:
    """With one pair set aside."""
    made = Suppressions(tmp_path, held(ENTRY))
    made.add(ASKED, "own", "7", at=NOW, **SAID)
    return made


def again(store: Suppressions, *entities: Entity) -> Suppressions:
    """What another process reads, over these entries."""
    return Suppressions(store.directory, held(*entities))


def test_a_pair_holds_until_its_last_day(store: Suppressions) -> None:
    for one in (store, again(store, ENTRY)):
        assert one.until(ASKED, "own", "7", TODAY) == UNTIL
        assert one.until(ASKED, "own", "7", UNTIL) == UNTIL
        assert one.until(ASKED, "own", "7", UNTIL + timedelta(days=1)) is None


def test_it_is_of_this_party_and_this_entry_alone(store: Suppressions) -> None:
    assert store.until(ASKED, "own", "8", TODAY) is None
    assert store.until(ASKED, "other", "7", TODAY) is None
    for asked in (
        Asked(("Wang Wei", "王伟"), "person", ("SG",)),
        Asked(("Wang Wei",), "person", ("CN",)),
        Asked(("Wang Wei",), "person", ("SG",), ("1990",)),
        Asked(("Wang Wei",), "person", ("SG",), (), (Identifier("passport", "E1"),)),
    ):
        assert store.until(asked, "own", "7", TODAY) is None


def test_it_falls_away_when_the_list_says_something_else(store: Suppressions) -> None:
    changed = Entity("own", "7", "person", (Name("Wang Wei"), Name("W. Wang", "alias")), ("CN",))
    assert again(store, changed).until(ASKED, "own", "7", TODAY) is None
    assert again(store).until(ASKED, "own", "7", TODAY) is None
    assert again(store, ENTRY).until(ASKED, "own", "7", TODAY) == UNTIL


def test_the_last_word_on_a_pair_counts(store: Suppressions) -> None:
    later = UNTIL + timedelta(days=60)
    store.add(ASKED, "own", "7", at=NOW, **(SAID | {"until": later}))
    assert again(store, ENTRY).until(ASKED, "own", "7", TODAY) == later
    assert len(store.all()) == 2


def test_what_is_withdrawn_does_not_hold(store: Suppressions) -> None:
    (one,) = store.all()
    store.withdraw(one.id, why="the passport was false", by="L. Wu", at=NOW)
    for each in (store, again(store, ENTRY)):
        assert each.until(ASKED, "own", "7", TODAY) is None
        assert each.all() == ()
    with pytest.raises(InputError, match="there is no suppression"):
        store.withdraw(one.id, why="", by="L. Wu", at=NOW)


def test_nothing_is_ever_taken_out_of_the_file(store: Suppressions, tmp_path: Path) -> None:
    before = (tmp_path / "suppressions.jsonl").read_bytes()
    store.withdraw(store.all()[0].id, why="", by="L. Wu", at=NOW)
    assert (tmp_path / "suppressions.jsonl").read_bytes().startswith(before)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"until": TODAY - timedelta(days=1)}, "until"),
        ({"until": TODAY + timedelta(days=367)}, "until"),
        ({"evidence": " no "}, "evidence"),
        ({"by": " "}, "by"),
        ({"list_": "ofac"}, "list"),
        ({"entity": "8"}, "entity"),
    ],
)
def test_what_is_not_complete_is_refused(
    tmp_path: Path, change: dict[str, Any], field: str
) -> None:
    store = Suppressions(tmp_path, held(ENTRY))
    asked: dict[str, Any] = {"asked": ASKED, "list_": "own", "entity": "7", "at": NOW}
    asked |= SAID | change
    with pytest.raises(InputError) as caught:
        store.add(**asked)
    assert caught.value.field == field
    assert not (tmp_path / "suppressions.jsonl").exists()


def test_a_damaged_line_is_never_passed_over(store: Suppressions, tmp_path: Path) -> None:
    with (tmp_path / "suppressions.jsonl").open("a") as file:
        file.write('{"asked": "x"}\n')
    with pytest.raises(MonaziteError, match="line 2"):
        again(store, ENTRY)


def test_a_fingerprint_knows_no_case_width_order_or_class() -> None:
    one = Asked(("Wang  Wei", "王伟"), "person", ("SG", "CN"))
    other = Asked(("王伟", "ＷＡＮＧ wei"), None, ("CN", "SG"))
    assert fingerprint(one) == fingerprint(other)
    assert fingerprint(one) != fingerprint(Asked(("Wang Wei",), "person", ("SG", "CN")))

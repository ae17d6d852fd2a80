from __future__ import annotations

from contextlib import closing
from threading import Event, get_ident
from typing import TYPE_CHECKING, Any

import pytest

from monazite.shock.sweeps.computing import Stopped
from monazite.shock.sweeps.places import local

if TYPE_CHECKING:
    from collections.abc import Callable


def test_every_task_is_computed_once_and_few_are_asked_for_ahead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []

    def tasks() -> Any:
        for number in range(40):
            asked.append(number)
            yield number

    monkeypatch.setattr(local, "compute", lambda task, _: b"%d" % task)
    found: dict[Any, Any] = {}
    for task, data in local.computed(tasks(), 3):
        assert len(asked) <= len(found) + 1 + 2 * 3
        found[task] = data
    assert found == {number: b"%d" % number for number in range(40)}


def test_it_is_done_on_other_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "compute", lambda *_: str(get_ident()).encode())
    found = {data for _, data in local.computed(list(range(8)), 2)}  # type: ignore[arg-type]
    assert str(get_ident()).encode() not in found
    assert 1 <= len(found) <= 2


def test_what_is_under_way_is_called_off_where_the_caller_leaves(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun, ended = Event(), Event()

    def compute(task: int, stopped: Callable[[], bool]) -> bytes:
        if task == 0:
            assert begun.wait(30)
            return b"first"
        begun.set()
        while not stopped():
            pass
        ended.set()
        raise Stopped

    monkeypatch.setattr(local, "compute", compute)
    with closing(local.computed(list(range(9)), 2)) as chunks:  # type: ignore[arg-type]
        found: Any = next(chunks)
        assert found == (0, b"first")
        assert not ended.is_set()
    assert ended.is_set()


def test_a_defect_is_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    def compute(*_: Any) -> bytes:
        raise RuntimeError("a defect")

    monkeypatch.setattr(local, "compute", compute)
    with pytest.raises(RuntimeError, match="a defect"):
        list(local.computed(list(range(3)), 2))  # type: ignore[arg-type]

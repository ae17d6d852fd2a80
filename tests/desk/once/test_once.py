from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from django.db import connection, transaction

from monazite.desk.once.models import Answer
from monazite.desk.once.services import KeyReused, once
from monazite.errors import InputError
from support.offices import firm, person

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.desk.people.models import Person

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def somebody() -> Person:
    with transaction.atomic():
        return person(firm("exporter", "A"), "preparer")


def counted(calls: list[int]) -> Callable[[], tuple[int, str]]:
    def perform() -> tuple[int, str]:
        calls.append(1)
        return 201, f'{{"call": {len(calls)}}}'

    return perform


def test_a_replay_gets_the_first_answer_and_nothing_is_done_again(somebody: Person) -> None:
    calls: list[int] = []
    first = once(somebody, "k1", b"request", counted(calls))
    assert once(somebody, "k1", b"request", counted(calls)) == first == (201, '{"call": 1}')
    assert len(calls) == 1


def test_the_same_key_for_another_request_is_refused(somebody: Person) -> None:
    calls: list[int] = []
    once(somebody, "k1", b"request", counted(calls))
    with pytest.raises(KeyReused):
        once(somebody, "k1", b"other", counted(calls))
    assert len(calls) == 1


def test_a_key_belongs_to_a_person(somebody: Person) -> None:
    calls: list[int] = []
    other = person(somebody.organisation, "signatory")
    once(somebody, "k1", b"request", counted(calls))
    once(other, "k1", b"other", counted(calls))
    assert len(calls) == 2


def test_what_failed_may_be_tried_again_with_the_same_key(somebody: Person) -> None:
    def fails() -> tuple[int, str]:
        raise RuntimeError("the plug was pulled")

    with pytest.raises(RuntimeError):
        once(somebody, "k1", b"request", fails)
    assert not Answer.objects.exists()
    calls: list[int] = []
    assert once(somebody, "k1", b"request", counted(calls))[0] == 201


@pytest.mark.parametrize("key", ["", "x" * 101, "line\nbreak", "密钥"])
def test_a_key_is_short_plain_text(somebody: Person, key: str) -> None:
    with pytest.raises(InputError, match="Idempotency-Key"):
        once(somebody, key, b"request", counted([]))


def test_eight_who_click_at_once_do_the_work_once(somebody: Person) -> None:
    calls: list[int] = []
    answers: list[tuple[int, str]] = []
    ready = threading.Barrier(8)

    def click() -> None:
        try:
            ready.wait()
            answers.append(once(somebody, "k1", b"request", counted(calls)))
        finally:
            connection.close()

    threads = [threading.Thread(target=click) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert calls == [1]
    assert answers == [(201, '{"call": 1}')] * 8

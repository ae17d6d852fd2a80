from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import RequestFactory
from django.utils import timezone

from monazite.desk.people import throttle
from monazite.desk.people.models import Attempt
from monazite.desk.people.throttle import Counter, TooMany

COUNTER = Counter("account:test", 5)


def _tried(_: object = None) -> bool:
    try:
        throttle.take(COUNTER)
    except TooMany:
        return False
    finally:
        connection.close()
    return True


@pytest.mark.django_db
def test_five_tries_are_free_then_one_waits() -> None:
    for _ in range(5):
        throttle.take(COUNTER)
    with pytest.raises(TooMany) as caught:
        throttle.take(COUNTER)
    assert timedelta(0) < caught.value.until - timezone.now() <= timedelta(seconds=2)


@pytest.mark.parametrize(
    ("failures", "seconds"), [(0, 0), (4, 0), (5, 2), (6, 4), (9, 32), (40, 900), (10_000, 900)]
)
def test_the_wait_doubles_up_to_a_quarter_of_an_hour(failures: int, seconds: int) -> None:
    assert throttle.wait_after(failures, 5) == timedelta(seconds=seconds)


@pytest.mark.django_db
def test_a_try_that_is_not_looked_at_does_not_lengthen_the_wait() -> None:
    for _ in range(5):
        throttle.take(COUNTER)
    for _ in range(20):
        with pytest.raises(TooMany):
            throttle.take(COUNTER)
    assert Attempt.objects.get(key=COUNTER.key).failures == 5


@pytest.mark.django_db
def test_after_the_wait_one_more_try_is_looked_at() -> None:
    for _ in range(5):
        throttle.take(COUNTER)
    Attempt.objects.update(last_at=timezone.now() - timedelta(seconds=3))
    throttle.take(COUNTER)
    with pytest.raises(TooMany):
        throttle.take(COUNTER)


@pytest.mark.django_db
def test_success_ends_the_own_count_and_takes_one_from_the_shared() -> None:
    shared = Counter("address:test", 30)
    throttle.take(COUNTER, shared)
    throttle.take(COUNTER, shared)
    throttle.succeed(COUNTER, shared)
    assert dict(Attempt.objects.values_list("key", "failures")) == {shared.key: 1}


@pytest.mark.django_db
def test_after_a_day_the_count_begins_anew_and_old_rows_go() -> None:
    Attempt.objects.create(
        key=COUNTER.key, failures=99, last_at=timezone.now() - timedelta(hours=25)
    )
    throttle.take(COUNTER)
    assert Attempt.objects.get().failures == 1
    Attempt.objects.update(last_at=timezone.now() - timedelta(hours=25))
    assert throttle.forget() == 1


@pytest.mark.django_db(transaction=True)
def test_eight_threads_get_no_more_guesses_than_one() -> None:
    with ThreadPoolExecutor(8) as pool:
        looked_at = sum(pool.map(_tried, range(64)))
    assert looked_at == 5


@pytest.mark.parametrize(
    ("proxies", "meta", "expected"),
    [
        (0, {"REMOTE_ADDR": "192.0.2.1", "HTTP_X_FORWARDED_FOR": "198.51.100.9"}, "192.0.2.1"),
        (1, {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "6.6.6.6, 198.51.100.9"}, "198.51.100.9"),
        (2, {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "6.6.6.6, 198.51.100.9, 10.0.0.1"}, "198.51.100.9"),
        (1, {"REMOTE_ADDR": "192.0.2.1"}, "192.0.2.1"),
        (0, {"REMOTE_ADDR": "2001:db8:1:2:3:4:5:6"}, "2001:db8:1:2::/64"),
        (0, {"REMOTE_ADDR": ""}, "unknown"),
    ],
)  # fmt: skip
def test_the_address_is_what_a_proxy_of_ours_saw(
    settings: Any, proxies: int, meta: dict[str, str], expected: str
) -> None:
    settings.PROXIES = proxies
    assert throttle.address(RequestFactory().get("/", **meta)).key == f"address:{expected}"  # type: ignore[arg-type]

"""Sixteen clients on one line and on two hundred: never one unit over, none lost, replays alike."""

from __future__ import annotations

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

import pytest
from django.db import connection

from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import Who
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.licences import services
from monazite.desk.licences.accounts import account_of, balance_of, dated
from monazite.desk.licences.models import LicenceLine
from monazite.ledger.movements import balance
from support.at_gate import licensed
from support.licences import more_lines
from support.offices import person, world

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from pytest_django import Settings

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

CLIENTS = 16
GATE = Who(None, "api")
NOTHING = Decimal()


class Message(NamedTuple):
    line: uuid.UUID
    quantity: int
    ident: str


def granted(most: int) -> dict[str, object]:
    return {"uses_max": None, "controlled_by": "quantity", "quantity": Decimal(most)}


def at_once(messages: Sequence[Message], day: date) -> list[tuple[Message, int | str]]:
    """Each message by one of sixteen clients; the key of its movement, or the code of a refusal."""

    def one(message: Message) -> tuple[Message, int | str]:
        try:
            quantity = Decimal(message.quantity)
            made = services.reserve(message.line, quantity, NOTHING, day, message.ident, GATE)
        except Refused as refused:
            return message, refused.code
        finally:
            connection.close()
        return message, made.pk

    with ThreadPoolExecutor(CLIENTS) as pool:
        return list(pool.map(one, messages))


def held(lines: Sequence[uuid.UUID], tmp_path: Path) -> Counter[uuid.UUID]:
    """What is set aside by line, after row, entries and chains were found to agree."""
    found: Counter[uuid.UUID] = Counter()
    for line in LicenceLine.objects.filter(pk__in=lines):
        assert balance_of(line) == balance(account_of(line), dated(line))
        assert line.reserved_quantity <= line.quantity
        found[line.pk] = int(line.reserved_quantity)
    faults = [
        (each.code, each.values.get("kind")) for each in prove(tmp_path, PublicKeys(())).findings
    ]
    assert set(faults) <= {("row_untold", "licence")}  # lines that no licence's event told
    return found


def test_one_hot_line_of_a_thousand(settings: Settings, tmp_path: Path) -> None:
    settings.PAPERS_ROOT = tmp_path / "papers"
    line = licensed(world(), "general", **granted(1000)).lines.select_related("licence").get()
    messages = [Message(line.pk, 1, f"m{n}") for n in range(1100)] * 2
    random.Random(5).shuffle(messages)
    answers = at_once(messages, line.licence.valid_from)
    assert held([line.pk], tmp_path) == {line.pk: 1000}
    made = {message.ident: answer for message, answer in answers if isinstance(answer, int)}
    assert len(made) == 1000
    refused = {answer for _, answer in answers if isinstance(answer, str)}
    assert refused == {"licence_not_usable.exhausted"}
    # Who was answered once with a movement is never answered otherwise; who was refused may come
    # again, and is refused again: nothing was given back.
    by_message: dict[str, set[int | str]] = {}
    for message, answer in answers:
        by_message.setdefault(message.ident, set()).add(answer)
    assert all(len(said) == 1 for said in by_message.values())


def test_two_hundred_lines(settings: Settings, tmp_path: Path) -> None:
    settings.PAPERS_ROOT = tmp_path / "papers"
    first = licensed(world(), "general", **granted(20)).lines.select_related("licence").get()
    lines = more_lines(first, 200)
    rng = random.Random(7)
    messages = [Message(rng.choice(lines), rng.randint(1, 3), f"m{n}") for n in range(2000)]
    messages += rng.sample(messages, 500)
    answers = at_once(messages, first.licence.valid_from)
    expected: Counter[uuid.UUID] = Counter(dict.fromkeys(lines, 0))
    given: dict[str, int | str] = {}
    for message, answer in answers:
        if isinstance(answer, int) and message.ident not in given:
            expected[message.line] += message.quantity
        given.setdefault(message.ident, answer)
    assert held(lines, tmp_path) == expected
    assert sum(expected.values()) > 2000
    for message, answer in answers:
        if isinstance(given[message.ident], int):
            assert answer == given[message.ident]


def test_reserve_post_and_void_of_many_clients_lose_nothing(
    settings: Settings, tmp_path: Path
) -> None:
    settings.PAPERS_ROOT = tmp_path / "papers"
    line = licensed(world(), "general", **granted(1000)).lines.select_related("licence").get()
    day = line.licence.valid_from

    def one(n: int) -> str:
        try:
            services.reserve(line.pk, Decimal(3), NOTHING, day, f"{n}/reserve", GATE)
            end = services.post if n % 2 else services.void
            end(line.pk, Decimal(3), NOTHING, day, f"{n}/end", GATE)
        except Refused:
            return "refused"
        finally:
            connection.close()
        return "posted" if n % 2 else "voided"

    with ThreadPoolExecutor(CLIENTS) as pool:
        done = Counter(pool.map(one, range(600)))
    now = LicenceLine.objects.get(pk=line.pk)
    assert (int(now.reserved_quantity), int(now.used_quantity)) == (0, 3 * done["posted"])
    assert now.uses == done["posted"]
    assert done["refused"] == 0
    assert held([line.pk], tmp_path) == {line.pk: 0}


def test_a_suspension_gets_through_while_sixteen_move_the_line(
    settings: Settings, tmp_path: Path
) -> None:
    settings.PAPERS_ROOT = tmp_path / "papers"
    w = world()
    line = licensed(w, "general", **granted(100_000)).lines.select_related("licence").get()
    officer = person(w.licensing, "licensing_officer")
    order = services.propose_order(officer, line.licence_id, "suspend", ["end_use"], "Why.", "page")
    stopped = False

    def one(n: int) -> bool:
        nonlocal stopped
        try:
            if n == 50:
                services.sign_order(w.chief, order.pk, "page")
                stopped = True
            elif n > 50 and stopped:
                return False
            else:
                services.reserve(
                    line.pk, Decimal(1), NOTHING, line.licence.valid_from, str(n), GATE
                )
        except Refused:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(one, range(2000)))
    assert stopped
    with pytest.raises(Refused, match="suspended"):
        services.reserve(line.pk, Decimal(1), NOTHING, line.licence.valid_from, "after", GATE)
    assert prove(tmp_path, PublicKeys(())).whole

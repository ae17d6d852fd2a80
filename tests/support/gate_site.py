"""A site at the gate in processes that die, and declarants who go on with the same references."""

from __future__ import annotations

import http.client
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from monazite.desk.running.serve import free_port
from support.desk_process import run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SCRIPT = "from monazite.cli.main import run; raise SystemExit(run())"
_OWN = ("MONAZITE_", "DJANGO_", "DATABASE_URL")
_DONE = {201, 422}
_LARGEST = 5
_WORLD = (
    f"sys_path = {str(Path(__file__).parent.parent)!r}\n"
    """
import sys; sys.path.insert(0, sys_path)
import json
from decimal import Decimal
from django.db import transaction
from monazite.desk.people.services.tokens import make_token
from support.at_gate import declared, gate, licensed
count, quantity = int(sys.argv[1]), Decimal(sys.argv[2])
g = gate(quantity=quantity)
every = [g.licence, *(licensed(g.w, "general", quantity=quantity) for _ in range(count - 1))]
scopes = ["declarations:read", "declarations:write"]
_, secret = make_token(g.declarant, "cli", "declarant", scopes)
print(json.dumps({"token": secret, "documents": [declared(each) for each in every]}))
"""
)
_BOOKS = """
import json
from django.conf import settings
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.gate.models import Declaration
from monazite.desk.licences.models import LicenceLine, Movement
lines = {
    line.licence.number: [str(line.reserved_quantity), line.uses]
    for line in LicenceLine.objects.select_related("licence")
}
print(json.dumps({
    "lines": lines,
    "declarations": dict(Declaration.objects.values_list("reference", "state")),
    "reserved": Movement.objects.filter(kind="reserve").count(),
    "whole": prove(settings.HOME / "checkpoints", PublicKeys(())).whole,
}))
"""


@dataclass
class Site:
    """`monazite desk serve` on a home of its own; database: its address, None for SQLite."""

    home: Path
    database: str | None
    port: int = 0
    process: subprocess.Popen[bytes] | None = None

    def world(self, lines: int, quantity: int) -> dict[str, Any]:
        """A declarant's token, and a declaration for each of so many licences of that quantity."""
        init = self._command("init", "--home", self.home)
        subprocess.run(init, env=self._environment(), check=True, stdout=subprocess.DEVNULL)
        made = run(self.home, _WORLD, lines, quantity, database=self.database, migrated=False)
        found: dict[str, Any] = json.loads(made)
        return found

    def books(self) -> dict[str, Any]:
        """What the database says in the end, and whether its record is proven."""
        found: dict[str, Any] = json.loads(
            run(self.home, _BOOKS, database=self.database, migrated=False)
        )
        return found

    def start(self) -> None:
        """Serve, in a group of processes of its own."""
        # Below the ports that a system gives to connections of its own.
        self.port = self.port or free_port("127.0.0.1", random.randint(20_000, 32_000))
        command = self._command("serve", "--home", self.home, "--insecure", "--port", self.port)
        self.process = subprocess.Popen(
            command, env=self._environment(), start_new_session=True, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip

    @staticmethod
    def _command(*words: object) -> list[str]:
        return [sys.executable, "-c", _SCRIPT, "desk", *map(str, words)]

    def _environment(self) -> dict[str, str]:
        env = {name: value for name, value in os.environ.items() if not name.startswith(_OWN)}
        return env | ({"DATABASE_URL": self.database} if self.database else {})

    def kill(self) -> None:
        """`kill -9` of the server and of every process of it."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    @contextmanager
    def running(self) -> Iterator[None]:
        """Served until the end, however often it is killed between."""
        self.start()
        try:
            yield
        finally:
            self.kill()


@dataclass
class Declarants:
    """Programs that lodge so many declarations at once, each until it is answered.

    answers: by reference, the first answer as (state, quantity, licence); differing: references
    that were answered otherwise when they were sent again.
    """

    site: Site
    token: str
    documents: list[dict[str, Any]]
    count: int
    seed: int
    answers: dict[str, tuple[str, int, str]] = field(default_factory=dict)
    differing: list[str] = field(default_factory=list)
    failed: list[tuple[int, str]] = field(default_factory=list)
    again: int = 0
    """How often something had to be sent again."""
    _next: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def lodge(self, at_once: int, between: Callable[[Declarants], None]) -> None:
        """Lodge all of them by so many programs; `between` runs meanwhile."""
        threads = [threading.Thread(target=self._declarant) for _ in range(at_once)]
        for thread in threads:
            thread.start()
        between(self)
        for thread in threads:
            thread.join()

    def wait_for(self, share: float) -> None:
        """Until that share of all is answered."""
        while len(self.answers) < self.count * share and not self.failed:
            time.sleep(0.01)

    def _declarant(self) -> None:
        while (number := self._taken()) is not None and not self.failed:
            # What is sent is drawn from the number alone: the same reference, the same declaration.
            chance = random.Random(f"{self.seed}/{number}")
            document = json.loads(json.dumps(chance.choice(self.documents)))
            quantity = chance.randint(1, _LARGEST)
            document["reference"] = f"R-{number:06}"
            document["items"][0] |= {"quantity": str(quantity), "mass_kg": str(quantity)}
            document["items"][0]["value"] = str(quantity * 70)
            state = self._answered(document)
            licence = document["items"][0]["licences"][0]
            self.answers[document["reference"]] = (state, quantity, licence)
            if chance.random() < 0.05 and self._answered(document) != state:
                self.differing.append(document["reference"])

    def _taken(self) -> int | None:
        with self._lock:
            self._next += 1
            return self._next if self._next <= self.count else None

    def _answered(self, document: dict[str, Any]) -> str:
        """The declaration's state as it was answered; sent again for as long as nobody does."""
        until = time.monotonic() + 120
        while time.monotonic() < until:
            try:
                status, body = self._sent(document)
            except (OSError, http.client.HTTPException):
                status, body = 0, ""
            if status in _DONE:
                return str(json.loads(body)["state"]) if status == 201 else body
            if status and status < 500 and status != 409:
                break
            self.again += 1
            time.sleep(0.05)
        self.failed.append((status, body[:500]))
        return ""

    def _sent(self, document: dict[str, Any]) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=30)
        try:
            headers = {
                "Authorization": f"Bearer {self.token}",
                "Content-Type": "application/json",
            }
            body = json.dumps(document)
            connection.request("POST", "/api/v1/declarations", body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()


def hold(declarants: Declarants, books: dict[str, Any], quantity: int) -> None:
    """The ledger is what the declarants were told: not a unit more, not one less."""
    assert not declarants.failed
    assert not declarants.differing
    assert len(declarants.answers) == declarants.count
    told = {reference: state for reference, (state, _, _) in declarants.answers.items()}
    assert books["declarations"] == told
    cleared = [each for each in declarants.answers.values() if each[0] == "cleared"]
    for number, (reserved, uses) in books["lines"].items():
        own = [asked for _, asked, licence in cleared if licence == number]
        assert (Decimal(reserved), uses) == (Decimal(sum(own)), len(own))
        assert quantity - _LARGEST < sum(own) <= quantity, "what was left would have fitted"
    assert books["reserved"] == len(cleared)
    assert books["whole"]

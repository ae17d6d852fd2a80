"""A complete clearance over HTTP, against a reserve of one statement served by the same site.

`monazite desk serve` on PostgreSQL with its own defaults (fsync on), beside the senders. A
clearance is a declaration lodged by program: token, ruling, licence check, reserve, rows, events,
answer. The rival (`clearance_urls.py`) has the same middleware, token and JSON both ways, and one
conditional UPDATE of a copy of the lines that has no triggers. Both spread over as many licences.
"""

from __future__ import annotations

import itertools
import json
import os
import socket
import subprocess
import sys
import time
from contextlib import suppress
from decimal import Decimal
from statistics import quantiles
from typing import TYPE_CHECKING, Any

from benchmarks.clearance_load import Sent, closed, opened, request
from benchmarks.desk_filing import start
from benchmarks.desk_ledger import COPY
from benchmarks.measuring import ROOT, Result, in_turn, median, report, spread

if TYPE_CHECKING:
    from collections.abc import Iterator

_LICENCES, _SENDERS, _SECONDS, _TIMES, _OPEN_SECONDS = 20, 8, 4.0, 5, 10.0
_SHARE, _P99_MS = 0.4, 60
_GRANTED = Decimal(10**9)
_PORT = 18_731
_SERVE = """
import sys
import django
django.setup()
from monazite.desk.running.serve import Serving, serve
serve(Serving(port=int(sys.argv[1]), workers=2, quiet=True))
"""
_READY_SECONDS = 60


def _world() -> tuple[str, list[dict[str, Any]], list[str]]:
    """A declarant's token, a declaration for each licence, the keys of their lines."""
    from django.core.management import call_command
    from django.db import connection

    from monazite.desk.licences.models import LicenceLine
    from monazite.desk.people.services.tokens import make_token
    from monazite.desk.running import keys
    from support.at_gate import declared, gate, licensed

    call_command("migrate", verbosity=0)
    keys.make()
    g = gate(quantity=_GRANTED)
    every = [g.licence]
    every += [licensed(g.w, "general", quantity=_GRANTED) for _ in range(_LICENCES - 1)]
    _, token = make_token(g.declarant, "cli", "declarant", ["declarations:write"])
    with connection.cursor() as cursor:
        cursor.execute(COPY)
    lines = LicenceLine.objects.filter(licence__in=every).values_list("pk", flat=True)
    return token, [declared(each) for each in every], [str(line) for line in lines]


def _declarations(token: str, documents: list[dict[str, Any]]) -> Iterator[bytes]:
    for number, document in enumerate(itertools.cycle(documents)):
        document["reference"] = f"B-{number}"
        document["items"][0] |= {"quantity": "1", "mass_kg": "1", "value": "70"}
        yield request("/api/v1/declarations", token, json.dumps(document).encode())


def _reserves(token: str, lines: list[str]) -> Iterator[bytes]:
    for line in itertools.cycle(lines):
        body = json.dumps({"line": line, "quantity": "1"}).encode()
        yield request("/api/v1/bare-reserve", token, body)


def _served() -> subprocess.Popen[bytes]:
    """The site in processes of its own; it answers before this returns."""
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "benchmarks.clearance_site", "MONAZITE_INSECURE": "1",
        "MONAZITE_HOSTS": "127.0.0.1",
    }  # fmt: skip
    site = subprocess.Popen([sys.executable, "-c", _SERVE, str(_PORT)], cwd=ROOT, env=env)
    until = time.monotonic() + _READY_SECONDS
    while time.monotonic() < until:
        with suppress(OSError), socket.create_connection(("127.0.0.1", _PORT)):
            return site
        time.sleep(0.1)
    site.kill()
    raise RuntimeError("the site does not answer")


def measure() -> list[Result]:
    """The cost of a clearance in times the rival's, and its p99 at half its own highest rate."""
    start()
    token, documents, lines = _world()
    declarations, reserves = _declarations(token, documents), _reserves(token, lines)
    site = _served()
    try:
        closed(_PORT, declarations, _SENDERS, _SECONDS)  # each process loads the law once
        bare, ours = in_turn(
            _TIMES,
            lambda: closed(_PORT, reserves, _SENDERS, _SECONDS).rate,
            lambda: closed(_PORT, declarations, _SENDERS, _SECONDS).rate,
        )  # fmt: skip
        half = opened(_PORT, declarations, median(ours) / 2, _OPEN_SECONDS)
    finally:
        site.terminate()
        site.wait()
    return [_share(bare, ours), _late(half)]


def _share(bare: list[float], ours: list[float]) -> Result:
    share = median(ours) / median(bare)
    return Result(
        "clearance over HTTP", 1 / share, "×", 1 / _SHARE,
        ratio=f"{share:.0%} of a reserve of one statement",
        notes=(
            (
                f"{median(ours):,.0f}/s ({spread(ours, '/s')}), reserve {median(bare):,.0f}/s "
                f"({spread(bare, '/s')}); 2 workers, {_SENDERS} senders"
            ),
        ),
    )  # fmt: skip


def _late(half: Sent) -> Result:
    cuts = quantiles([1000 * each for each in half.seconds], n=100)
    return Result(
        "clearance over HTTP, p99 at half its rate", cuts[98], "ms", _P99_MS,
        ratio=f"median {cuts[49]:.1f} ms",
        notes=(f"open load of {half.rate:,.0f}/s, {len(half.seconds):,} declarations",),
    )  # fmt: skip


if __name__ == "__main__":
    report(measure)

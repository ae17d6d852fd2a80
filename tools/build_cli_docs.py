"""Write docs/reference/cli.md from what `--help` says, or with --check say whether it is stale."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from monazite.cli.main import app, run
from paged import paged

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "cli.md"
_WIDTH = "88"
_HEAD = """# The command line

<!-- Written by tools/build_cli_docs.py from --help: edit the help, then run it. -->

Every command that answers takes `--json` (one JSON document on stdout, nothing else) and all take
`--lang en` or `--lang zh`. Ids, codes and JSON keys are the same in both languages. Days are
written `YYYY-MM-DD`; countries as ISO2, ISO3 or name.

| exit code | meaning |
|---|---|
| 0 | an answer was given, "undetermined" included |
| 1 | a defect of Monazite or of its data; `law check` found an error |
| 1 | `respond`: what must be kept cannot be; the plan that comes nearest is printed |
| 1 | `desk precheck`: it would come back; `desk verify`, `restore`: something is broken |
| 2 | input that cannot be used: one message names the field, the value and what is accepted |
| 130 | interrupted |

Under `--json` bad input prints `{"error": {"field", "value", "accepted"}}`.

| environment variable | what it names |
|---|---|
| `MONAZITE_CACHE` | the folder in which the compiled law is kept (default: the user's cache) |
| `MONAZITE_STORE` | the store of flows that `trade` reads and loads into, without `--store` |
| `MONAZITE_TRADE_URL` | the engine that answers over flows, without `--engine` |
| `COMTRADE_API_KEY` | the key of UN Comtrade; it is taken from nowhere else |
| `MONAZITE_HOME` | the folder of the desk's site, without `--home` |
| `DATABASE_URL` | the desk's PostgreSQL, instead of SQLite in its home |

The desk has more of them: [Run a desk](../how-to/run-a-desk.md#settings).

Masses and values under `--json` are numbers with every digit they have; what is not known is
`null`.
"""


def page() -> str:
    """The page: every command with its help, in the order of the help."""
    os.environ |= {"COLUMNS": _WIDTH, "TERMINAL_WIDTH": _WIDTH, "TERM": "dumb", "NO_COLOR": "1"}
    parts = [f"## monazite{_title(path)}\n\n```text\n{_help(path)}\n```" for path in commands()]
    return "\n".join([_HEAD, "\n\n".join(parts), ""])


def commands() -> Iterator[tuple[str, ...]]:
    """The words of every command and group, the command itself first."""
    yield ()
    yield from _below((), typer.main.get_command(app))


def _below(path: tuple[str, ...], group: object) -> Iterator[tuple[str, ...]]:
    if not isinstance(group, typer.core.TyperGroup):
        return
    context = typer.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield (*path, name)
        if isinstance(command, typer.core.TyperGroup):
            yield from _below((*path, name), command)


def _title(path: tuple[str, ...]) -> str:
    return "".join(f" {word}" for word in path)


def _help(path: tuple[str, ...]) -> str:
    printed = io.StringIO()
    # The help names the program as it was called.
    called, sys.argv = sys.argv, ["monazite"]
    with contextlib.redirect_stdout(printed), contextlib.suppress(SystemExit):
        run([*path, "--help"])
    sys.argv = called
    return "\n".join(line.rstrip() for line in printed.getvalue().strip("\n").split("\n"))


if __name__ == "__main__":
    sys.exit(paged(PAGE, page()))

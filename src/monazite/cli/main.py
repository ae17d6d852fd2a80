"""The command `monazite`: one group a file, imported only when it is called."""

from __future__ import annotations

import importlib
import sys
from itertools import pairwise
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from monazite import __version__
from monazite.cli.output import refuse, stop
from monazite.errors import InputError, MonaziteError

# Command → module (its `app`) and the one line of `monazite --help`.
_COMMANDS = {
    "rule": ("monazite.cli.rule", "May this leave, for whom, on that day, and why?"),
    "law": ("monazite.cli.law", "Measures: list, show, status, diff, check, commitments."),
    "trade": ("monazite.cli.trade", "Who supplies whom, indicators, both sides; months, claims."),
    "chain": (
        "monazite.cli.chain",
        "From ore to use, and on whom a country or a firm stands.",
    ),
    "shock": ("monazite.cli.shock", "What happens if: who stops first, when, at what loss."),
    "respond": ("monazite.cli.respond", "What to do about a shock: the best plan for a budget."),
    "leverage": (
        "monazite.cli.leverage",
        "What measures and packages of either side are worth to both.",
    ),
    "watch": (
        "monazite.cli.watch",
        "Who and what looks wrong: names, declarations, patterns, leads.",
    ),
    "brief": ("monazite.cli.brief", "The month on one page: terminal, HTML or JSON."),
    "desk": ("monazite.cli.desk", "Check an application before filing; run the offices' site."),
    "customs": ("monazite.cli.customs", "What stops a declaration at the gate, and its cure."),
    "source": ("monazite.cli.source", "Follow a figure or a finding to its source row."),
}


class _Lazy(TyperGroup):
    """A group whose commands are imported when they are called: a cold start pays for one."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - typer's signature
        """The names of the commands, in the order of the help."""
        return list(_COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | TyperGroup | None:  # noqa: ANN401, ARG002
        """Import the module of a command and give its command."""
        if cmd_name not in _COMMANDS:
            return None
        module, _ = _COMMANDS[cmd_name]
        command = typer.main.get_command(importlib.import_module(module).app)
        command.name = cmd_name
        assert isinstance(command, TyperCommand | TyperGroup)  # noqa: S101 - what typer makes
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in _COMMANDS.items()])


_INTERRUPTED = 130

app = typer.Typer(
    cls=_Lazy,
    help="The control tower for strategic minerals under export control.",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,  # a defect prints no local values and no coloured paths
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"monazite {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Hold the options of the command itself."""


def run(arguments: list[str] | None = None) -> Any:  # noqa: ANN401 - click's result is passed on
    """Run the command line; bad input ends with exit code 2 and one message."""
    words = sys.argv[1:] if arguments is None else arguments
    # Read before the parser: its complaints are in a language too.
    chinese = "--lang=zh" in words or ("--lang", "zh") in pairwise(words)
    lang = "zh" if chinese else "en"
    try:
        return app(words, standalone_mode=False) or 0
    except InputError as error:
        refuse(error, as_json="--json" in words, lang=lang)
    except MonaziteError as error:
        stop(error, as_json="--json" in words)
    except typer.Abort:
        sys.exit(_INTERRUPTED)
    except typer.TyperException as error:
        refuse(_as_input_error(error, lang), as_json="--json" in words, lang=lang)


def _as_input_error(error: typer.TyperException, lang: str) -> InputError:
    """The parser's own complaint (an unknown option, a missing argument) in our words."""
    parameter = getattr(error, "param", None)
    field = getattr(error, "option_name", None) or (parameter.name if parameter else "command")
    from monazite.catalogue.texts import say

    message = getattr(error, "format_message", error.__str__)()
    return InputError(str(field), None, say("error.parser", lang, message=message))

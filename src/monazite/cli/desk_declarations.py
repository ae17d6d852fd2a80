"""`monazite desk declarations`: the site's declarations as a table for `monazite watch train`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from monazite.cli.desk_home import HOME, HomeOption, enter
from monazite.cli.output import JsonOption, Lang, LangOption, console, print_json

if TYPE_CHECKING:
    from monazite.desk.running.declarations import Written


def declarations(
    out: Annotated[Path, typer.Argument(metavar="OUT.csv", help="Where to write it.")],
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help="From this customs day on.")
    ] = None,
    looked: Annotated[
        bool, typer.Option("--looked", help="Only what somebody has looked at, with its outcome.")
    ] = False,
    home: HomeOption = HOME,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Write every item that was declared, with how it ended, for a risk model to learn from.

    The outcome is what customs judged of a challenged item, or whether an officer cleared or
    refused what was held; empty where nobody looked. The file is readable by its owner alone: it
    names firms. The worker scores by the model that lies in `model` of the home.

    Example: monazite desk declarations table.csv, then
    monazite watch train table.csv --label outcome --time date --model desk/model
    """
    from monazite.catalogue.texts import say
    from monazite.cli.trade_progress import Progress
    from monazite.law.dates import parse_day

    first = parse_day(since, "since") if since else None
    enter(home, lang)
    from monazite.desk.running.declarations import write
    from monazite.desk.running.state import require_ready

    require_ready()
    with Progress(lang.value, quiet=json) as progress:
        what = say("desk.cli.declarations.writing", lang.value)
        made = write(out, since=first, looked=looked, progress=lambda n, of: progress(what, n, of))
    if json:
        print_json({"path": str(made.path), "rows": made.rows, "outcomes": made.outcomes})
        return
    _show(made, home, lang.value)


def _show(made: Written, home: Path, lang: str) -> None:
    """What was written, the outcomes that are known, and what to do with it."""
    from monazite.catalogue.texts import say
    from monazite.catalogue.words import visible

    told = {"file": visible(str(made.path)), "rows": f"{made.rows:,}"}
    lines = [say("desk.cli.declarations.written", lang, **told)]
    lines += [f"  {name}  {count:,}" for name, count in made.outcomes.items()]
    if not made.outcomes:
        lines.append(say("desk.cli.declarations.none_known", lang))
    values = {"file": told["file"], "model": visible(str(home / "model"))}
    lines.append(say("desk.cli.declarations.next", lang, **values))
    for line in lines:
        console().print(line, markup=False, highlight=False, soft_wrap=True)

"""`monazite watch dispose`: what somebody who looked into a lead says of it."""

from __future__ import annotations

from typing import Annotated

import typer

from monazite.cli.output import JsonOption, Lang, LangOption, console, print_json
from monazite.cli.watch_inbox_options import HeldOption, now, opened
from monazite.errors import InputError


def dispose(
    lead: Annotated[
        str, typer.Argument(metavar="LEAD", help="The first digits that `watch leads` shows.")
    ],
    outcome: Annotated[
        str,
        typer.Argument(
            metavar="OUTCOME",
            help="unfounded, explained, confirmed, warned, corrected, penalised, referred, "
            "inconclusive; reopen takes an end back.",
        ),
    ],
    inbox: HeldOption,
    by: Annotated[str | None, typer.Option("--by", help="Who answers for it.")] = None,
    evidence: Annotated[
        str | None, typer.Option("--evidence", help="What was seen, in words.")
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--until",
            metavar="DAY",
            help="Up to this day more of the same does not open it again; a new reason does.",
        ),
    ] = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """End a lead with what was seen, or take an end back; nothing that was said is ever lost.

    Example: monazite watch dispose 3f9a1c02b7de explained --inbox inbox --by "Li Na"
    --evidence "The two parcels are samples of one fair; invoices seen"
    """
    from monazite.catalogue.texts import say
    from monazite.cli.watch_leads_document import disposition
    from monazite.law.dates import parse_day
    from monazite.watch.leads.dispositions import REOPEN
    from monazite.watch.leads.fingerprints import SHOWN
    from monazite.watch.leads.item import OPEN

    day = parse_day(until, "until") if until else None
    for option, value in (("by", by), ("evidence", evidence)):
        if not value:
            raise InputError(option, None, f"--{option}")
    item = opened(inbox).dispose(
        lead, outcome, by=by or "", evidence=evidence or "", now=now(), until=day
    )
    if json:
        said = disposition(item.dispositions[-1])
        print_json({"lead": item.fingerprint, "state": item.state, "disposition": said})
        return
    shown = item.fingerprint[:SHOWN]
    if item.state == OPEN:
        line = say("watch.leads.taken_back", lang.value, lead=shown)
    else:
        words = say(f"watch.outcome.{item.outcome}", lang.value)
        line = say("watch.leads.disposed", lang.value, lead=shown, outcome=words)
    before = [one.outcome for one in item.dispositions[:-1] if one.outcome != REOPEN][-1:]
    if before:
        words = say(f"watch.outcome.{before[0]}", lang.value)
        line = f"{line} {say('watch.leads.said_before', lang.value, outcome=words)}"
    console().print(line, markup=False)

"""`monazite customs offline`: a post without its line checks, lets go and brings home."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from monazite.cli.output import JsonOption, Lang, LangOption, print_json
from monazite.errors import InputError

if TYPE_CHECKING:
    from monazite.customs.offline.journal import Exit, Journal
    from monazite.customs.offline.releasing import Answer
    from monazite.customs.offline.snapshot import Snapshot

app = typer.Typer(
    help=(
        "A post that has lost its line: the gate on what the post carries, files alone.\n\n"
        "The customs office takes a snapshot on the desk; the post checks and lets go by it, and "
        "brings its journal home."
    ),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
SnapshotArgument = Annotated[
    Path, typer.Argument(metavar="SNAPSHOT", help="The signed file that the post was given.")
]
DeclarationArgument = Annotated[
    Path, typer.Argument(metavar="DECLARATION", help="One declaration as JSON.")
]
KeyOption = Annotated[
    Path,
    typer.Option("--public-key", metavar="<path>", help="The site's public keys (public.pem)."),
]
JournalOption = Annotated[
    Path,
    typer.Option("--journal", metavar="<path>", help="What this post let go by the snapshot."),
]


@app.command()
def check(
    snapshot: SnapshotArgument,
    declaration: DeclarationArgument,
    public_key: KeyOption,
    journal: JournalOption,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Everything that stops a declaration at this post; nothing is written.

    Exit code 0: it may leave; 1: something stops it; 2: a file cannot be used.

    Example: monazite customs offline check post.json one.json --public-key k.pem --journal j.json
    """
    from monazite.customs.offline.files import journal_of

    given = _snapshot(snapshot, public_key, lang)
    answer = _answer(given, journal_of(journal, given), _document(declaration))
    _tell(given, answer, json=json, lang=lang.value)
    if answer.outcome == "stop":
        raise typer.Exit(1)


@app.command()
def move(
    snapshot: SnapshotArgument,
    declaration: DeclarationArgument,
    public_key: KeyOption,
    journal: JournalOption,
    looked: Annotated[
        str, typer.Option("--looked", metavar="NAME", help="Who looked, where somebody has to.")
    ] = "",
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Let a declaration go and write it into the journal; once, however often it is said.

    Exit code 0: it leaves, or has left; 1: something stops it; 2: a file cannot be used.
    """
    from monazite.customs.offline.files import alone, journal_of, written
    from monazite.customs.offline.releasing import release

    given, document = _snapshot(snapshot, public_key, lang), _document(declaration)
    with alone(journal):
        held = journal_of(journal, given)
        before = next((each for each in held.exits if each.declaration == document), None)
        if before is not None:
            _say_exit(before, "already", json=json, lang=lang.value)
            return
        if held.closed:
            raise InputError("journal", journal, "a journal that was not closed by an export")
        answer = _answer(given, held, document)
        if answer.outcome == "stop" or (answer.outcome == "look" and not looked.strip()):
            _tell(given, answer, json=json, lang=lang.value)
            raise typer.Exit(1)
        made = release(given, held.exits, document, answer, datetime.now(UTC), looked.strip())
        grown = replace(held, head=made.hash(), exits=(*held.exits, made))
        written(journal, grown.data())
    _say_exit(made, "released", json=json, lang=lang.value)


@app.command()
def export(
    snapshot: SnapshotArgument,
    public_key: KeyOption,
    journal: JournalOption,
    out: Annotated[Path, typer.Option("--out", metavar="<path>", help="The file to bring home.")],
    close: Annotated[
        bool, typer.Option("--close", help="This post lets nothing more go by the snapshot.")
    ] = False,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Write the file that is brought home and merged; it may be done as often as one likes."""
    from monazite.catalogue.texts import counted
    from monazite.customs.offline.files import alone, journal_of, written

    given = _snapshot(snapshot, public_key, lang)
    with alone(journal):
        held = journal_of(journal, given)
        if close and not held.closed:
            held = replace(held, closed=True)
            written(journal, held.data())
        written(out, replace(held, exported_at=datetime.now(UTC)).data())
    if json:
        print_json({"file": str(out), "exits": len(held.exits), "closed": held.closed})
        return
    typer.echo(counted("customs.offline.cli.exported", len(held.exits), lang.value, file=out))


def _snapshot(file: Path, public_key: Path, lang: Lang) -> Snapshot:
    from monazite.cli.desk_home import without_extra
    from monazite.customs.offline import snapshot
    from monazite.customs.offline.envelope import opened
    from monazite.customs.offline.files import loaded

    try:
        from monazite.desk.events.signing import PublicKeys
    except ModuleNotFoundError as error:
        without_extra(error, lang)
    try:
        keys = PublicKeys.read(loaded(public_key))
    except ValueError as error:
        raise InputError("public-key", public_key, "a PEM file with Ed25519 public keys") from error
    return snapshot.read(opened(loaded(file), keys.signer))


def _document(file: Path) -> dict[str, Any]:
    import json

    from monazite.customs.offline.files import loaded

    try:
        found = json.loads(loaded(file), parse_float=str)
    except (ValueError, RecursionError) as error:
        raise InputError("declaration", file, "a JSON file with one declaration") from error
    if not isinstance(found, dict):
        raise InputError("declaration", file, "a JSON object: one declaration")
    return found


def _answer(given: Snapshot, held: Journal, document: dict[str, Any]) -> Answer:
    from monazite.customs.offline.releasing import check as checked
    from monazite.customs.regime import rules
    from monazite.law import load

    now = datetime.now(UTC)
    return checked(given, held.exits, document, now, load(), rules(given.regime))


def _tell(given: Snapshot, answer: Answer, *, json: bool, lang: str) -> None:
    """The outcome, the post's own findings and the gate's."""
    from monazite.catalogue.texts import say

    if json:
        own = [each.document(lang) for each in answer.findings]
        print_json({**answer.checked.document(lang), "outcome": answer.outcome, "post": own})
        return
    from monazite.cli.customs_check_view import show
    from monazite.law import load

    zone = load().zone(given.regime) or UTC
    until = f"{given.expires_at.astimezone(zone):%Y-%m-%d %H:%M} ({zone})"
    typer.echo(say("customs.offline.cli.until", lang, post=given.post, until=until))
    show(answer.reference, "customs.offline.cli.day", answer.on, answer.whole(), lang)
    if answer.outcome == "look":
        typer.echo(say("customs.offline.cli.look", lang))


def _say_exit(made: Exit, key: str, *, json: bool, lang: str) -> None:
    from monazite.catalogue.texts import say

    if json:
        print_json({"outcome": key, "number": made.number, "reference": made.reference})
        return
    text = say(f"customs.offline.cli.{key}", lang, reference=made.reference, number=made.number)
    typer.echo(text)

"""`monazite desk init`, `serve`, `demo` and `worker`: the site as a thing that runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from monazite.cli.desk_home import HOME, HomeOption, begin, enter, without_extra
from monazite.cli.output import JsonOption, Lang, LangOption, print_json

Host = Annotated[str, typer.Option("--host", help="Address to listen on.")]
Workers = Annotated[int, typer.Option("--workers", help="Processes that answer.")]


def init(
    home: HomeOption = HOME,
    operator: Annotated[
        str | None, typer.Option(help="E-mail of the first operator, who invites everyone else.")
    ] = None,
    name: Annotated[str, typer.Option(help="The operator's name.")] = "Operator",
    organisation: Annotated[str, typer.Option(help="The operator's office.")] = "Operations",
    country: Annotated[str, typer.Option(help="The office's country.")] = "CN",
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Make a site, or bring one to this version; safe to run again.

    Makes the folder, its secret, the signing key and the database (SQLite in the folder, or the
    PostgreSQL of DATABASE_URL), and gives the first operator a link that works once.

    Example: monazite desk init --home /srv/desk --operator ops@example.org
    """
    made = begin(home, lang)
    from monazite.desk.running.setup import Operator, complete

    asked = Operator(operator, name, organisation, country, lang.value) if operator else None
    done = complete(home_made=made, operator=asked)
    if json:
        print_json(done.document())
        return
    from monazite.cli.desk_view import show_setup

    show_setup(done, lang)


def serve(
    home: HomeOption = HOME,
    host: Host = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help="Port to listen on.")] = 8000,
    workers: Workers = 2,
    insecure: Annotated[
        bool, typer.Option("--insecure", help="Plain HTTP, for a look on this machine alone.")
    ] = False,
    proxies: Annotated[
        int,
        typer.Option(
            "--proxies",
            envvar="MONAZITE_PROXIES",
            min=0,
            max=9,
            help="How many of your web servers stand in front; their X-Forwarded headers count.",
        ),
    ] = 0,
    lang: LangOption = Lang.EN,
) -> None:
    """Serve the site until Ctrl-C; a web server in front of it brings TLS.

    Name the hosts that it answers to in MONAZITE_HOSTS, with commas between. Who calls, and whether
    by TLS, is believed of as many web servers as --proxies says, and of nobody else.

    Example: MONAZITE_HOSTS=desk.example.org monazite desk serve --home /srv/desk --proxies 1
    """
    enter(home, lang, insecure=insecure, proxies=proxies)
    from monazite.cli.desk_view import show_serving
    from monazite.desk.running.serve import Serving, check
    from monazite.desk.running.serve import serve as serve_site

    serving = Serving(host, port, workers)
    check(serving)
    show_serving(serving.address, str(home), lang)
    serve_site(serving)


def demo(
    once: Annotated[
        bool, typer.Option("--once", help="Make the world, fetch Home once over HTTP, and end.")
    ] = False,
    port: Annotated[
        int, typer.Option("--port", help="Port of 127.0.0.1; the next free one if it is taken.")
    ] = 8765,
    home: Annotated[
        Path | None,
        typer.Option(
            "--home", metavar="<path>", help="Keep the world in this folder (default: forget it)."
        ),
    ] = None,
    lang: LangOption = Lang.EN,
) -> None:
    """Serve a made-up world on this machine: firms, offices and applications, until Ctrl-C.

    Signing in is one click, without a password; that exists here alone. Nothing is real, nothing
    leaves this machine, and the database is always SQLite.

    Example: monazite desk demo
    """
    try:
        from monazite.desk.demo.run import run

        run(home, port, lang.value, once=once, tell=typer.echo)
    except ModuleNotFoundError as error:
        without_extra(error, lang)


def worker(
    home: HomeOption = HOME,
    lang: LangOption = Lang.EN,
) -> None:
    """Seal what happened, every minute or 10,000 events, until Ctrl-C; one for a site.

    A seal is signed, and a copy lies in MONAZITE_CHECKPOINTS: best on another disk.

    Example: monazite desk worker --home /srv/desk
    """
    enter(home, lang)
    from monazite.desk.running.state import require_ready
    from monazite.desk.running.worker import run

    require_ready()
    run()

"""`monazite desk organisation`, `person` and `role`: who works on the site."""

from __future__ import annotations

from typing import Annotated

import typer

from monazite.cli.desk_home import HOME, HomeOption, enter
from monazite.cli.output import JsonOption, Lang, LangOption, print_json

organisations = typer.Typer(help="Firms and offices.", no_args_is_help=True, rich_markup_mode=None)
people = typer.Typer(help="People and their links.", no_args_is_help=True, rich_markup_mode=None)
roles = typer.Typer(help="Roles of people.", no_args_is_help=True, rich_markup_mode=None)

Email = Annotated[str, typer.Argument(metavar="EMAIL", help="The e-mail that they sign in with.")]


@organisations.callback()
def _organisations() -> None:
    """Firms and offices."""


@organisations.command("add")
def add_organisation(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its name in Latin letters.")],
    kind: Annotated[str, typer.Option(help="agency, exporter, foreign or operator.")],
    country: Annotated[str, typer.Option(help="Country as code or name.")],
    native: Annotated[str, typer.Option(help="Its name in its own script.")] = "",
    identifier: Annotated[
        str, typer.Option(help="Unified social credit code, LEI or company number.")
    ] = "",
    regime: Annotated[str, typer.Option(help="Of an agency: whose rules it applies (CN).")] = "",
    duty: Annotated[str, typer.Option(help="Of an agency: intake, licensing or reviewing.")] = "",
    home: HomeOption = HOME,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Add a firm or an office.

    Example: monazite desk organisation add "Willow Harbour Magnets" --kind exporter --country CN
    """
    enter(home, lang)
    from monazite.desk.running.accounts import new_organisation

    made = new_organisation(
        kind=kind,
        name=name,
        country=country,
        name_native=native,
        identifier=identifier,
        regime=regime,
        duty=duty,
    )
    _tell("organisation", made, json=json, lang=lang)


@people.callback()
def _people() -> None:
    """People and their links."""


@people.command("add")
def add_person(
    email: Email,
    name: Annotated[str, typer.Option(help="Their name.")],
    organisation: Annotated[str, typer.Option(help="Name or id of their organisation.")],
    role: Annotated[
        list[str] | None, typer.Option(help="A role, as often as needed; `role grant` names them.")
    ] = None,
    language: Annotated[str, typer.Option(help="The language they read: en or zh.")] = "en",
    home: HomeOption = HOME,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Add someone, and print the link at which they set their password.

    The link works once, within 48 hours. The site sends no mail: hand it over yourself.

    Example: monazite desk person add lin@example.org --name "Lin Qing" --organisation "Willow
    Harbour Magnets" --role preparer
    """
    enter(home, lang)
    from monazite.desk.running.accounts import new_person

    made = new_person(organisation, name, email, language, tuple(role or ()))
    _tell("person", made, json=json, lang=lang)


@people.command("link")
def link_person(
    email: Email, home: HomeOption = HOME, json: JsonOption = False, lang: LangOption = Lang.EN
) -> None:
    """Print a new link for someone who has lost a password or a link.

    The password of before ends at once.

    Example: monazite desk person link lin@example.org
    """
    enter(home, lang)
    from monazite.desk.running.accounts import new_link

    _tell("link", new_link(email), json=json, lang=lang)


@roles.callback()
def _roles() -> None:
    """Roles of people."""


@roles.command("grant")
def grant_role(
    email: Email,
    role: Annotated[str, typer.Argument(metavar="ROLE", help="The role that they get.")],
    home: HomeOption = HOME,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Give someone a role of their kind of organisation.

    Of an exporter: preparer, signatory, organisation_admin. Of a foreign firm: partner,
    organisation_admin. Of an agency: intake_officer, licensing_officer, reviewer, chief, auditor,
    organisation_admin. Of the operator: operator.

    Example: monazite desk role grant lin@example.org signatory
    """
    enter(home, lang)
    from monazite.desk.running.accounts import new_role

    _tell("role", new_role(email, role), json=json, lang=lang)


def _tell(
    what: str, made: dict[str, str] | dict[str, str | list[str]], *, json: bool, lang: Lang
) -> None:
    """What was made, as JSON or as a line, with a link on a line of its own."""
    if json:
        print_json(made)
        return
    from monazite.catalogue.texts import say

    typer.echo(say(f"desk.cli.made.{what}", lang, **made))
    if "link" in made:
        typer.echo(f"  {made['link']}")

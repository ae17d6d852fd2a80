"""How the running of the site is told in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from monazite.catalogue.texts import say
from monazite.catalogue.words import visible
from monazite.cli.output import console

if TYPE_CHECKING:
    from monazite.desk.running.setup import Setup


def show_setup(done: Setup, lang: str) -> None:
    """What was made, what was there, and what comes next."""
    screen = console()
    for what, made in done.steps:
        said = "made" if made else "there"
        line = say(f"desk.cli.init.{what}.{said}", lang, home=visible(done.home), count=made)
        screen.print(Text(line))
    if done.link:
        screen.print(Text("\n" + say("desk.cli.init.link", lang, email=done.operator)))
        screen.print(Text("  " + done.link, style="bold"), soft_wrap=True)
    screen.print(Text("\n" + say("desk.cli.init.next", lang), style="bold"))
    for step in _next(done):
        line = say(f"desk.cli.init.next.{step}", lang, home=visible(done.home))
        screen.print(Text("  " + line), soft_wrap=True)


def _next(done: Setup) -> tuple[str, ...]:
    return ("serve", "worker") if done.has_operator else ("operator", "serve", "worker")


def show_serving(address: str, home: str, lang: str) -> None:
    """Where the site is, and how to end it."""
    console().print(
        Text(say("desk.cli.serving", lang, address=address, home=visible(home))), soft_wrap=True
    )

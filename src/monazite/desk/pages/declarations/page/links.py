"""Where one goes on from a declaration: its challenges, amending and copying it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from monazite.catalogue.texts import say
from monazite.customs.procedure import machine
from monazite.desk.pages.addresses import address_of
from monazite.desk.pages.declarations.page.acts import Form
from monazite.desk.pages.declarations.page.look import Look


@dataclass(frozen=True, slots=True)
class Link:
    """A page; weight: main, other or danger."""

    words: str
    url: str
    weight: str


_ASK = "ask_amend"
_WEIGHTS = ("main", "other", "danger")


def offers(look: Look, forms: Sequence[Form]) -> list[Link]:
    """Everything that the reader can do now, what matters most first.

    A page that the site does not have is none.
    """
    acts = (
        Link(form.title, f"?act={form.act.name}#act-{form.act.name}", form.act.weight)
        for form in forms
    )
    found = [*acts, *_challenges(look), *_changes(look)]
    return sorted(
        (each for each in found if each.url), key=lambda each: _WEIGHTS.index(each.weight)
    )


def _challenges(look: Look) -> list[Link]:
    lang, row = look.lang, look.declaration
    made = [
        Link(
            say("desk.declaration.link.challenge_read", lang, number=each.number),
            address_of("challenge", each.pk),
            "other" if each.closed_at else "main",
        )
        for each in look.challenges
    ]
    if "challenge" in machine().allowed(row.state) and look.may("challenge.issue"):
        words = say("desk.declaration.link.challenge", lang)
        made.append(Link(words, address_of("challenge_issue", row.pk), "other"))
    return made


def _changes(look: Look) -> list[Link]:
    lang, row, found = look.lang, look.declaration, []
    if "amend" in machine().allowed(row.state) and look.may("declaration.amend"):
        words = say("desk.declaration.link.amend", lang)
        found.append(Link(words, address_of("declaration_amend", row.pk), "main"))
    if (
        look.asked is None
        and _ASK in machine().allowed(row.state)
        and look.may("declaration.amend")
    ):
        words = say("desk.declaration.link.ask_amend", lang)
        found.append(Link(words, address_of("declaration_amend", row.pk), "other"))
    if look.may("declaration.amend"):
        copied = f"{address_of('declaration_new')}?copy={row.pk}"
        found.append(Link(say("desk.declaration.link.copy", lang), copied, "other"))
    return found

"""How rules, shares and ways of ownership are said to people."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.law.state_words import state_words
from monazite.law.status import REVIVED
from monazite.watch.ownership.effect import applies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.watch.ownership.owned import Double, Found, Owned
    from monazite.watch.ownership.proof import Step

_WHOLE, _CENT = Decimal(100), Decimal("0.01")
_NAMED = 8
"""Of things to look at as many as are named; the document has all of them."""
_SWITCH = {True: "yes", False: "no", None: "open"}


def percent(share: Decimal | float) -> str:
    """A share in per cent, cut after two decimals: what misses a threshold seems to miss it."""
    of = share if isinstance(share, Decimal) else Decimal(str(round(share, 9)))
    text = f"{(of * _WHOLE).quantize(_CENT, rounding=ROUND_DOWN):f}"
    return f"{text.rstrip('0').rstrip('.')}%"


def rule(name: str, lang: str) -> str:
    """The name of a rule."""
    return say(f"watch.ownership.rule.{name}", lang)


def state(one: Owned, lang: str) -> str:
    """How a party stands, and what that hangs on."""
    said = say(f"watch.ownership.state.{one.state}", lang)
    if not one.open:
        return said
    both = say("watch.ownership.and", lang)
    hangs = [
        both.join(say(f"watch.ownership.open.{name}", lang) for name in some) for some in one.open
    ]
    ways = say("watch.ownership.or", lang).join(hangs)
    return say("watch.ownership.hangs", lang, state=said, ways=ways)


def held(one: Owned) -> str:
    """What listed and reached parties hold together; with an open share from what to what."""
    if one.at_most == one.held:
        return percent(one.held)
    return f"{percent(one.held)}–{percent(one.at_most)}"


def way(one: Owned) -> str:
    """The chain of a party's holdings with their shares; in brackets who else is needed."""
    if not one.way:
        return ""
    said = [one.way[0].owner]
    for step in one.way:
        others = [x for x in one.steps if x.owned == step.owned and x != step]
        also = ", ".join(f"{x.owner} {share(x)}" for x in others)
        said.append(f" –{share(step)}→ {step.owned}" + (f" (+ {also})" if also else ""))
    return "".join(said)


def share(step: Step) -> str:
    """The share of a holding, a question mark where nobody states it."""
    return "?" if step.share is None else percent(step.share)


def head(found: Found, lang: str) -> Iterator[str]:
    """The rule, what it says, and whether it works on the day, with every reading of that."""
    terms, status = found.terms, found.status
    yield say(
        "watch.ownership.threshold", lang, share=percent(terms.threshold),
        adding=say(f"watch.ownership.adds_up.{_SWITCH[terms.adds_up]}", lang),
        through=say(f"watch.ownership.through.{_SWITCH[terms.through]}", lang),
        since=terms.since.isoformat(), source=terms.source,
    )  # fmt: skip
    works = _SWITCH[applies(status)]
    yield say(f"watch.ownership.works.{works}", lang, state=state_words(status, lang))
    for one in status.readings:
        name = "revived" if one.name == REVIVED else "suspended"
        yield say(
            "watch.ownership.reading", lang, name=say(f"watch.ownership.name.{name}", lang),
            because=one.because if lang == "en" else one.because_zh,
        )  # fmt: skip


def counted(found: Found, lang: str) -> str:
    """How many holdings stand, and how many parties of each state there are."""
    states = [one.state for one in found.parties]
    return say(
        "watch.ownership.counted", lang, holdings=f"{found.holdings:,}",
        listed=len(found.listed),
        **{name: states.count(name) for name in ("reached", "possibly", "below")},
    )  # fmt: skip


def remarks(found: Found, lang: str) -> Iterator[str]:
    """What a person should look at in the holdings themselves."""
    if found.strangers:
        names = ", ".join(found.strangers[:_NAMED])
        more = "…" if len(found.strangers) > _NAMED else ""
        yield say("watch.ownership.strangers", lang, names=names + more)
    for party, total in found.too_much[:_NAMED]:
        yield say("watch.ownership.too_much", lang, party=party, share=percent(total))
    for one in found.doubles[:_NAMED]:
        yield _double(one, lang)
    if left := max(len(found.too_much) - _NAMED, 0) + max(len(found.doubles) - _NAMED, 0):
        yield say("watch.ownership.more_remarks", lang, count=f"{left:,}")


def _double(one: Double, lang: str) -> str:
    """Holdings of one pair by their rows, and what they come to."""
    shares = ["?" if each is None else percent(each) for each in one.shares[:_NAMED]]
    rows = [str(row) for row in one.rows[:_NAMED]]
    if len(one.rows) > _NAMED:
        shares, rows = [*shares, "…"], [*rows, "…"]
    return say(
        "watch.ownership.doubles", lang, owner=one.owner, owned=one.owned, rows=", ".join(rows),
        shares=" + ".join(shares), total=percent(one.total),
    )  # fmt: skip


def nothing(party: str | None, lang: str) -> str:
    """That listed parties own nothing: of anybody, or of the one that was asked about."""
    if party is None:
        return say("watch.ownership.none", lang)
    return say("watch.ownership.none_of", lang, party=party)

"""A chart of the leads worth a look: bars, words beside them, and the table behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.charts.behind import Behind
from monazite.charts.flow_shapes import Caption, Rank
from monazite.charts.ranks import ranks
from monazite.watch.leads.precision import precisions, worth
from monazite.watch.leads.wording import (
    agency_words,
    otherwise_words,
    reason_words,
    rule_words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.charts.render import Chart
    from monazite.watch.leads.item import Item

DRAWN = 15
_LONGEST = 28
"""Signs of a subject that stand at a bar; the table behind has all."""


def picture(found: Sequence[Item], lang: str) -> tuple[Chart, Behind]:
    """The first leads of an order (`precision.ordered`) as bars of what is worth a look."""
    known = precisions(found)
    drawn = [
        Rank(
            f"{number}. {rule_words(item.lead.rule, lang)} · {_subject(item)}",
            worth(item, known),
            agency_words(item.lead.agency, lang),
            _reasons(item, lang),
        )
        for number, item in enumerate(found[:DRAWN], start=1)
    ]
    title = say("watch.leads.title", lang)
    caution = say("watch.leads.caution", lang)
    caption = Caption(title, caution, say("watch.leads.axis", lang), {})
    return ranks(drawn, caption), _behind(found, lang)


def _subject(item: Item) -> str:
    said = " ".join(item.lead.subject)
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


def _reasons(item: Item, lang: str) -> str:
    return "; ".join(reason_words(item.lead.rule, each, lang) for each in item.lead.reasons)


def _behind(found: Sequence[Item], lang: str) -> Behind:
    """The same in words, with every lead in the table."""
    known = precisions(found)
    heads = ("number", "rule", "about", "score", "worth", "why", "otherwise", "lead")
    rules = len({item.lead.rule for item in found})
    counts = say("watch.leads.counts", lang, leads=f"{len(found):,}", rules=rules)
    return Behind(
        text=(counts, say("watch.leads.caution", lang)),
        name=say("watch.leads.title", lang),
        columns=tuple(say(f"watch.leads.head.{head}", lang) for head in heads),
        rows=tuple(
            (
                str(number), rule_words(item.lead.rule, lang), " ".join(item.lead.subject),
                f"{item.lead.score:.2f}", f"{worth(item, known):.2f}", _reasons(item, lang),
                "; ".join(otherwise_words(code, lang) for code in item.lead.otherwise),
                agency_words(item.lead.agency, lang),
            )
            for number, item in enumerate(found, start=1)
        ),
    )  # fmt: skip

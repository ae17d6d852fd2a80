"""The sentences of an answer to a planner: what to do, how it fares, what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.chain.pictures.wording import listed, rounded
from monazite.shock.pictures.wording import amount as tonnes
from monazite.shock.pictures.wording import banded, capital, percent, user
from monazite.shock.response.words import (
    LEAST,
    budget,
    chances,
    millions,
    money,
    places,
    titles,
    way,
    what,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.shock.response.results import Response, Unmet

_HASH, _LONGEST = 12, 240
"""Signs of a hash that are shown, and of a note where not all are asked for."""
_GAP = 1e-4
"""A smaller gap is the solver's own leeway."""


def headline(found: Response, lang: str) -> str:
    """The first sentence: what to do, and what it saves."""
    told = {
        "places": places(found, lang), "months": found.months,
        "without": millions(found.expected_without_musd), "with": millions(found.expected_musd),
        "saved": millions(found.expected_without_musd - found.expected_musd),
        "spent": millions(found.spent_musd), "budget": budget(found, lang),
        "ways": listed(_ways(found, lang), lang),
    }  # fmt: skip
    if not found.plan:
        calm = found.expected_without_musd < LEAST
        return say(f"shock.respond.headline.{'calm' if calm else 'nothing'}", lang, **told)
    dearer = found.expected_musd >= found.expected_without_musd + LEAST
    return say(f"shock.respond.headline.{'dearer' if dearer else 'plan'}", lang, **told)


def _ways(found: Response, lang: str) -> Iterator[str]:
    """The policies of the plan with their money, its unit beside the first alone."""
    sums: dict[str, float] = {}
    for one in found.plan:
        sums[one.way] = sums.get(one.way, 0.0) + one.cost_musd
    dearest = sorted(sums.items(), key=lambda pair: -pair[1])
    for n, (name, cost) in enumerate(dearest):
        said = way(name, lang)
        told = {
            "way": said[:1].lower() + said[1:],
            "amount": millions(cost) if n else money(cost, lang),
        }
        yield say("shock.respond.headline.way", lang, **told)


def wishes(found: Response, lang: str) -> Iterator[str]:
    """What cap and service cost in the mean of the futures, where either was asked for."""
    if all(one.portfolio != "freed" for one in found.regrets):
        return
    chance, sign = chances(found), {"mix": 1.0, "freed": -1.0}
    more, lost = (
        sum(
            sign.get(one.portfolio, 0.0) * chance[one.future] * getattr(one, member)
            for one in found.regrets
        )
        for member in ("cost_musd", "lost_musd")
    )
    some = "cost" if more >= LEAST else "free"
    yield say(
        f"shock.respond.headline.wishes.{some}", lang, more=millions(more), lost=millions(lost)
    )


def fares(found: Response, lang: str) -> Iterator[str]:
    """How the plan fares in the simulation of the likeliest future, if any was simulated."""
    chance = chances(found)
    for one in sorted(found.simulated, key=lambda one: -chance[one.future])[:1]:
        bands = {"without": one.without_musd, "with": one.with_musd}
        told = {name: millions(band.p50) for name, band in bands.items()}
        yield say(
            "shock.respond.headline.simulated", lang, **told,
            future=titles(found, lang)[one.future], saved=banded(one.saved_musd, lang, millions),
        )  # fmt: skip


def unmet(found: Response, lang: str) -> Iterator[str]:
    """Each demand that cannot be met: its worst month, how many there are, and what would help."""
    groups: dict[tuple[str, str, str | None, str | None], list[Unmet]] = {}
    for one in found.unmet:
        groups.setdefault((one.kind, one.what, one.country, one.origin), []).append(one)
    names = titles(found, lang)
    for (kind, about, country, origin), each in groups.items():
        worst = max(each, key=lambda one: one.short)
        yield say(
            f"shock.respond.unmet.{kind}", lang, user=user(about, country, lang),
            what=capital(what(about, lang)), places=places(found, lang),
            origin=origin and words.country(origin, lang),
            month=worst.month,
            short=percent(worst.short) if worst.unit == "part" else tonnes(worst.short),
            future=names.get(worst.future, worst.future), count=len(each),
        )  # fmt: skip
    for kind in dict.fromkeys(kind for kind, *_ in groups):
        yield say(f"shock.respond.unmet.remedy.{kind}", lang)


def rests(found: Response, lang: str) -> str:
    """In one line what an answer rests on; `remarks` says it in full."""
    return say("shock.respond.rests", lang, **_sets(found), count=len(found.assumed))


def remarks(found: Response, lang: str, most: int | None = None) -> Iterator[str]:
    """Sentences that belong beside every picture or table of the answer.

    most: assumptions of a kind that are named, and then notes are cut short; None: all of it.
    """
    yield say("shock.respond.remark.discount", lang)
    yield say("shock.respond.remark.sets", lang, **_sets(found))
    if found.assumed:
        kinds = " ".join(_kinds(found, most, lang))
        told = {"count": len(found.assumed), "kinds": kinds}
        yield say("shock.respond.remark.assumed", lang, **told)
    size = found.solved
    yield say(
        "shock.respond.remark.solved", lang, columns=f"{size.columns:,}", rows=f"{size.rows:,}",
        entries=f"{size.entries:,}", building=rounded(round(size.building_seconds, 2)),
        solving=rounded(round(size.solving_seconds, 1)),
    )  # fmt: skip
    if size.gap > _GAP:
        yield say("shock.respond.remark.gap", lang, gap=percent(size.gap))
    yield from (shortened(note[lang], most) for note in found.notes)


def shortened(text: str, most: int | None) -> str:
    """A note, of which a screen shows no more than about two lines."""
    if most is None or len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST].rstrip()} …"


def _kinds(found: Response, most: int | None, lang: str) -> Iterator[str]:
    """The names of what is assumed, by how sure it is."""
    kinds: dict[str, list[str]] = {}
    for one in found.assumed:
        kinds.setdefault(one.confidence, []).append(one.what[lang])
    for confidence, names in kinds.items():
        shown = names[:most]
        if more := len(names) - len(shown):
            shown.append(say("shock.respond.remark.more", lang, count=more))
        yield say(
            "shock.respond.remark.kind", lang, count=len(names),
            confidence=say(f"shock.respond.sure.{confidence}", lang),
            names=("；" if lang == "zh" else "; ").join(shown),
        )  # fmt: skip


def _sets(found: Response) -> dict[str, object]:
    return {
        "assumptions": found.assumptions, "parameters": found.parameters,
        "hash": found.parameters_hash[:_HASH], "year": found.world_year,
    }  # fmt: skip

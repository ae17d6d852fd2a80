"""The situation that was ruled on, said back to the person who asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue import countries, forms
from monazite.catalogue.texts import keys, say
from monazite.catalogue.words import visible
from monazite.law.words import material, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from monazite.law.situation import Item, Movement, Situation


def asked_words(situation: Situation, lang: str) -> str:
    """Item, way and person in one line."""
    parts = [*_item(situation.item, lang), *_movement(situation.movement, lang)]
    return say("explain.semicolon", lang).join(parts)


def day_words(situation: Situation, lang: str) -> str:
    """The day ruled on, and the day up to which publications were read."""
    return say("explain.day", lang, on=situation.on, known=situation.known)


def _item(item: Item, lang: str) -> Iterator[str]:
    yield _goods(item, lang)
    comma = say("explain.comma", lang)
    if item.without:
        yield say("explain.asked.without", lang, elements=comma.join(sorted(item.without)))
    if item.only:
        yield say("explain.asked.only", lang)
    if item.hs:
        yield say("explain.asked.hs", lang, code=item.hs)
    if item.control_code:
        yield say("explain.asked.control_code", lang, code=item.control_code)
    for name, value in item.parameters:
        named = parameter(name, lang) if f"param.{name}" in keys() else name
        yield say("explain.asked.param", lang, name=named, value=visible(value.text))


def _goods(item: Item, lang: str) -> str:
    if item.technology:
        named = say(f"technology.{item.technology}", lang)
        what = say("explain.asked.technology", lang, name=named)
    else:
        what = forms.name(item.form, lang) if item.form else say("explain.asked.goods", lang)
    stated = [_share(symbol, fraction) for symbol, fraction in item.contains or ()]
    stated += [material(code, lang) for code in sorted(item.groups)]
    if not stated:
        return what
    contains = say("explain.comma", lang).join(stated)
    return say("explain.asked.item", lang, what=what, contains=contains)


def _share(symbol: str, fraction: Decimal | None) -> str:
    return symbol if fraction is None else f"{symbol} {(fraction * 100).normalize():f} %"


def _movement(movement: Movement, lang: str) -> Iterator[str]:
    yield say(
        "explain.asked.way",
        lang,
        departure=_country(movement.departure, lang),
        destination=_country(movement.destination, lang),
    )
    if movement.via:
        places = say("explain.comma", lang).join(_country(c, lang) for c in movement.via)
        yield say("explain.asked.via", lang, places=places)
    if movement.origin:
        yield say("explain.asked.origin", lang, country=_country(movement.origin, lang))
    if movement.end_user:
        yield say("explain.asked.end_user", lang, name=visible(movement.end_user))
    if movement.military:
        yield say(f"explain.asked.military.{movement.military}", lang)
    if movement.end_use:
        yield say("explain.asked.end_use", lang, use=_use(movement.end_use, lang))


def _country(code: str | None, lang: str) -> str:
    return countries.name(code, lang) if code else say("explain.asked.anywhere", lang)


def _use(word: str, lang: str) -> str:
    key = f"end_use.{word}"
    return say(key, lang) if key in keys() else visible(word)

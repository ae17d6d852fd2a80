"""Read a situation from people's words, named as on the command line and in a manifest."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache, partial
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

from monazite.catalogue import codes, countries, elements, forms
from monazite.catalogue.groups import group
from monazite.catalogue.words import nearest
from monazite.errors import InputError
from monazite.law.carried import CHECKS
from monazite.law.dates import parse_day
from monazite.law.end_uses import end_use
from monazite.law.parameters import Parameter, parse
from monazite.law.situation import Item, Movement, Situation
from monazite.law.together import NO_COMPOSITION, TOGETHER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from monazite.law.law import Law
    from monazite.law.together import Composition

TECHNOLOGIES = ("mining", "extraction", "separation", "metal", "alloy", "magnet", "recycling")
_CONTROL_CODE = re.compile(r"^(none|\d[A-E]\d{3}(\.[a-z0-9]+)*)$")
_NO_NUMBER = Decimal("NaN")
_LONGEST = 500
_QUOTED = 40
T = TypeVar("T")
_YES_NO = {
    "yes": "yes",
    "no": "no",
    "unknown": "unknown",
    "true": "yes",
    "false": "no",
    "1": "yes",
    "0": "no",
}


def situation(statement: Mapping[str, object], law: Law) -> Situation:
    """The situation that a statement describes; InputError names the first field that is wrong."""
    given = {k: text for k, v in statement.items() if (text := _text(v)) is not None}
    for name in sorted(given.keys() - READERS.keys()):
        close = nearest(name, READERS) or READERS
        raise InputError(name, given[name], f"a field such as {', '.join(close)}")
    read = readers(law)
    values = {name: read[name](text) for name, text in given.items()}
    for names, check in TOGETHER:
        check(*(values.get(name) for name in names))
    return assemble(values, law)


def readers(law: Law) -> dict[str, Callable[[str], Any]]:
    """How each field's text is read under a law: by its reader, then against the law itself."""
    return {name: partial(_read, law, name) for name in READERS}


def _read(law: Law, name: str, text: str) -> Any:  # noqa: ANN401 - a value of its field
    value = READERS[name](text)
    if name in CHECKS:
        CHECKS[name](law, value)
    return value


def assemble(values: Mapping[str, Any], law: Law) -> Situation:
    """The situation of values that were read and go together."""
    contains, groups = values.get("contains", NO_COMPOSITION)
    item = Item(
        form=values.get("form"),
        hs=values.get("hs"),
        control_code=values.get("control_code"),
        control_list=law.jurisdiction_of(values.get("from")),
        technology=values.get("technology"),
        contains=contains,
        groups=groups,
        without=values.get("without", frozenset()),
        only=values.get("only", False),
        parameters=values.get("param", ()),
    )
    movement = Movement(
        departure=values.get("from"),
        destination=values.get("to"),
        via=values.get("via", ()),
        origin=values.get("origin"),
        made_in=values.get("made_in"),
        technology_origin=values.get("technology_origin"),
        content_share=values.get("content_share", ()),
        end_use=values.get("end_use"),
        end_user=values.get("end_user"),
        military=values.get("military"),
        owned_by_listed=values.get("owned_by_listed"),
        knows_helps=values.get("knows_helps"),
        exporter=values.get("exporter"),
    )
    on = values.get("on") or law.today(movement.departure)
    return Situation(item, movement, on, values.get("known") or law.compiled)


def _text(value: object) -> str | None:
    """The text of a value as a cell holds it; None where nothing is said."""
    if hasattr(value, "items"):
        value = [f"{k}={v}" for k, v in value.items()]
    if isinstance(value, list | tuple):
        value = ";".join(map(str, value))
    text = str(value).strip() if value is not None else ""
    return text or None


def _split(text: str) -> list[str]:
    return [part for word in text.replace(";", ",").split(",") if (part := word.strip())]


def _composition(text: str) -> Composition:
    """Elements with their fractions and groups; formulas ("Dy2O3") give their elements."""
    found: dict[str, Decimal | None] = {}
    groups: set[str] = set()
    for word in _split(text):
        name, sign, share = word.partition("=")
        fraction = _share_of(word, share) if sign else None
        for symbol in _named(name.strip(), groups):
            if fraction is not None or symbol not in found:
                found[symbol] = fraction
    total = sum(filter(None, found.values()))
    if total > 1:
        accepted = f"accepted: mass fractions that add up to 1 at most, not {total}"
        raise InputError("contains", text, accepted)
    return (tuple(sorted(found.items())) or None), frozenset(groups)


def _share_of(word: str, share: str) -> Decimal:
    try:
        return parse_fraction(share, "contains")
    except InputError as error:
        raise InputError("contains", word, error.accepted) from None


def _named(name: str, groups: set[str]) -> list[str]:
    if name in elements.SYMBOLS:
        return [name]
    code = group(name)
    if code is not None:
        groups.add(code)
        return []
    formula = elements.parse_formula(name)
    if formula is not None:
        return list(formula)
    return [_element(name, "contains")]


def _element(word: str, field: str) -> str:
    try:
        return elements.element(word)
    except InputError as error:
        raise InputError(field, word, error.accepted) from None


def parse_fraction(text: str, field: str) -> Decimal:
    """A mass or value fraction from 0 to 1, or a percentage with its sign."""
    words = text.strip()
    try:
        per_cent = words.endswith("%")
        fraction = Decimal(words[:-1].strip()) / 100 if per_cent else Decimal(words)
    except InvalidOperation:
        fraction = _NO_NUMBER
    if not fraction.is_finite() or not 0 <= fraction <= 1:
        raise InputError(field, text, "accepted: a fraction from 0 to 1 such as 0.02, or 2%")
    return fraction


def _form(text: str) -> str:
    try:
        found = forms.form(text)
    except InputError as error:
        raise InputError("form", text, error.accepted.replace(", any", "")) from None
    if found == "any":
        raise InputError("form", text, "accepted: one form of the item; leave it out where unknown")
    return found


def _control_code(text: str) -> str:
    if not _CONTROL_CODE.match(text):
        raise InputError("control_code", text, "accepted: a control code such as 1C905.b, or none")
    return text


def _technology(text: str) -> str:
    if text.casefold() not in TECHNOLOGIES:
        raise InputError("technology", text, f"accepted: {', '.join(TECHNOLOGIES)}")
    return text.casefold()


def _only(text: str) -> bool:
    said = _YES_NO.get(text.casefold())
    if said not in {"yes", "no"}:
        raise InputError("only", text, "accepted: yes or no")
    return said == "yes"


def _pairs(text: str, field: str) -> Iterator[tuple[str, str]]:
    for entry in text.split(";"):
        name, sign, value = entry.partition("=")
        if not sign or not name.strip() or not value.strip():
            raise InputError(field, entry, "accepted: NAME=VALUE")
        yield name.strip(), value.strip()


def _parameters(text: str) -> tuple[tuple[str, Parameter], ...]:
    return _each_once("param", ((name, parse(value)) for name, value in _pairs(text, "param")))


def _shares(text: str) -> tuple[tuple[str, Decimal], ...]:
    field = "content_share"
    shares = _each_once(
        field, ((_place(n, field), parse_fraction(v, field)) for n, v in _pairs(text, field))
    )
    total = sum(share for _, share in shares)
    if total > 1:
        raise InputError(field, text, f"shares of the value that add up to 1 at most, not {total}")
    return shares


def _each_once(field: str, pairs: Iterator[tuple[str, T]]) -> tuple[tuple[str, T], ...]:
    """The pairs by name; InputError for a name that is given twice."""
    found: dict[str, T] = {}
    for name, value in pairs:
        if name in found:
            raise InputError(field, name, f"each name once; {name} is given twice")
        found[name] = value
    return tuple(sorted(found.items(), key=itemgetter(0)))


@lru_cache(maxsize=4096)
def _place(text: str, field: str) -> str:
    try:
        return countries.country(text)
    except InputError as error:
        raise InputError(field, text, error.accepted) from None


def _words(text: str, field: str) -> str:
    """A name or a use in words; what is longer than any name is none."""
    if len(text) > _LONGEST:
        accepted = f"at most {_LONGEST} characters; this has {len(text)}"
        raise InputError(field, f"{text[:_QUOTED]}…", accepted)
    return text


def _yes_no(text: str, field: str) -> str:
    said = _YES_NO.get(text.casefold())
    if said is None:
        raise InputError(field, text, "accepted: yes, no or unknown")
    return said


# Field → how its text is read: one way for the command line, a case and a manifest's cell.
READERS: dict[str, Callable[[str], Any]] = {
    "hs": partial(codes.commodity_code, field="hs"),
    "form": _form,
    "control_code": _control_code,
    "technology": _technology,
    "contains": _composition,
    "without": lambda text: frozenset(_element(w, "without") for w in _split(text)),
    "only": _only,
    "param": _parameters,
    "from": partial(_place, field="from"),
    "to": partial(_place, field="to"),
    "via": lambda text: tuple(_place(word, "via") for word in _split(text)),
    "origin": partial(_place, field="origin"),
    "made_in": partial(_place, field="made_in"),
    "technology_origin": partial(_place, field="technology_origin"),
    "content_share": _shares,
    "end_use": lambda text: end_use(_words(text, "end_use")),
    "end_user": partial(_words, field="end_user"),
    "military": partial(_yes_no, field="military"),
    "owned_by_listed": partial(parse_fraction, field="owned_by_listed"),
    "knows_helps": partial(_yes_no, field="knows_helps"),
    "exporter": partial(_words, field="exporter"),
    "on": partial(parse_day, field="on"),
    "known": partial(parse_day, field="known"),
}

"""One field's value from what was typed or sent: the value, or what is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from monazite.catalogue import codes, countries, forms
from monazite.catalogue.words import fold
from monazite.customs import fields
from monazite.errors import InputError

if TYPE_CHECKING:
    from monazite.customs.fields import Field

BEFORE, AFTER = 12, 6
"""How many digits stand before and after the point: DECIMAL(18,6)."""
_SHOWN = 60
_MOST_PARTS = 50
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufdd0-\ufdef\ufeff\ufff9-\uffff\ud800-\udfff]"
)
_LOOK_ALIKE = re.compile("[АВСЕНІЈКМОРЅТУХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧ]")
_LATIN = re.compile("[A-Za-z]")
_LETTERS = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"([+-]?)0*([0-9]*)(?:\.([0-9]+))?")
_COMMA = re.compile(r"[+-]?[0-9][0-9,' ]*,[0-9' ,.]*")
_WITH_UNIT = re.compile(r"[+-]?[0-9.]+\s*[^\d\s.,+-]{1,20}")
_COUNT = re.compile(r"0*[0-9]{1,4}")
_YES = frozenset({"yes", "true", "1", "是"})
_NO = frozenset({"no", "false", "0", "否"})
_LISTS = re.compile(r"[,;|\uff0c\uff1b\u3001\n]")
_ALSO = {
    **dict.fromkeys(("公斤", "千克", "kgs"), "kg"),
    **dict.fromkeys(("吨", "mt"), "t"),
    **dict.fromkeys(("pcs", "pieces", "个", "件"), "piece"),
    **dict.fromkeys(("rmb", "人民币"), "CNY"),
    "克": "g",
}
"""Other words that people write for a unit or a currency."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a value; values: what its words name."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


def shown(text: object) -> str:
    """A value for a message: at most 60 characters, nothing that cannot be seen."""
    words = "".join("\ufffd" if _UNSEEN.match(c) else c for c in str(text)[: _SHOWN + 1])
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"


def read(of: Field, given: object) -> Any:  # noqa: ANN401 - a value of the field, None, or Wrong
    """The value of a field; None where nothing was said; Wrong where it cannot be used."""
    if given is None or given == "":
        return None
    if isinstance(given, str) and len(given) <= _SHOWN:
        return _known(of, given)
    return _read(of, given)


def _read(of: Field, given: object) -> Any:  # noqa: ANN401
    if isinstance(given, float):
        # JSON's numbers: as they are written, not as a machine holds them.
        given = repr(given)
    if not isinstance(given, _TAKEN[of.kind]):
        return Wrong("field.unreadable", {"value": shown(given)})
    return _READERS[of.kind](of, given)


# A manifest says the same again and again, line for line.
_known = lru_cache(maxsize=8192)(_read)


def mixed(text: str) -> str | None:
    """The first word that mixes Latin letters with look-alikes of another script."""
    if text.isascii():
        return None
    words = (w for w in _LETTERS.findall(text) if _LATIN.search(w) and _LOOK_ALIKE.search(w))
    return next(words, None)


def _text(of: Field, given: object) -> Any:  # noqa: ANN401
    text = str(given) if not isinstance(given, bool) else "yes" if given else "no"
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    text = text.strip()
    if len(text) > of.limit:
        return Wrong("field.too_long", {"limit": str(of.limit), "length": f"{len(text):,}"})
    if not text.isprintable() and _UNSEEN.search(text):
        return Wrong("field.unseen_characters", {"value": shown(text)})
    return text or None


def _plain(of: Field, given: object) -> Any:  # noqa: ANN401
    """Text with full-width letters, digits and signs as plain ones."""
    text = _text(of, given)
    return unicodedata.normalize("NFKC", text) if isinstance(text, str) else text


def _decimal(of: Field, given: object) -> Any:  # noqa: ANN401
    text = f"{given:f}" if isinstance(given, Decimal) and given.is_finite() else _plain(of, given)
    if not isinstance(text, str):
        return text
    found = _NUMBER.fullmatch(text)
    if found is None or not (found[2] or found[3] or text.endswith("0")):
        return Wrong(_unlike_a_number(text), {"value": shown(text)})
    if len(found[2]) > BEFORE or len(found[3] or "") > AFTER:
        return Wrong("number.too_many_digits", {"value": shown(text)})
    number = Decimal(text) or Decimal(0)
    if number < 0 or (number == 0 and of.above_nothing):
        code = "number.not_positive" if of.above_nothing else "number.negative"
        return Wrong(code, {"value": shown(text)})
    return number


def _unlike_a_number(text: str) -> str:
    if _COMMA.fullmatch(text):
        return "number.with_comma"
    return "number.with_unit" if _WITH_UNIT.fullmatch(text) else "number.not_a_number"


def _count(of: Field, given: object) -> Any:  # noqa: ANN401
    text = _plain(of, given)
    if not isinstance(text, str):
        return text
    if not _COUNT.fullmatch(text) or int(text) == 0:
        return Wrong("number.not_a_count", {"value": shown(text)})
    return int(text)


def _yes_no(of: Field, given: object) -> Any:  # noqa: ANN401
    text = _plain(of, given)
    if not isinstance(text, str):
        return text
    word = text.casefold()
    if word in _YES or word in _NO:
        return word in _YES
    return Wrong("field.not_yes_or_no", {"value": shown(text)})


def _day(of: Field, given: object) -> Any:  # noqa: ANN401
    text = _plain(of, given)
    if not isinstance(text, str):
        return text
    try:
        return date.fromisoformat(text)
    except ValueError:
        return Wrong("field.not_a_day", {"value": shown(text)})


def _country(of: Field, given: object) -> Any:  # noqa: ANN401
    text = _text(of, given)
    if not isinstance(text, str):
        return text
    try:
        return countries.country(text)
    except InputError:
        return Wrong("field.not_a_country", {"value": shown(text)})


def _choice(of: Field, given: object) -> Any:  # noqa: ANN401
    text = _plain(of, given)
    if not isinstance(text, str):
        return text
    word = _ALSO.get(fold(text), text)
    found = next((w for w in of.words if w.casefold() == word.casefold()), None)
    words = {"value": shown(text), "words": ", ".join(of.words)}
    return found or Wrong("field.not_a_choice", words)


def _form(of: Field, given: object) -> Any:  # noqa: ANN401
    """A form by its code or by any of its names."""
    text = _plain(of, given)
    if not isinstance(text, str):
        return text
    try:
        found = forms.form(text)
    except InputError:
        found = ""
    words = {"value": shown(text), "words": ", ".join(of.words)}
    return found if found in of.words else Wrong("field.not_a_choice", words)


def _hs(of: Field, given: object) -> Any:  # noqa: ANN401
    text = _plain(of, given)
    if not isinstance(text, str):
        return text
    try:
        return codes.commodity_code(text)
    except InputError:
        return Wrong("hs.unreadable", {"value": shown(text)})


def _several(of: Field, given: object) -> Any:  # noqa: ANN401
    """A list, or a text with commas: its parts, each once."""
    parts = given if isinstance(given, list | tuple) else _LISTS.split(str(given))
    if len(parts) > _MOST_PARTS or not all(isinstance(p, str | int) for p in parts):
        return Wrong("field.unreadable", {"value": shown(given)})
    read_ = [_text(of, part) for part in parts]
    return next((p for p in read_ if isinstance(p, Wrong)), None) or tuple(
        dict.fromkeys(p for p in read_ if p)
    )


def _pairs(of: Field, given: object) -> Any:  # noqa: ANN401
    """`NAME=VALUE` pairs as text, from text or from a mapping."""
    if isinstance(given, Mapping):
        if len(given) > _MOST_PARTS:
            return Wrong("field.unreadable", {"value": shown(given)})
        sign = ";" if of is fields.ITEM["parameters"] else ","
        given = sign.join(k if v is None else f"{k}={v}" for k, v in given.items())
    return _plain(of, given)


_WORDS = (str, int, Decimal)
_TAKEN: Mapping[str, tuple[type, ...]] = {
    **dict.fromkeys((fields.WORD, fields.TEXT, fields.DAY, fields.COUNTRY), _WORDS),
    **dict.fromkeys((fields.CHOICE, fields.FORM, fields.HS, fields.YES_NO), _WORDS),
    **dict.fromkeys((fields.DECIMAL, fields.COUNT), _WORDS),
    **dict.fromkeys((fields.CODES, fields.LICENCES), (str, list, tuple)),
    fields.PAIRS: (str, dict),
}
_READERS: Mapping[str, Callable[[Field, object], Any]] = {
    fields.WORD: _text,
    fields.TEXT: _text,
    fields.DECIMAL: _decimal,
    fields.COUNT: _count,
    fields.YES_NO: _yes_no,
    fields.DAY: _day,
    fields.COUNTRY: _country,
    fields.CHOICE: _choice,
    fields.FORM: _form,
    fields.HS: _hs,
    fields.CODES: _several,
    fields.LICENCES: _several,
    fields.PAIRS: _pairs,
}

"""A declaration from a document, as typed or sent: what can be read, and everything that cannot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from monazite.catalogue import countries
from monazite.catalogue.words import nearest
from monazite.customs import fields as known
from monazite.customs.declared import Declaration, Draw, Item, Party
from monazite.customs.findings import Finding, severities
from monazite.customs.numbers import readable, tidy
from monazite.customs.values import Wrong, mixed, shown
from monazite.customs.values import read as read_value
from monazite.errors import InputError

if TYPE_CHECKING:
    from monazite.customs.fields import Field

_MOST_DRAWS = 200
_LONG = 100


@dataclass(frozen=True, slots=True)
class Read:
    """What a document says and everything in it that cannot be read, each at its field."""

    declaration: Declaration
    findings: tuple[Finding, ...]

    def unread(self, path: str) -> bool:
        """Whether something unreadable stands there: it is not missing."""
        return any(f.path == path and f.severity == "error" for f in self.findings)


def read(document: Mapping[str, Any]) -> Read:
    """The declaration of a document; whatever is wrong is a finding, never an exception."""
    reader = _Reader()
    return Read(reader.declaration(document), tuple(reader.findings))


def document(declaration: Declaration) -> dict[str, Any]:
    """The declaration as JSON, what was said of it alone: `read` takes it back."""
    return _record(declaration)


def _plain(value: Any) -> Any:  # noqa: ANN401 - a value of a declaration
    if isinstance(value, _AS_IT_IS):
        return value
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else _record(value)


def _record(value: Declaration | Party | Item | Draw) -> dict[str, Any]:
    """What was said of a part, without what was not."""
    pairs = ((name, getattr(value, name)) for name in _NAMES[type(value)])
    said = {name: _plain(each) for name, each in pairs if each is not None and each != ()}
    return {name: each for name, each in said.items() if each != {}}


_AS_IT_IS = (str, int)
_NAMES = {of: tuple(f.name for f in fields(of)) for of in (Declaration, Party, Item, Draw)}


class _Reader:
    """Reads one document and gathers what is wrong."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def declaration(self, document: Mapping[str, Any]) -> Declaration:
        values = self._record(document, known.TOP, "", (*known.PARTIES, "items"))
        values["via"] = self._countries(values.get("via") or (), "via")
        values |= {role: self._party(document.get(role), role) for role in known.PARTIES}
        return Declaration(**values, items=self._items(document.get("items")))

    def _party(self, given: object, role: str) -> Party:
        if given is None or given == "":
            return Party()
        if not isinstance(given, Mapping):
            self._wrong(Wrong("field.unreadable", {"value": shown(given)}), role)
            return Party()
        return Party(**self._record(given, known.PARTY, f"{role}.", ()))

    def _items(self, given: object) -> tuple[Item, ...]:
        if given is None:
            return ()
        if not isinstance(given, list | tuple) or len(given) > known.MOST_ITEMS:
            most = {
                "value": shown(given) if isinstance(given, str) else "items",
                "most": str(known.MOST_ITEMS),
            }
            self._wrong(Wrong("items.unreadable", most), "items")
            return ()
        return tuple(self._item(each, f"items[{n}]") for n, each in enumerate(given))

    def _item(self, given: object, path: str) -> Item:
        if not isinstance(given, Mapping):
            self._wrong(Wrong("field.unreadable", {"value": shown(given)}), path)
            return Item()
        values = self._record(given, known.ITEM, f"{path}.", ("draws",))
        values["licences"] = self._licences(values.get("licences") or (), f"{path}.licences")
        values["without"] = values.get("without") or ()
        draws = self._draws(given.get("draws"), f"{path}.draws")
        return Item(**values, draws=draws)

    def _draws(self, given: object, path: str) -> tuple[Draw, ...]:
        if given is None or given == "":
            return ()
        several = isinstance(given, list | tuple) and len(given) <= _MOST_DRAWS
        if not several or not all(isinstance(each, Mapping) for each in given):  # type: ignore[attr-defined]
            self._wrong(Wrong("field.unreadable", {"value": shown(given)}), path)
            return ()
        rows = (self._record(each, known.DRAW, f"{path}[{n}].", ()) for n, each in enumerate(given))  # type: ignore[arg-type, var-annotated]
        return tuple(Draw(row["batch"], row.get("mass_kg")) for row in rows if row.get("batch"))

    def _licences(self, given: tuple[str, ...], path: str) -> tuple[str, ...]:
        """The numbers as they are kept; each that was tidied beyond case and blanks is told."""
        tidied = []
        for text in given:
            number = tidy(text)
            if not readable(number):
                self._wrong(Wrong("licence.number_unreadable", {"value": shown(text)}), path)
                continue
            if number != "".join(text.split()).upper():
                values = {"value": shown(text), "number": number}
                self._wrong(Wrong("licence.number_tidied", values), path)
            tidied.append(number)
        return tuple(dict.fromkeys(tidied))

    def _countries(self, given: tuple[str, ...], path: str) -> tuple[str, ...]:
        found = []
        for word in given:
            try:
                found.append(countries.country(word))
            except InputError:
                self._wrong(Wrong("field.not_a_country", {"value": shown(word)}), path)
        return tuple(dict.fromkeys(found))

    def _record(
        self, given: Mapping[Any, Any], names: Mapping[str, Field], path: str, also: tuple[str, ...]
    ) -> dict[str, Any]:
        """The values of a record's fields; unknown names are told with the nearest known ones."""
        for name in list(given)[:_LONG]:
            if name not in names and name not in also:
                close = ", ".join(nearest(str(name)[:_LONG], (*names, *also))) or "–"
                unknown = Wrong("field.unknown", {"value": shown(name), "near": close})
                self._wrong(unknown, f"{path}{shown(name)}")
        return {
            name: self._value(of, given.get(name), f"{path}{name}") for name, of in names.items()
        }

    def _value(self, of: Field, given: object, path: str) -> Any:  # noqa: ANN401
        if given is None:
            return None
        value = read_value(of, given)
        if isinstance(value, Wrong):
            self._wrong(value, path)
            return None
        if isinstance(value, str) and (word := mixed(value)):
            self._wrong(Wrong("field.mixed_script", {"word": shown(word)}), path)
        return value

    def _wrong(self, wrong: Wrong, path: str) -> None:
        self.findings.append(Finding(wrong.code, severities()[wrong.code], path, "", wrong.values))

"""The form of a story: a product's template with its parties, its contract and its papers."""

from __future__ import annotations

from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from monazite.desk.demo.data import data, organisations
from monazite.desk.demo.files import paper
from monazite.desk.demo.filling import filled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

Form = dict[str, Any]
Files = dict[str, bytes]

_SIGNS = {"willow": "He Zhou", "saltmarsh": "Mo Han", "jade": "Tang Lu", "ferry": "Jin Bo"}
_SIGNS |= {"kumo": "Mori Aoi", "eifel": "Vogt Mara", "haneul": "Han Sora", "tamarack": "Ash Rowan"}
_SIGNS |= {"wadi": "Said Amr"}
_SCALED = (
    ("lines", ("quantity", "mass_kg", "value")),
    ("civil_use", ("product_units_per_year", "capacity_per_year", "stock_at_site_kg")),
)
_SHIPMENTS = "6"


def form_of(story: Mapping[str, Any], number: int, today: date) -> tuple[Form, Files]:
    """The form that a story begins with, and the files of its papers by their names."""
    product = data(f"forms/{story['form']}")
    exporter, customer = product["exporter"], product["customer"]
    times = int(story.get("scale", 1))
    grades = product["grades"]
    form = filled(product["form"], {"grade": grades[(times - 1) % len(grades)]}, today)
    form["parties"] = _parties(exporter, customer)
    _scale(form, times)
    form["contract"] = _contract(form, exporter, customer, number, today)
    if story.get("kind") == "general":
        _general(form, today)
    for path, value in filled(story.get("put", {}), {}, today).items():
        put(form, path, value)
    files = _papers(form, exporter, customer, number, today)
    return form, files


def put(form: Form, path: str, value: str) -> None:
    """Set one field by its path, such as `transport[0].mode`; a row after the last is added."""
    section, _, field = path.partition(".")
    name, bracket, row = section.partition("[")
    if not bracket:
        form.setdefault(name, {})[field] = value
        return
    rows = form.setdefault(name, [])
    index = int(row.rstrip("]"))
    if index == len(rows):
        rows.append({})
    rows[index][field] = value


def _parties(exporter: str, customer: str) -> list[dict[str, str]]:
    roles = ((exporter, ("exporter", "manufacturer")), (customer, ("importer", "end_user")))
    return [_party(key, role) for key, held in roles for role in held]


def _party(key: str, role: str) -> dict[str, str]:
    firm = organisations()[key]
    told = ("name", "name_native", "country", "address", "identifier", "business")
    contact = f"{_SIGNS[key]}, {key}@demo.example"
    return {"role": role, **{name: firm[name] for name in told}, "contact": contact}


def _scale(form: Form, times: int) -> None:
    for section, fields in _SCALED:
        content = form[section]
        for row in content if isinstance(content, list) else [content]:
            row |= {name: str(Decimal(row[name]) * times) for name in fields if name in row}


def _contract(form: Form, exporter: str, customer: str, number: int, today: date) -> dict[str, str]:
    firms, first = organisations(), form["lines"][0]
    year = today.year
    return {
        "number": f"{exporter.upper()[:2]}-{year}-{number:03}",
        "signed_on": filled("today-30", {}, today),
        "seller": firms[exporter]["name"],
        "buyer": firms[customer]["name"],
        "value": str(sum(Decimal(line["value"]) for line in form["lines"])),
        "currency": first["currency"],
    }


def _general(form: Form, today: date) -> None:
    """A general licence: several shipments over three years."""
    form["application"] |= {"kind": "general", "months": "36"}
    last = filled("today+900", {}, today)
    for row in form["transport"]:
        row |= {"shipments": _SHIPMENTS, "last_on": last}


def _papers(form: Form, exporter: str, customer: str, number: int, today: date) -> Files:
    """Put the papers and the claims into the form; the files that they are."""
    firms = organisations()
    names = {
        "exporter": firms[exporter]["name"],
        "end_user": firms[customer]["name"],
        "exporter_signatory": _SIGNS[exporter],
        "end_user_signatory": _SIGNS[customer],
    }
    rows = [filled(row, names, today) for row in _asked(form)]
    files = {row["file"]: _content(row, form, number) for row in rows}
    form["papers"] = [row | {"sha256": sha256(files[row["file"]]).hexdigest()} for row in rows]
    form["claims"] = list(_claims(form))
    return files


def _asked(form: Form) -> Iterator[dict[str, str]]:
    """The papers of the kind of licence, and of goods that are sold on where they are."""
    kind, onward = form["application"]["kind"], form["civil_use"]["sold_onward"]
    for row in data("papers"):
        if kind in row.get("only", (kind,)) and row.get("when", onward) == onward:
            yield {key: value for key, value in row.items() if key not in {"only", "when"}}


def _content(row: Mapping[str, str], form: Form, number: int) -> bytes:
    contract = form["contract"]
    lines = [
        row["kind"].replace("_", " ").capitalize(),
        f"{contract['number']}, {row.get('party', '')}",
        form["lines"][0]["description"],
        f"{form['lines'][0]['quantity']} {form['lines'][0]['unit']}, paper {number}/{row['label']}",
        f"Language: {row['language']}",
        "Made up for a demonstration. Nobody named here exists.",
    ]
    return paper(row["file"], lines)


def _claims(form: Form) -> Iterator[dict[str, str]]:
    labels = {row["kind"]: row["label"] for row in form["papers"]}
    for claim, kind in data("claims").items():
        if kind in labels:
            yield {"claim": claim, "paper": labels[kind], "page": "1"}

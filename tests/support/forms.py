"""A whole application that has no fault, its papers as small PDFs, and eleven planted faults.

Every firm, person and number is invented. What tests of reading type is in `any_forms.py`.
"""

from __future__ import annotations

import copy
import hashlib
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

Form = dict[str, Any]
Changes = dict[str, Any]

TODAY = date(2026, 11, 23)
"""A Monday; the day of the examples unless another is given."""
EXPORTER = "Fictional Qinghe Magnet Works Co., Ltd."
END_USER = "Fictional Hoshizora Motors K.K."
_PAPERS = (
    # label, kind, language, translation of, party, secret
    ("identity", "identity_papers", "zh", "", EXPORTER, ""),
    ("contract", "contract", "zh", "", EXPORTER, ""),
    ("datasheet", "technical_description", "zh", "", EXPORTER, ""),
    ("certificate", "end_user_certificate", "ja", "", END_USER, ""),
    ("certificate-zh", "end_user_certificate", "zh", "certificate", END_USER, ""),
    ("introduction", "importer_introduction", "zh", "", END_USER, ""),
    ("bill", "bill_of_materials", "zh", "", END_USER, "yes"),
    ("capacity", "capacity_evidence", "zh", "", END_USER, "yes"),
    ("site", "site_photographs", "ja", "", END_USER, ""),
    ("product", "product_photographs", "ja", "", END_USER, ""),
    ("process", "process_flow", "zh", "", END_USER, "yes"),
)
_SIGNED = {"contract", "certificate"}
_CLAIMS = (
    ("bill_of_materials", "bill", "1"),
    ("capacity", "capacity", "1"),
    ("site", "site", "1-2"),
    ("photographs", "product", "1"),
    ("process", "process", "1"),
)


@lru_cache
def paper_files() -> dict[str, bytes]:
    """The papers by the name of their file: small PDFs, each of its own text."""
    return {f"{label}.pdf": _pdf(f"{kind} {label}") for label, kind, *_ in _PAPERS}


def paper_hashes() -> frozenset[str]:
    """The SHA-256 of every paper."""
    return frozenset(hashlib.sha256(data).hexdigest() for data in paper_files().values())


def good_form(today: date = TODAY) -> Form:
    """An application for a single licence without a fault: magnets for the motors of cars."""
    signed = (today - timedelta(days=40)).isoformat()
    return {
        "application": {"regime": "CN", "kind": "single", "destination": "JP", "months": "6"},
        "parties": _parties(),
        "lines": [_line()],
        "end_use": {
            "use": "Rotor magnets for traction motors of passenger cars, built in our plant at Toyohashi",
            "sector": "electric_vehicles",
            "military": "no",
            "site_name": "Fictional Hoshizora Motors, Toyohashi plant",
            "site_country": "JP",
            "site_address": "1-2-3 Fictional-cho, Toyohashi, Aichi",
            "process": "Magnets are bonded into rotor stacks, magnetised and balanced; nothing is remelted.",
        },
        "contract": {
            "number": "QH-2026-118",
            "signed_on": signed,
            "seller": EXPORTER,
            "buyer": END_USER,
            "value": "126000.00",
            "currency": "USD",
        },
        "transport": [
            {
                "mode": "sea",
                "port_of_exit": "Ningbo",
                "port_of_entry": "Nagoya",
                "first_on": (today + timedelta(days=75)).isoformat(),
            }
        ],
        "civil_use": {
            "product": "Traction motor HM-40",
            "product_units_per_year": "24000",
            "capacity_per_year": "30000",
            "period_months": "3",
            "stock_at_site_kg": "150",
            "sold_onward": "no",
        },
        "product_tree": [
            {"node": "1", "part": "traction motor HM-40", "per_parent": "1", "unit": "piece"},
            {"node": "1.1", "part": "rotor", "per_parent": "1", "unit": "piece"},
            {
                "node": "1.1.1",
                "part": "rotor magnets",
                "per_parent": "0.35",
                "unit": "kg",
                "loss": "0.02",
                "line": "1",
            },
        ],
        "onward_sales": [],
        "papers": [_paper(row, signed) for row in _PAPERS],
        "claims": [{"claim": c, "paper": p, "page": at} for c, p, at in _CLAIMS],
    }


def _parties() -> list[Form]:
    end_user = {
        "name": END_USER,
        "name_native": "虚構星空モーター株式会社",
        "country": "JP",
        "address": "1-2-3 Fictional-cho, Toyohashi, Aichi",
        "identifier": "0000-00-000000",
        "business": "Builds traction motors for passenger cars",
        "contact": "purchasing@hoshizora.example",
    }
    exporter = {
        "role": "exporter",
        "name": EXPORTER,
        "name_native": "虚构清河磁材有限公司",
        "country": "CN",
        "address": "88 Fictional Road, Beilun, Ningbo, Zhejiang",
        "identifier": "91330206MA0FCTN1XF",
        "business": "Makes sintered permanent magnets",
        "contact": "export@qinghe.example",
    }
    return [exporter, {"role": "importer", **end_user}, {"role": "end_user", **end_user}]


def _line() -> Form:
    return {
        "description": "Sintered Nd-Fe-B magnets with dysprosium, grade 42SH, for rotors",
        "form": "magnet",
        "contains": "Nd=0.27,Fe=0.68,B=0.01,Dy=0.03",
        "control_code": "1C905.a.4",
        "hs": "8505111000",
        "origin": "CN",
        "quantity": "1800",
        "unit": "kg",
        "value": "126000.00",
        "currency": "USD",
    }


def _paper(row: tuple[str, ...], signed: str) -> Form:
    label, kind, language, translation_of, party, secret = row
    said = {
        "label": label,
        "kind": kind,
        "file": f"{label}.pdf",
        "sha256": hashlib.sha256(paper_files()[f"{label}.pdf"]).hexdigest(),
        "language": language,
        "translation_of": translation_of,
        "party": party,
        "secret": secret,
    }
    if label in _SIGNED:
        said |= {"signed_on": signed, "signed_by": "Tsukimi Kakuu", "sealed": "yes"}
        said |= {"signatory_role": "managing director"}
    if label == "certificate":
        said |= {"pledged": "yes"}
    return {name: text for name, text in said.items() if text}


def changed(form: Mapping[str, Any], changes: Changes) -> Form:
    """A copy of a form with some fields typed otherwise.

    A path is `section.field`, `section[2].field`, `section[2]` (a whole row) or `section`;
    None takes the field or row away; a row after the last one is added.
    """
    copied: Form = copy.deepcopy(dict(form))
    for path, value in changes.items():
        _set(copied, re.findall(r"\w+", path), value)
    return copied


def _set(form: Form, steps: list[str], value: object) -> None:
    at: Any = form
    for step in steps[:-1]:
        at = at[int(step)] if isinstance(at, list) else at[step]
    last = steps[-1]
    if isinstance(at, list):
        at[int(last) : int(last) + 1] = [] if value is None else [value]
    elif value is None:
        at.pop(last, None)
    else:
        at[last] = value


@dataclass(frozen=True)
class Fault:
    """A fault planted in the good form: what is typed, and the findings that it must give."""

    name: str
    changes: Changes
    codes: tuple[str, ...]
    path: str


def eleven_faults(today: date = TODAY) -> tuple[Fault, ...]:
    """Each gives its own finding, alone and all together; path: where the first one stands."""
    first_on = (today + timedelta(days=80)).isoformat()
    by_air = {"lines": "1", "mode": "air", "port_of_exit": "Shanghai Pudong"}
    by_air |= {"port_of_entry": "Narita", "first_on": first_on}
    return (
        _fault("no address of the exporter", "field.missing", "parties[0].address", None),
        _fault("two years for a single licence", "kind.months_over", "application.months", "24"),
        _fault(
            "a slip in the exporter's number",
            "party.identifier_malformed",
            "parties[0].identifier",
            "91330206MA0FCTN1X1",
        ),
        _fault(
            "a control code of samarium",
            "line.control_code_unlike_item",
            "lines[0].control_code",
            "1C902.a.4",
        ),
        _fault("a use in two words", "end_use.stock_phrase", "end_use.use", "industrial use"),
        _fault(
            "another value of the contract", "contract.value_not_sum", "contract.value", "125000.00"
        ),
        Fault(
            "a second way of leaving",
            {"transport[1]": by_air},
            ("transport.single_more_than_one", "transport.line_twice"),
            "transport[1]",
        ),
        Fault(
            "more than the motors need",
            {"civil_use.product_units_per_year": "18000"},
            ("bill.over_need",),
            "lines[0].quantity",
        ),
        Fault(
            "the certificate is translated into English alone",
            {"papers[4].language": "en"},
            ("paper.not_translated",),
            "papers[3].language",
        ),
        _fault("a certificate without a seal", "paper.not_sealed", "papers[3].sealed", "no"),
        _fault(
            "a claim on a paper that is not there", "claim.paper_unknown", "claims[0].paper", "bom"
        ),
    )


def _fault(name: str, code: str, path: str, typed: str | None) -> Fault:
    """A fault that is found where it is typed."""
    return Fault(name, {path: typed}, (code,), path)


ELEVEN_FAULTS = eleven_faults()
"""Those of `TODAY`."""


def faulty_form(today: date = TODAY) -> Form:
    """The good form with all eleven faults."""
    form = good_form(today)
    for fault in eleven_faults(today):
        form = changed(form, fault.changes)
    return form


def _pdf(text: str) -> bytes:
    """A PDF of one page that bears one line of ASCII text."""
    drawn = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources %s >>"
        % b"<< /Font << /F1 5 0 R >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    written = b"%PDF-1.4\n"
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    end += b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return written + end + b"startxref\n%d\n%%%%EOF\n" % len(written)

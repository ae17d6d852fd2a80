"""Trade secrets of an application: what is sealed, and the form as others than its firm see it.

A paper is secret if its row or the form says so: the stricter wins, from the first save on. What a
seal hides is opened by `services.open_secrets` alone, which writes it into the log.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from monazite.desk.applications.models import Application, Paper
from monazite.desk.people.models import Person
from monazite.licensing.application import Paper as Described
from monazite.licensing.fields import Form
from monazite.licensing.reading import read

PROOF = ("civil_use", "product_tree", "onward_sales")
"""The sections that `civil_use.secret_proof` seals."""
_SEALED_PAPER = ("kind", "secret")
"""What is left of a secret paper's row: that there is one of that kind."""
_NAMES_A_PAPER = {"claims": ("paper", "page"), "papers": ("translation_of",)}


def is_secret(paper: Paper) -> bool:
    """Whether the file is a trade secret: by its row, or by what the form calls it."""
    return paper.secret or _is_called_secret(paper, _called_secret(paper.application.form))


def secret_papers(application: Application, papers: Sequence[Paper]) -> frozenset[str]:
    """The SHA-256 of those papers, all of the application, that are trade secrets."""
    called = _called_secret(application.form)
    return frozenset(p.sha256 for p in papers if p.secret or _is_called_secret(p, called))


def seals_proof(form: Form) -> bool:
    """Whether the exporter calls the proof of civil use a trade secret."""
    return read(form).application.civil_use.secret_proof is True


def has_secrets(application: Application) -> bool:
    """Whether anything of the form is sealed to the offices that read it."""
    return bool(_seen_by_others(application) != application.form)


def form_for(person: Person, application: Application) -> Form:
    """The form as the person sees it: whole for its own firm, without trade secrets for others."""
    if person.organisation_id == application.organisation_id:
        return dict(application.form)
    return _seen_by_others(application)


def _seen_by_others(application: Application) -> Form:
    form = application.form
    hidden = _secret_rows(application)
    seen = dict(form)
    if hidden:
        labels = {_text(form["papers"][n].get("label")) for n in hidden} - {""}
        seen["papers"] = [
            _of_sealed(row) if n in hidden else row for n, row in enumerate(form["papers"])
        ]
        seen |= {name: _without(seen.get(name), labels, keys) for name, keys in _named(seen)}
    return _without_proof(seen) if seals_proof(form) else seen


def _named(form: Form) -> list[tuple[str, tuple[str, ...]]]:
    return [(name, keys) for name, keys in _NAMES_A_PAPER.items() if form.get(name)]


def _without(rows: Any, labels: set[str], keys: tuple[str, ...]) -> Any:  # noqa: ANN401 - as typed
    """The rows without the fields by which they name one of these papers."""
    if not isinstance(rows, list):
        return rows
    return [
        {key: value for key, value in row.items() if key not in keys}
        if isinstance(row, dict) and _text(row.get(keys[0])) in labels
        else row
        for row in rows
    ]


def _without_proof(form: Form) -> Form:
    return {name: content for name, content in form.items() if name not in PROOF} | {
        "civil_use": {"secret_proof": "yes"}
    }


def _of_sealed(row: dict[str, Any]) -> dict[str, Any]:
    return {key: row[key] for key in _SEALED_PAPER if key in row} | {"secret": "yes"}


def _secret_rows(application: Application) -> set[int]:
    """The rows of the form that are secret papers, by their own word or by that of a file."""
    described = read(application.form).application.papers
    called = tuple(row for row in described if row.secret is True)
    files = [p for p in application.papers.all() if p.secret or _is_called_secret(p, called)]
    return {
        n
        for n, row in enumerate(described)
        if row.secret is True or any(_describes(row, paper) for paper in files)
    }


def _called_secret(form: Form) -> tuple[Described, ...]:
    return tuple(row for row in read(form).application.papers if row.secret is True)


def _is_called_secret(paper: Paper, called: Sequence[Described]) -> bool:
    return any(_describes(row, paper) for row in called)


def _describes(row: Described, paper: Paper) -> bool:
    """By hash; a row without one by the file's name."""
    if row.sha256:
        return row.sha256.casefold() == paper.sha256
    return _text(row.file) != "" and _text(row.file) == _text(paper.name)


def _text(value: object) -> str:
    return str(value or "").strip().casefold()

"""What an application is asked: the form as a table, as a JSON schema, as a workbook."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query

from monazite.desk.api.files import XLSX, binary, file_response
from monazite.desk.api.language import language
from monazite.desk.api.operations import operation
from monazite.desk.api.shapes.form_table import FormTableShape, TemplateQuery
from monazite.licensing.fields import Field, Section, choice_label, choices, sections
from monazite.licensing.schema import schema


@operation("GET", "/form", FormTableShape)
def get_form(request: HttpRequest) -> dict[str, Any]:
    """Every field of the form with its words, and the form as a JSON schema."""
    lang = language(request)
    table = [_section(section, lang) for section in sections().values()]
    return {"sections": table, "json_schema": schema()}


@operation("GET", "/form/template.xlsx", None, extra=binary(XLSX))
def get_template(request: HttpRequest, query: Query[TemplateQuery]) -> HttpResponse:
    """An empty workbook to fill in, with the words of the answer's language."""
    from monazite.licensing.sheets import template  # noqa: PLC0415 - openpyxl is heavy

    lang = language(request)
    return file_response(template(lang, query.regime), XLSX, f"application-{lang}.xlsx")


def _section(section: Section, lang: str) -> dict[str, Any]:
    return {
        "name": section.name,
        "many": section.many,
        "most": section.most,
        "title": section.title(lang),
        "fields": [_field(field, lang) for field in section.fields],
    }


def _field(field: Field, lang: str) -> dict[str, Any]:
    offered = [
        {"value": value, "label": choice_label(field, value, lang)} for value in choices(field)
    ]
    return {
        "name": field.name,
        "type": field.type,
        "limit": field.limit,
        "unit": field.unit,
        "kinds": list(field.kinds),
        "asked": field.asked,
        "label": field.label(lang),
        "help": field.help(lang),
        "choices": offered,
    }

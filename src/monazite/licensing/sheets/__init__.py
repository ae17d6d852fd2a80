"""The form as a workbook: a template to fill in, a form written out, a workbook read back."""

from __future__ import annotations

from monazite.licensing.sheets.reading import read_xlsx
from monazite.licensing.sheets.writing import template, write_xlsx

__all__ = ["read_xlsx", "template", "write_xlsx"]

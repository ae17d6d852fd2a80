from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from monazite.catalogue.words import LANGS
from monazite.licensing.fields import choices, sections

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "application-form.md"


def test_the_reference_of_the_form_says_what_its_table_says() -> None:
    tool = ROOT / "tools" / "build_form_docs.py"
    done = subprocess.run(
        [sys.executable, tool, "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", sections())
def test_every_field_and_choice_of_a_section_is_in_it_in_both_languages(name: str) -> None:
    text = PAGE.read_text(encoding="utf-8")
    _, _, rest = text.partition(f"## `{name}`:")
    part = rest.partition("\n## ")[0]
    for field in sections()[name].fields:
        row = next(line for line in part.splitlines() if line.startswith(f"| `{field.name}` |"))
        assert all(field.label(lang) in row and field.help(lang) in row for lang in LANGS)
        assert f"| {field.limit:,} |" in row
        assert all(kind in row for kind in field.kinds)
        assert all(f"| {field.of} | `{code}` |" in text for code in choices(field))

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("question", "unneeded"),
    [
        ("countries; countries.country('Japan')", {"yaml", "numpy", "pyarrow", "pydantic"}),
        ("units; units.parse('60 um')", {"yaml", "numpy", "pyarrow", "pydantic"}),
        ("codes; codes.hint('850511')", {"numpy", "pyarrow", "pydantic", "openpyxl"}),
    ],
)
def test_a_look_up_loads_only_what_it_needs(question: str, unneeded: set[str]) -> None:
    code = f"import sys\nfrom monazite.catalogue import {question}\nprint(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not unneeded & set(run.stdout.split())

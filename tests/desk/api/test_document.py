from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import monazite.desk.api as package
from monazite.catalogue.texts import keys
from support.api_calls import Program
from support.api_contract import operations

if TYPE_CHECKING:
    from support.snapshots import Snapshot

pytestmark = pytest.mark.slow

OWN_KEY = {"lodge_declaration", "lodge_manifest", "upload_manifest"}
"""They say in their bodies by what a repeated request is known."""
_WITHOUT_NINJA = """
import sys
import django
django.setup()
import monazite.desk.applications.services, monazite.desk.once.services, monazite.desk.people.services
import monazite.desk.running.home, monazite.cli.main
loaded = sorted({name.partition(".")[0] for name in sys.modules} & {"ninja", "openpyxl", "altair"})
sys.exit(", ".join(loaded) or 0)
"""


def test_the_document_is_served_to_everybody() -> None:
    answer = Program({}).client.get("/api/v1/openapi.json")
    served = json.loads(answer.content)
    assert (answer.status_code, served["openapi"]) == (200, "3.1.0")
    assert "Set-Cookie" not in answer


def test_operations_keep_their_names_addresses_and_scopes(snapshot: Snapshot) -> None:
    told = [
        f"{method.upper()} {path} {found['operationId']} {found['security'][0]['Bearer']} {' '.join(sorted(found['responses']))}"
        for method, path, found in operations()
    ]
    snapshot.holds("desk/api-operations.txt", "\n".join(sorted(told)))


def test_no_two_shapes_have_one_name() -> None:
    """Of two, the document would tell one and answer the other."""
    written = [
        name
        for file in (Path(package.__file__).parent / "shapes").glob("*.py")
        for name in re.findall(r"^class (\w+)\(", file.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert len(written) > 50
    assert sorted(written) == sorted(set(written))


def test_every_post_but_three_asks_for_a_key_and_every_operation_for_a_token() -> None:
    for method, _, found in operations():
        named = {each["name"] for each in found["parameters"] if each["required"]}
        own_key = found["operationId"] in OWN_KEY
        assert ("Idempotency-Key" in named) == (method == "post" and not own_key)
        assert "401" in found["responses"]
        assert found["summary"].endswith((".", ":"))


def test_every_fault_of_the_code_has_its_sentence() -> None:

    folder = Path(package.__file__).parent
    code = "".join(file.read_text(encoding="utf-8") for file in folder.rglob("*.py"))
    raised = set(re.findall(r'Fault\(\s*[0-9]{3},\s*"(\w+)"', code))
    said = {
        key.removeprefix("desk.api.fault.") for key in keys() if key.startswith("desk.api.fault.")
    }
    assert raised == said


def test_services_and_the_command_line_load_no_api(tmp_path: Path) -> None:
    here = {"DJANGO_SETTINGS_MODULE": "monazite.desk.settings", "MONAZITE_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT_NINJA],
        check=False,
        capture_output=True,
        text=True,
        env=os.environ | here,
    )
    assert (done.returncode, done.stderr.strip()) == (0, "")


def test_the_reference_says_what_the_document_says() -> None:
    tool = Path(__file__).parents[3] / "tools" / "build_api_docs.py"
    done = subprocess.run(
        [sys.executable, tool, "--check"], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from django.db import transaction

from monazite.desk.applications.errors import Refused
from monazite.desk.events.models import Event
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.licences.models import Licence, Movement
from monazite.desk.licences.snapshot import fingerprint
from monazite.desk.licences.standing import standing
from support.licences import issue_for, issued
from support.offices import filed

if TYPE_CHECKING:
    from pathlib import Path

    from support.offices import World

CODE = re.compile(r"[A-HJ-NP-Z2-9]{5}(-[A-HJ-NP-Z2-9]{5}){4}")


def test_numbers_follow_each_other_without_gaps(w: World) -> None:
    first, second = issued(w), issued(w)
    assert re.fullmatch(r"CN-L-20\d\d-000001", first.number)
    assert second.number.endswith("-000002")


def test_what_was_filed_is_what_is_printed(w: World) -> None:
    licence = issued(w)
    terms = licence.terms
    assert terms["number"] == licence.number
    assert terms["holder"]["name"] == w.exporter.name
    assert terms["destination"] == licence.application.form["application"]["destination"]
    assert [line["number"] for line in terms["lines"]] == [1]
    assert terms["conditions"] == licence.conditions
    assert "Report each arrival." in licence.conditions
    assert {each["office"] for each in terms["signed"]} == {w.licensing.name}
    assert len(terms["signed"]) == 2


def test_no_trade_secret_is_printed(w: World) -> None:
    licence = issued(w)
    printed = json.dumps(licence.terms)
    form = licence.application.form
    secrets = [str(value) for row in form["product_tree"] for value in row.values()]
    secrets += [row["customer"] for row in form.get("onward_sales", [])]
    assert secrets
    assert not [each for each in secrets if len(each) > 6 and each in printed]


def test_the_fingerprint_is_of_the_terms_as_they_lie_in_the_database(w: World) -> None:
    licence = Licence.objects.get(pk=issued(w).pk)
    assert licence.terms_sha256 == fingerprint(licence.terms)
    changed = licence.terms | {"destination": "US"}
    assert fingerprint(changed) != licence.terms_sha256


def test_check_codes_are_long_and_read_one_way(w: World) -> None:
    codes = {issued(w).check_code, issued(w).check_code}
    assert len(codes) == 2
    assert all(CODE.fullmatch(code) for code in codes)


def test_each_account_begins_with_its_grant(w: World) -> None:
    line = issued(w).lines.get()
    grant = Movement.objects.get(line=line)
    assert (grant.kind, grant.number, grant.quantity) == ("grant", 1, line.quantity)
    assert (line.used_quantity, line.uses) == (0, 0)


def test_it_can_be_used_from_its_first_day_to_its_last(w: World) -> None:
    licence = issued(w)
    assert standing(licence, licence.valid_from).usable
    assert standing(licence, licence.valid_until).usable
    assert standing(licence, licence.valid_until.replace(year=2999)).state == "expired"


def test_an_application_gets_one_licence(w: World) -> None:
    application = filed(w)
    issue_for(w, application)
    with pytest.raises(Refused, match="has its licence"), transaction.atomic():
        issue_for(w, application)


def test_the_events_tell_the_rows(w: World, tmp_path: Path) -> None:
    licence = issued(w)
    kinds = Event.objects.filter(aggregate_id=licence.pk).values_list("kind", flat=True)
    assert list(kinds) == ["issued"]
    assert licence.check_code not in " ".join(Event.objects.values_list("payload", flat=True))
    assert prove(tmp_path, PublicKeys(())).whole

"""Organisations, people, roles: what the services hold, whoever calls them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.desk.events.append import ChangedMeanwhile
from monazite.desk.events.models import Event
from monazite.desk.people import services
from monazite.desk.people.may import Forbidden
from monazite.desk.people.models import Assignment, Organisation, Person
from monazite.desk.people.roles import ROLES
from monazite.desk.people.services.acting import fresh
from monazite.errors import InputError, MonaziteError
from support.desk_people import organisation, person, verified

if TYPE_CHECKING:
    from collections.abc import Callable

GOOD = {"kind": "exporter", "name": "Baotou Example", "country": "CN"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "bank"), ("name", ""), ("name", "a" * 201), ("name", "a\u202eb"), ("name", "a\x00b"),
        ("name_native", "一\n二"), ("country", "Atlantis"), ("identifier", "9" * 61), ("duty", "intake"),
    ],
)  # fmt: skip
def test_an_organisation_of_bad_values_names_the_field(field: str, value: str) -> None:
    with pytest.raises(InputError) as caught:
        services.add_organisation(None, "cli", **GOOD | {field: value})
    assert caught.value.field == field
    assert Organisation.objects.count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize("missing", ["duty", "regime"])
def test_an_agency_has_a_duty_and_a_regime(missing: str) -> None:
    agency = GOOD | {"kind": "agency", "duty": "intake", "regime": "CN"}
    services.add_organisation(None, "cli", **agency)
    with pytest.raises(InputError):
        services.add_organisation(None, "cli", **agency | {missing: ""})


@pytest.mark.django_db
@pytest.mark.parametrize(
    "email", ["", "x", "a@b", "a b@firm.example", "a@firm.example\nb", "a\u202e@firm.example"]
)
def test_a_person_has_an_address(email: str) -> None:
    firm = organisation()
    with pytest.raises(InputError):
        services.add_person(None, "cli", organisation=firm, name="N", email=email)


@pytest.mark.django_db
def test_an_address_belongs_to_one_account_however_it_is_typed() -> None:
    firm = organisation()
    services.add_person(None, "cli", organisation=firm, name="N", email="li@firm.example")
    with pytest.raises(InputError):
        services.add_person(None, "cli", organisation=firm, name="M", email=" LI@Firm.example")
    assert firm.people.count() == 1
    assert Event.objects.filter(kind="person.added").count() == 1


@pytest.mark.django_db
def test_every_change_is_on_the_chain_of_the_organisation() -> None:
    firm = organisation()
    who = person("preparer", at=firm)
    services.end_role(None, "cli", who, "preparer")
    services.grant_role(None, "cli", who, "signatory")
    services.make_token(who, "page", "t", ["applications:read"])
    services.link_for_first_password(None, "cli", who)
    services.end_person(None, "cli", who)
    services.end_organisation(None, "cli", firm)
    kinds = (
        Event.objects.filter(aggregate_id=firm.pk).order_by("seq").values_list("kind", flat=True)
    )
    assert list(kinds) == [
        "organisation.added", "person.added", "role.granted", "role.ended", "role.granted",
        "token.made", "person.linked", "token.revoked", "person.ended", "organisation.ended",
    ]  # fmt: skip


@pytest.mark.django_db
def test_what_is_done_twice_is_done_once() -> None:
    firm = organisation()
    who = person(at=firm)
    first = services.grant_role(None, "cli", who, "preparer")
    assert services.grant_role(None, "cli", who, "preparer") == first
    for _ in range(2):
        services.end_role(None, "cli", who, "preparer")
        services.end_person(None, "cli", who)
        services.end_organisation(None, "cli", firm)
    assert Event.objects.filter(aggregate_id=firm.pk).count() == 6


@pytest.mark.django_db
def test_the_end_of_a_person_ends_roles_and_tokens() -> None:
    firm = organisation()
    who = person("preparer", at=firm)
    _, secret = services.make_token(who, "page", "t", ["applications:read"])
    services.end_person(None, "cli", who)
    assert not who.assignments.filter(until__isnull=True).exists()
    assert services.tokens.bearer(secret) is None


@pytest.mark.django_db
def test_without_a_person_only_the_machine_acts() -> None:
    for via in ("page", "api", "worker", ""):
        with pytest.raises(Forbidden):
            services.add_organisation(None, via, **GOOD)


@pytest.mark.django_db
def test_a_role_belongs_to_a_kind_of_organisation() -> None:
    for kind in ("exporter", "agency", "foreign", "operator"):
        who = person(at=organisation(kind))
        for role, kinds in ROLES.items():
            if kind not in kinds:
                with pytest.raises(InputError):
                    services.grant_role(None, "cli", who, role)


@pytest.mark.django_db
def test_the_database_itself_refuses_a_role_granted_to_oneself() -> None:
    who = person(at=organisation())
    with pytest.raises(IntegrityError), transaction.atomic():
        Assignment.objects.create(
            person=who, role="signatory", granted_by=who, since=timezone.now()
        )


@pytest.mark.django_db
def test_the_last_admin_stays() -> None:
    firm = organisation()
    first, second = person("organisation_admin", at=firm), person("organisation_admin", at=firm)
    services.end_role(first, "page", first, "organisation_admin")
    with pytest.raises(Forbidden):
        services.end_role(second, "page", second, "organisation_admin")
    with pytest.raises(Forbidden):
        services.end_person(second, "page", second)


@pytest.mark.django_db(transaction=True)
def test_two_admins_who_end_each_other_leave_one() -> None:
    firm = organisation()
    pair = [person("organisation_admin", at=firm), person("organisation_admin", at=firm)]

    def end(number: int) -> None:
        try:
            by, other = (Person.objects.get(pk=p.pk) for p in (pair[number], pair[1 - number]))
            services.end_role(by, "page", other, "organisation_admin")
        except (Forbidden, ChangedMeanwhile):
            pass
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(end, (0, 1)))
    held = Assignment.objects.filter(role="organisation_admin", until__isnull=True)
    assert held.count() == 1


@pytest.mark.django_db
def test_a_stale_chain_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    firm = organisation()
    who = person(at=firm)
    before = fresh(firm.pk)
    services.grant_role(None, "cli", who, "preparer")
    monkeypatch.setattr(services.roles, "fresh", lambda _: before)
    with pytest.raises(ChangedMeanwhile):
        services.grant_role(None, "cli", who, "signatory")
    assert not who.assignments.filter(role="signatory").exists()


@pytest.mark.django_db
def test_an_operator_starts_an_organisation_and_then_leaves_it_alone() -> None:
    operator = verified(
        services.first_operator(
            organisation="Desk", country="CN", name="Op", email="op@desk.example"
        )
    )
    firm = services.add_organisation(operator, "page", **GOOD)
    admin = services.add_first_admin(
        operator, "page", organisation=firm, name="A", email="a@firm.example"
    )
    assert admin.assignments.get().role == "organisation_admin"
    assert services.link_for_first_password(operator, "page", admin)
    with pytest.raises(Forbidden):
        services.add_person(operator, "page", organisation=firm, name="B", email="b@firm.example")
    with pytest.raises(Forbidden):
        services.grant_role(operator, "page", admin, "signatory")


_STEPS = st.lists(
    st.tuples(
        st.sampled_from(["grant", "end", "end_person", "add", "link"]),
        st.integers(0, 7),
        st.integers(0, 7),
        st.sampled_from([*ROLES, "root", ""]),
    ),
    max_size=12,
)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@settings(max_examples=25, deadline=None, database=None, derandomize=True)
@given(steps=_STEPS)
def test_no_sequence_of_steps_by_people_without_the_right_changes_a_role(
    steps: list[tuple[str, int, int, str]],
) -> None:
    """Everybody but admins and operators tries everything on everybody, in any order."""
    with transaction.atomic():
        people = _ordinary()
        before = _held()
        for step, by, whom, role in steps:
            with pytest.raises(MonaziteError):
                _do(step, people[by % len(people)], people[whom % len(people)], role)
        assert _held() == before
        transaction.set_rollback(True)


def _ordinary() -> list[Person]:
    firm, agency, foreign = organisation(), organisation("agency"), organisation("foreign")
    person("organisation_admin", at=firm)
    return [
        person("preparer", "signatory", at=firm), person("signatory", at=firm), person(at=firm),
        verified(person("chief", "reviewer", at=agency)), verified(person("auditor", at=agency)),
        person("intake_officer", at=agency), person("partner", at=foreign),
        person("organisation_admin", at=foreign),
    ][:7]  # fmt: skip


def _do(step: str, by: Person, whom: Person, role: str) -> None:
    steps: dict[str, Callable[[], Any]] = {
        "grant": lambda: services.grant_role(by, "page", whom, role),
        "end": lambda: services.end_role(by, "page", whom, role),
        "end_person": lambda: services.end_person(by, "page", whom),
        "link": lambda: services.link_for_first_password(by, "page", whom),
        "add": lambda: services.add_person(
            by, "page", organisation=whom.organisation, name="N", email="n@firm.example"
        ),
    }
    steps[step]()


def _held() -> set[tuple[object, str]]:
    return set(Assignment.objects.filter(until__isnull=True).values_list("person", "role"))

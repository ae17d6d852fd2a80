from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications import services
from monazite.desk.applications.errors import Clash, Conflict
from monazite.desk.applications.models import Application
from monazite.desk.applications.typed.storable import form_sha256
from monazite.desk.events.models import Event
from monazite.desk.people.may import Forbidden
from monazite.errors import InputError
from monazite.law.procedure import NotAllowed

if TYPE_CHECKING:
    from support.offices import World

FORM = {
    "application": {"regime": "CN", "kind": "single", "destination": "Japan"},
    "lines": [{"description": "Magnet"}, {"description": "Powder"}],
}


def draft(w: World) -> Application:
    return services.new(w.preparer, FORM, "page")


def stored(application: Application) -> Application:
    return Application.objects.get(pk=application.pk)


def told(application: Application) -> list[tuple[str, dict[str, object]]]:
    events = Event.objects.filter(aggregate_id=application.pk).order_by("seq")
    return [(event.kind, json.loads(event.payload)) for event in events]


def test_a_draft_keeps_what_was_typed_and_shows_what_it_says(w: World) -> None:
    made = stored(draft(w))
    assert made.form == FORM
    assert (made.state, made.version, made.reference) == ("draft", 1, None)
    assert (made.regime, made.kind, made.destination, made.title) == (
        "CN",
        "single",
        "JP",
        "Magnet",
    )
    assert made.organisation == w.exporter


def test_a_save_changes_the_named_fields_and_no_others(w: World) -> None:
    made = draft(w)
    saved = services.save(
        w.preparer, made.pk, {"lines[1].quantity": "1,2.5 ??", "contract.number": "A-1"}, 1, "page"
    )
    assert saved.version == 2
    assert stored(made).form == FORM | {
        "lines": [{"description": "Magnet"}, {"description": "Powder", "quantity": "1,2.5 ??"}],
        "contract": {"number": "A-1"},
    }


def test_the_event_tells_which_fields_and_not_what_was_typed(w: World) -> None:
    made = draft(w)
    services.save(w.preparer, made.pk, {"contract.number": "A-1"}, 1, "page")
    now = stored(made)
    kind, said = told(made)[-1]
    assert (kind, said["version"], said["paths"]) == ("saved", 2, ["contract.number"])
    assert said["form"] == form_sha256(now.form)
    typed = {now.form["contract"]["number"], now.title, now.words}
    assert not typed & {str(value) for value in said.values()}
    assert now.form_sha256 == form_sha256(now.form)


def test_saving_what_lies_there_already_is_no_event(w: World) -> None:
    made = draft(w)
    saved = services.save(w.preparer, made.pk, {"lines[0].description": "Magnet"}, 1, "page")
    assert (saved.version, saved.changed) == (1, ())
    assert [kind for kind, _ in told(made)] == ["created"]


def test_the_row_after_the_last_may_be_written(w: World) -> None:
    made = draft(w)
    changes = {"lines[3].description": "D", "lines[2].description": "C", "lines[2].unit": "kg"}
    services.save(w.preparer, made.pk, changes, 1, "page")
    assert stored(made).form["lines"][2:] == [
        {"description": "C", "unit": "kg"},
        {"description": "D"},
    ]


def test_two_who_write_different_fields_are_both_kept(w: World) -> None:
    made = draft(w)
    services.save(w.preparer, made.pk, {"contract.number": "A-1"}, 1, "page")
    saved = services.save(w.signatory, made.pk, {"contract.seller": "We"}, 1, "page")
    assert saved.version == 3
    assert stored(made).form["contract"] == {"number": "A-1", "seller": "We"}


def test_two_who_write_the_same_field_are_told_both_values(w: World) -> None:
    made = draft(w)
    services.save(w.preparer, made.pk, {"contract.number": "A-1"}, 1, "page")
    with pytest.raises(Conflict) as conflict:
        services.save(
            w.signatory, made.pk, {"contract.number": "B-2", "contract.seller": "We"}, 1, "page"
        )
    assert conflict.value.clashes == (Clash("contract.number", "A-1", "B-2"),)
    assert conflict.value.version == 2
    assert stored(made).form["contract"] == {"number": "A-1"}


def test_a_later_save_of_others_counts_even_when_it_was_not_the_last(w: World) -> None:
    made = draft(w)
    services.save(w.preparer, made.pk, {"contract.number": "A-1"}, 1, "page")
    services.save(w.preparer, made.pk, {"contract.seller": "We"}, 2, "page")
    with pytest.raises(Conflict):
        services.save(w.signatory, made.pk, {"contract.number": "B-2"}, 1, "page")
    services.save(w.signatory, made.pk, {"contract.number": "B-2"}, 2, "page")
    assert stored(made).form["contract"] == {"number": "B-2", "seller": "We"}


def test_rows_are_added_moved_and_removed(w: World) -> None:
    made = draft(w)
    services.add_row(w.preparer, made.pk, "lines", 1, "page")
    services.save(w.preparer, made.pk, {"lines[2].description": "Ingot"}, 2, "page")
    services.move_row(w.preparer, made.pk, "lines", 2, 0, 3, "page")
    services.remove_row(w.preparer, made.pk, "lines", 1, 4, "page")
    rows = [row["description"] for row in stored(made).form["lines"]]
    assert rows == ["Ingot", "Powder"]


def test_after_rows_moved_an_older_page_cannot_write_into_the_wrong_row(w: World) -> None:
    made = draft(w)
    services.move_row(w.preparer, made.pk, "lines", 1, 0, 1, "page")
    with pytest.raises(Conflict):
        services.save(w.signatory, made.pk, {"lines[0].quantity": "5"}, 1, "page")
    services.save(w.signatory, made.pk, {"contract.number": "A"}, 1, "page")


def test_a_row_is_not_removed_under_the_hands_of_another(w: World) -> None:
    made = draft(w)
    services.save(w.preparer, made.pk, {"lines[0].quantity": "5"}, 1, "page")
    with pytest.raises(Conflict):
        services.remove_row(w.signatory, made.pk, "lines", 0, 1, "page")


def test_an_added_row_is_in_nobodys_way(w: World) -> None:
    made = draft(w)
    services.add_row(w.preparer, made.pk, "lines", 1, "page")
    services.save(w.signatory, made.pk, {"lines[1].quantity": "5"}, 1, "page")
    with pytest.raises(Conflict):
        services.save(w.signatory, made.pk, {"lines[2].quantity": "5"}, 1, "page")


def test_an_import_replaces_the_form_unless_it_changed_meanwhile(w: World) -> None:
    made = draft(w)
    other = {"application": {"regime": "generic"}}
    services.save(w.preparer, made.pk, {"contract.number": "A-1"}, 1, "page")
    with pytest.raises(Conflict):
        services.save_form(w.preparer, made.pk, other, 1, "page")
    services.save_form(w.preparer, made.pk, other, 2, "page")
    assert stored(made).form == other
    with pytest.raises(Conflict):
        services.save(w.preparer, made.pk, {"contract.seller": "We"}, 2, "page")


def test_a_version_that_never_was_is_a_conflict(w: World) -> None:
    made = draft(w)
    with pytest.raises(Conflict):
        services.save(w.preparer, made.pk, {"contract.number": "A-1"}, 9, "page")


@pytest.mark.parametrize(
    "path",
    ["", "lines", "lines.quantity", "lines[0]", "lines[9].quantity", "contract[0].number",
     "contract.colour", "ships[0].name", "lines[-1].quantity", "lines[200].quantity", "__class__.x"],
)  # fmt: skip
def test_only_fields_of_the_form_are_written(w: World, path: str) -> None:
    made = draft(w)
    with pytest.raises(InputError, match=r"path|lines"):
        services.save(w.preparer, made.pk, {path: "x"}, 1, "page")
    assert stored(made).version == 1


@pytest.mark.parametrize(
    "text", ["a\0b", "\ud800", "x" * 20_001, 1.5, float("nan"), 10**15, {"a": 1.5}]
)
def test_what_a_database_cannot_give_back_is_refused(w: World, text: object) -> None:
    made = draft(w)
    with pytest.raises(InputError):
        services.save(w.preparer, made.pk, {"contract.number": text}, 1, "page")
    assert stored(made).form == FORM


@pytest.mark.parametrize(
    "form", [[], "x", {"lines": {}}, {"lines": ["x"]}, {"contract": []}, {"x": [[[[[["deep"]]]]]]}]
)
def test_a_form_of_another_shape_is_refused(w: World, form: object) -> None:
    with pytest.raises(InputError):
        services.new(w.preparer, form, "api")  # type: ignore[arg-type]
    assert not Application.objects.exists()


def test_a_form_beyond_all_measure_is_refused(w: World) -> None:
    with pytest.raises(InputError, match="at most"):
        services.new(w.preparer, {"papers": [{"label": "x" * 10_000} for _ in range(200)]}, "api")


def test_unknown_sections_are_kept_for_the_check_to_name(w: World) -> None:
    form = {"contract": {"number": "C-1"}, "colour": {"of": "sky"}}
    assert stored(services.new(w.preparer, form, "api")).form == form


@pytest.mark.parametrize("via", ["page", "api"])
def test_what_has_no_known_section_is_no_application(w: World, via: str) -> None:
    with pytest.raises(InputError, match="a section of the form"):
        services.new(w.preparer, {"hello": [1]}, via)
    assert services.new(w.preparer, {}, via).form == {}


def test_strangers_do_not_know_of_it_and_offices_not_yet(w: World) -> None:
    made = draft(w)
    for person in (w.stranger, w.chief, w.intake_officer):
        with pytest.raises(Forbidden) as refused:
            services.save(person, made.pk, {"contract.number": "A-1"}, 1, "page")
        assert refused.value.status == 404
    with pytest.raises(Forbidden) as refused:
        services.save(w.preparer, uuid.uuid4(), {"contract.number": "A-1"}, 1, "page")
    assert refused.value.status == 404


def test_a_discarded_draft_is_read_and_no_longer_written(w: World) -> None:
    made = draft(w)
    services.discard(w.preparer, made.pk, "page")
    assert stored(made).state == "discarded"
    with pytest.raises(NotAllowed):
        services.save(w.preparer, made.pk, {"contract.number": "A-1"}, 1, "page")
    with pytest.raises(NotAllowed):
        services.discard(w.preparer, made.pk, "page")

"""What changes organisations, people, roles and tokens: one function is one transaction.

Each takes `by` and `via` first: the person who acts, None for the command line's owner or the demo,
and the way: page, api, cli or demo. Forbidden where the person may not; InputError for values that
cannot be used; ChangedMeanwhile where the organisation changed at the same moment.
"""

from __future__ import annotations

from monazite.desk.people.services.first import add_first_admin, first_operator
from monazite.desk.people.services.organisations import add_organisation, end_organisation
from monazite.desk.people.services.passwords import (
    change_password,
    link_for_first_password,
    set_first_password,
)
from monazite.desk.people.services.persons import add_person, end_person
from monazite.desk.people.services.roles import end_role, grant_role
from monazite.desk.people.services.tokens import make_token, revoke_token

__all__ = [
    "add_first_admin",
    "add_organisation",
    "add_person",
    "change_password",
    "end_organisation",
    "end_person",
    "end_role",
    "first_operator",
    "grant_role",
    "link_for_first_password",
    "make_token",
    "revoke_token",
    "set_first_password",
]

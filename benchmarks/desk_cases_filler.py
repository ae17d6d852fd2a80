"""Many cases of a large office, made by SQL alone: PostgreSQL writes 200,000 in about two minutes.

What lies there then: firms, applications with form, parties, lines and offices; cases with tasks,
advice, holds and decisions, their states spread as a long run would leave them; each line with its
ruling, renewed for one case in 20 and under an earlier law for another; one event a chain. No hash
is right, and there are no routings and no licences: pages and figures can be measured on it, `desk
verify` cannot. The draws are seeded, so two fillings differ in their keys alone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from monazite.desk.people.models import Organisation, Person
    from support.offices import World

CASES = 200_000
REVIEWERS = ("miit", "ndrc", "mfa", "equipment", "nuclear", "province")
COUNTRIES = ("JP", "DE", "US", "KR", "FR", "IN", "GB", "VN", "CZ", "TH", "MX", "HU")
_FIRMS = 200
_PLAN = """
CREATE TEMPORARY TABLE plan AS
WITH drawn AS (
  SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS case_id, gen_random_uuid() AS decision_id,
    %(until)s::timestamptz - random() * %(days)s * interval '1 day' AS filed_at,
    (0.5 + random() * 11) * interval '1 day' AS to_accept,
    random() * 3 * interval '1 day' AS to_begin,
    (8 - ln(random() + 1e-9) * 42) * interval '1 day' AS to_decide,
    random() AS fate, random() AS outcome_draw, random() AS side, random() AS firm_draw,
    random() AS country_draw, random() AS what
  FROM generate_series(1, %(count)s) n
), ways AS (
  SELECT *, filed_at + to_accept AS accept_at, filed_at + to_accept + to_begin AS begin_at,
    filed_at + to_accept + to_begin + to_decide AS decide_at,
    filed_at + (to_accept + to_begin + to_decide) * side AS leave_at
  FROM drawn
), kept AS (
  SELECT *,
    CASE WHEN fate < 0.05 AND leave_at <= %(until)s THEN leave_at END AS left_at
  FROM ways
)
SELECT n, id, case_id, decision_id, filed_at, fate, what, left_at,
  CASE WHEN accept_at <= least(%(until)s, left_at) THEN accept_at END AS accepted_at,
  CASE WHEN begin_at <= least(%(until)s, left_at) THEN begin_at END AS begun_at,
  CASE WHEN decide_at <= %(until)s AND left_at IS NULL THEN decide_at END AS decided_at,
  CASE WHEN outcome_draw < 0.55 THEN 'approved' WHEN outcome_draw < 0.85
    THEN 'approved_with_conditions' WHEN outcome_draw < 0.97 THEN 'refused' ELSE 'not_required'
    END AS outcome,
  CASE WHEN left_at IS NOT NULL THEN CASE WHEN fate < 0.03 THEN 'withdrawn' ELSE 'superseded' END
    WHEN decide_at <= %(until)s
      THEN CASE WHEN decide_at < %(until)s - interval '60 days' THEN 'closed' ELSE 'decided' END
    WHEN begin_at <= %(until)s THEN CASE WHEN side < 0.1 THEN 'awaiting_applicant'
      WHEN side < 0.13 THEN 'referred_up' WHEN side < 0.25 THEN 'deciding' ELSE 'in_review' END
    WHEN accept_at <= %(until)s THEN 'accepted'
    WHEN side < 0.1 THEN 'returned_for_correction' WHEN side < 0.5 THEN 'intake'
    ELSE 'submitted' END AS state,
  (%(firms)s::uuid[])[1 + floor(firm_draw * %(firm_count)s)::int] AS firm,
  (%(countries)s::text[])[1 + floor(power(country_draw, 2) * %(country_count)s)::int] AS country,
  (%(officers)s::uuid[])[1 + n %% %(officer_count)s] AS officer
FROM kept
"""
_STATEMENTS = (
    """
INSERT INTO applications_application (id, event_seq, event_head, organisation_id, author_id,
  created_at, changed_at, title, words, regime, kind, destination, form, version, state, reference,
  filed_at, filed_by_id, form_sha256)
SELECT id, 1, '\\x00', firm, %(author)s, filed_at - interval '2 days',
  coalesce(left_at, decided_at, begun_at, accepted_at, filed_at),
  'Sintered magnets, grade ' || n %% 977, 'sintered magnets grade ' || n %% 977, 'CN', 'single',
  country, %(form)s::jsonb, 1, state, 'CN-2000-' || lpad(n::text, 6, '0'), filed_at, %(author)s,
  repeat('0', 64) FROM plan""",
    """
INSERT INTO applications_namedoffice (application_id, agency_id, duty, since)
SELECT id, office.agency, office.duty, filed_at FROM plan
CROSS JOIN (VALUES (%(intake)s::uuid, 'intake'), (%(licensing)s::uuid, 'licensing'))
  AS office (agency, duty)
UNION ALL
SELECT id, (%(reviewers)s::uuid[])[1 + (n + k) %% %(reviewer_count)s], 'reviewing', begun_at
FROM plan CROSS JOIN generate_series(0, 2) k WHERE begun_at IS NOT NULL""",
    """
INSERT INTO applications_filedparty (application_id, number, role, name, name_native, country,
  identifier)
SELECT id, 1, 'importer', 'Import House ' || n %% 1389, '', country, 'IM' || n %% 1389 FROM plan
UNION ALL
SELECT id, 2, 'end_user', 'Motors ' || n %% 4409, '', country, 'EU' || n %% 4409 FROM plan""",
    """
INSERT INTO applications_filedline (application_id, number, description, form, contains,
  control_code, hs, quantity, unit, value, currency)
SELECT id, k, 'Grade ' || n %% 977, 'magnet',
  CASE WHEN what < 0.4 THEN 'Nd=0.27,Fe=0.68,B=0.01,Dy=0.03' WHEN what < 0.6 THEN 'Nd,Fe,B,Tb=0.01'
    WHEN what < 0.7 THEN 'Sm,Co' WHEN what < 0.8 THEN 'Ga=0.9999' WHEN what < 0.9 THEN 'Sb'
    WHEN what < 0.97 THEN 'W,Co' ELSE 'Y=0.99' END,
  CASE WHEN what < 0.6 THEN '1C905.a.4' WHEN what < 0.7 THEN '1C902.a.2' ELSE '' END, '',
  1800, 'kg', 126000, 'USD'
FROM plan CROSS JOIN generate_series(1, 2) k WHERE k = 1 OR n %% 4 = 0""",
    """
INSERT INTO cases_case (id, event_seq, event_head, application_id, opened_at, closed_at, agency_id,
  officer_id, clock, limit_days, accepted_on, counted, running_since, due_index, calendar)
SELECT case_id, 1, '\\x00', id, filed_at,
  CASE WHEN left_at IS NOT NULL THEN left_at WHEN state = 'closed' THEN decided_at END,
  CASE WHEN accepted_at IS NOT NULL THEN %(licensing)s::uuid END,
  CASE WHEN begun_at IS NOT NULL THEN officer END,
  CASE WHEN accepted_at IS NOT NULL THEN 'decision' ELSE '' END,
  CASE WHEN accepted_at IS NOT NULL AND state <> 'referred_up' THEN 45 END, accepted_at::date, 0,
  CASE WHEN state IN ('accepted', 'in_review', 'deciding') THEN accepted_at::date END,
  CASE WHEN state IN ('accepted', 'in_review', 'deciding')
    THEN ((accepted_at::date - DATE '2023-01-01') * 0.68)::int + 45 END,
  CASE WHEN accepted_at IS NOT NULL THEN %(calendar)s ELSE '' END
FROM plan""",
    """
INSERT INTO cases_task (case_id, number, kind, agency_id, rule, opened_at, assignee_id, state,
  closed_at)
SELECT case_id, row_number() OVER (PARTITION BY case_id ORDER BY step, k), kind, agency, rule,
  opened_at, CASE WHEN kind = 'review' OR n %% 3 > 0 THEN officer END,
  CASE WHEN closed_at IS NULL THEN 'open' WHEN left_at = closed_at THEN 'cancelled' ELSE 'done' END,
  closed_at
FROM (
  SELECT case_id, n, left_at, NULL::uuid AS officer, 1 AS step, 1 AS k, 'accept' AS kind,
    %(intake)s::uuid AS agency, 'filed' AS rule, filed_at AS opened_at,
    coalesce(accepted_at, left_at) AS closed_at FROM plan
  UNION ALL
  SELECT case_id, n, left_at, NULL, 2, k, 'review',
    (%(reviewers)s::uuid[])[1 + (n + k) %% %(reviewer_count)s], 'by_hand', begun_at,
    CASE WHEN decided_at IS NOT NULL OR left_at IS NOT NULL OR (n + k) %% 3 = 0
      THEN least(begun_at + (3 + (n * (k + 3)) %% 31) * interval '1 day', decided_at, left_at,
        %(until)s) END
  FROM plan CROSS JOIN generate_series(0, 2) k WHERE begun_at IS NOT NULL
  UNION ALL
  SELECT case_id, n, left_at, officer, 3, 1, 'decide', %(licensing)s::uuid, 'accepted', accepted_at,
    coalesce(decided_at, left_at) FROM plan WHERE accepted_at IS NOT NULL
) made""",
    """
INSERT INTO cases_advice (case_id, task_id, agency_id, author_id, at, position, grounds, conditions,
  text, law_hash, form_sha256)
SELECT case_id, id, agency_id, %(reviewer)s, closed_at,
  CASE WHEN id %% 11 = 0 THEN 'with_conditions' ELSE 'no_objection' END, '[]', '[]',
  'Looked at.', repeat('0', 64), repeat('0', 64)
FROM cases_task WHERE kind = 'review' AND state = 'done'""",
    """
INSERT INTO cases_decision (id, case_id, number, kind, outcome, grounds, conditions, text, terms,
  form_sha256, law_hash, author_id, proposed_at, state, signer_id, signed_at, said)
SELECT decision_id, case_id, 1, 'decision', outcome, '[]', '[]', 'Reasons.', '{}', repeat('0', 64),
  repeat('0', 64), officer, decided_at - interval '1 day', 'standing', %(chief)s, decided_at, ''
FROM plan WHERE decided_at IS NOT NULL""",
    """
INSERT INTO cases_question (case_id, number, kind, stops_clock, text, asked_by_id, asked_at)
SELECT case_id, 1,
  CASE WHEN state = 'returned_for_correction' THEN 'correction' ELSE 'question' END,
  state <> 'returned_for_correction', 'Which plant is it for?', %(chief)s,
  coalesce(begun_at, filed_at) + interval '1 hour'
FROM plan WHERE state IN ('returned_for_correction', 'awaiting_applicant')""",
    """
INSERT INTO applications_lineruling (line_id, ruled_at, "on", law_hash, outcome, document)
SELECT l.id, p.filed_at, p.filed_at::date,
  CASE WHEN p.n %% 20 < 2 THEN %(earlier)s ELSE %(law)s END, %(outcome)s, %(ruling)s::jsonb
FROM plan p JOIN applications_filedline l ON l.application_id = p.id""",
    """
INSERT INTO applications_lineruling (line_id, ruled_at, "on", law_hash, outcome, document,
  supersedes_id)
SELECT r.line_id, r.ruled_at + interval '9 days', r."on" + 9, %(law)s, r.outcome, r.document, r.id
FROM plan p JOIN applications_filedline l ON l.application_id = p.id
JOIN applications_lineruling r ON r.line_id = l.id WHERE p.n %% 20 = 1""",
    """
INSERT INTO cases_hold (case_id, number, reason, text, stops_clock, placed_by_id, placed_at)
SELECT case_id, 1, 'policy', 'A rule is awaited.', false, %(chief)s, begun_at + interval '2 hours'
FROM plan WHERE begun_at IS NOT NULL AND n %% 14 = 0""",
    """
INSERT INTO cases_release (hold_id, text, released_by_id, released_at)
SELECT h.id, 'It has come.', %(chief)s, least(h.placed_at + interval '20 days', %(until)s)
FROM plan p JOIN cases_hold h ON h.case_id = p.case_id
WHERE p.decided_at IS NOT NULL OR p.left_at IS NOT NULL OR p.n %% 28 = 0""",
    """
INSERT INTO events_event (aggregate_kind, aggregate_id, seq, at, actor, via, kind, payload,
  previous, hash)
SELECT 'application', id, 1, filed_at, %(author)s::uuid, 'page', 'filed', '{}', '\\x00'::bytea,
  '\\x00'::bytea FROM plan
UNION ALL
SELECT 'case', case_id, 1, filed_at, NULL, 'page', 'opened', '{}', '\\x00', '\\x00' FROM plan""",
)


@dataclass(frozen=True, slots=True)
class Filled:
    """Who works there: the world of the tests, reviewing offices, and officers who have cases."""

    world: World
    reviewing: tuple[Organisation, ...]
    officers: tuple[Person, ...]


def fill(until: datetime, count: int = CASES, days: int = 730) -> Filled:
    """So many cases, filed over the days before `until`; the tables are there and empty."""
    from django.db import connection

    from monazite.licensing.calendars import calendar
    from support.forms import good_form
    from support.offices import firm, law_today, person, world

    made = world()
    reviewing = tuple(
        firm("agency", f"Reviewing office {name}", regime="CN", duty="reviewing", identifier=name)
        for name in REVIEWERS
    )
    officers = tuple(_officer(made, number) for number in range(20))
    firms = [made.exporter, *(firm("exporter", f"Firm {n}") for n in range(_FIRMS - 1))]
    values = _people(made, reviewing, officers, [each.pk for each in firms])
    values |= {
        "until": until,
        "calendar": calendar("CN").hash,
        "count": count,
        "days": days,
        "form": json.dumps(good_form(law_today())),
    }
    values |= _ruling()
    values["reviewer"] = person(reviewing[0], "reviewer").pk
    with connection.cursor() as cursor:
        cursor.execute("SELECT setseed(0.4)")
        for statement in (_PLAN, *_STATEMENTS):
            cursor.execute(statement, values)
        cursor.execute("DROP TABLE plan")
        cursor.execute("VACUUM ANALYZE")
    return Filled(made, reviewing, officers)


def _ruling() -> dict[str, str]:
    """What the law says of the form's line, and the hashes of this law and of one before it."""
    from monazite.law.document import document
    from monazite.law.store import load
    from monazite.licensing.precheck import precheck
    from support.forms import good_form, paper_hashes
    from support.offices import law_today

    law, today = load(), law_today()
    checked = precheck(good_form(today), today=today, law=law, files=paper_hashes())
    (ruling,) = (each.ruling for each in checked.rulings if each.ruling is not None)
    told = json.dumps(document(ruling.law, ruling, "en"))
    return {
        "law": ruling.law_hash, "earlier": "e" * 64, "outcome": ruling.outcome, "ruling": told
    }  # fmt: skip


def _officer(made: World, number: int) -> Person:
    from support.desk_people import person

    return person("licensing_officer", at=made.licensing, email=f"officer{number}@office.example")


def _people(
    made: World,
    reviewing: tuple[Organisation, ...],
    officers: tuple[Person, ...],
    firms: list[UUID],
) -> dict[str, Any]:
    """Who is named in the rows, as the statements call them."""
    return {
        "author": made.signatory.pk, "chief": made.chief.pk, "intake": made.intake.pk,
        "licensing": made.licensing.pk,
        "firms": firms, "firm_count": len(firms),
        "countries": list(COUNTRIES), "country_count": len(COUNTRIES),
        "reviewers": [each.pk for each in reviewing], "reviewer_count": len(reviewing),
        "officers": [each.pk for each in officers], "officer_count": len(officers),
    }  # fmt: skip

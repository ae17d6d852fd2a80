-- A case goes on by its chain; its rows are only added, and closed once.
CREATE TRIGGER case_stays BEFORE DELETE ON cases_case
BEGIN
  SELECT RAISE(ABORT, 'cases_case is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER case_id BEFORE UPDATE ON cases_case WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'cases_case: an id never changes');
END;
CREATE TRIGGER case_step BEFORE UPDATE ON cases_case
  WHEN NOT (NEW.event_seq = OLD.event_seq + 1 AND NEW.event_head <> OLD.event_head)
  AND (NEW.event_seq <> OLD.event_seq OR NEW.event_head <> OLD.event_head)
BEGIN
  SELECT RAISE(ABORT, 'cases_case: a chain goes on by one event at a time');
END;
CREATE TRIGGER case_held BEFORE UPDATE ON cases_case
  WHEN NEW.event_seq = OLD.event_seq AND (
    NEW.application_id IS NOT OLD.application_id
    OR NEW.opened_at IS NOT OLD.opened_at
    OR NEW.closed_at IS NOT OLD.closed_at
    OR NEW.agency_id IS NOT OLD.agency_id
    OR NEW.officer_id IS NOT OLD.officer_id
    OR NEW.clock IS NOT OLD.clock
    OR NEW.limit_days IS NOT OLD.limit_days
    OR NEW.accepted_on IS NOT OLD.accepted_on
    OR NEW.counted IS NOT OLD.counted
    OR NEW.running_since IS NOT OLD.running_since
    OR NEW.due_index IS NOT OLD.due_index
    OR NEW.calendar IS NOT OLD.calendar
  )
BEGIN
  SELECT RAISE(ABORT, 'cases_case: what the chain tells changes only together with an event');
END;

CREATE TRIGGER routing_no_update BEFORE UPDATE ON cases_routing
BEGIN
  SELECT RAISE(ABORT, 'cases_routing is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER routing_no_delete BEFORE DELETE ON cases_routing
BEGIN
  SELECT RAISE(ABORT, 'cases_routing is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER screening_no_update BEFORE UPDATE ON cases_screening
BEGIN
  SELECT RAISE(ABORT, 'cases_screening is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER screening_no_delete BEFORE DELETE ON cases_screening
BEGIN
  SELECT RAISE(ABORT, 'cases_screening is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER question_no_update BEFORE UPDATE ON cases_question
BEGIN
  SELECT RAISE(ABORT, 'cases_question is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER question_no_delete BEFORE DELETE ON cases_question
BEGIN
  SELECT RAISE(ABORT, 'cases_question is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER answer_no_update BEFORE UPDATE ON cases_answer
BEGIN
  SELECT RAISE(ABORT, 'cases_answer is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER answer_no_delete BEFORE DELETE ON cases_answer
BEGIN
  SELECT RAISE(ABORT, 'cases_answer is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER hold_no_update BEFORE UPDATE ON cases_hold
BEGIN
  SELECT RAISE(ABORT, 'cases_hold is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER hold_no_delete BEFORE DELETE ON cases_hold
BEGIN
  SELECT RAISE(ABORT, 'cases_hold is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER release_no_update BEFORE UPDATE ON cases_release
BEGIN
  SELECT RAISE(ABORT, 'cases_release is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER release_no_delete BEFORE DELETE ON cases_release
BEGIN
  SELECT RAISE(ABORT, 'cases_release is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER referral_no_update BEFORE UPDATE ON cases_referral
BEGIN
  SELECT RAISE(ABORT, 'cases_referral is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER referral_no_delete BEFORE DELETE ON cases_referral
BEGIN
  SELECT RAISE(ABORT, 'cases_referral is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER handback_no_update BEFORE UPDATE ON cases_handback
BEGIN
  SELECT RAISE(ABORT, 'cases_handback is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER handback_no_delete BEFORE DELETE ON cases_handback
BEGIN
  SELECT RAISE(ABORT, 'cases_handback is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER advice_no_update BEFORE UPDATE ON cases_advice
BEGIN
  SELECT RAISE(ABORT, 'cases_advice is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER advice_no_delete BEFORE DELETE ON cases_advice
BEGIN
  SELECT RAISE(ABORT, 'cases_advice is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER settlement_no_update BEFORE UPDATE ON cases_settlement
BEGIN
  SELECT RAISE(ABORT, 'cases_settlement is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER settlement_no_delete BEFORE DELETE ON cases_settlement
BEGIN
  SELECT RAISE(ABORT, 'cases_settlement is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER reconsideration_no_update BEFORE UPDATE ON cases_reconsideration
BEGIN
  SELECT RAISE(ABORT, 'cases_reconsideration is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER reconsideration_no_delete BEFORE DELETE ON cases_reconsideration
BEGIN
  SELECT RAISE(ABORT, 'cases_reconsideration is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER note_no_update BEFORE UPDATE ON cases_note
BEGIN
  SELECT RAISE(ABORT, 'cases_note is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER note_no_delete BEFORE DELETE ON cases_note
BEGIN
  SELECT RAISE(ABORT, 'cases_note is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

-- A task is given to somebody while it is open, and closed once.
CREATE TRIGGER task_no_update BEFORE UPDATE ON cases_task
  WHEN NOT (
    OLD.state = 'open'
    AND NEW.id IS OLD.id AND NEW.case_id IS OLD.case_id AND NEW.number IS OLD.number
    AND NEW.kind IS OLD.kind AND NEW.agency_id IS OLD.agency_id AND NEW.rule IS OLD.rule
    AND NEW.opened_at IS OLD.opened_at
  )
BEGIN
  SELECT RAISE(ABORT, 'cases_task is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER task_no_delete BEFORE DELETE ON cases_task
BEGIN
  SELECT RAISE(ABORT, 'cases_task is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

-- A proposal is signed or sent back, a decision that stands is superseded: nothing else.
CREATE TRIGGER decision_no_update BEFORE UPDATE ON cases_decision
  WHEN NOT (
    (
      OLD.state = 'proposed' AND NEW.state IN ('standing', 'sent_back')
      OR OLD.state = 'standing' AND NEW.state = 'superseded' AND NEW.signer_id IS OLD.signer_id
      AND NEW.signed_at IS OLD.signed_at AND NEW.said IS OLD.said
    )
    AND NEW.id IS OLD.id AND NEW.case_id IS OLD.case_id AND NEW.number IS OLD.number
    AND NEW.kind IS OLD.kind AND NEW.outcome IS OLD.outcome AND NEW.grounds IS OLD.grounds
    AND NEW.conditions IS OLD.conditions AND NEW.text IS OLD.text AND NEW.terms IS OLD.terms
    AND NEW.form_sha256 IS OLD.form_sha256 AND NEW.law_hash IS OLD.law_hash
    AND NEW.author_id IS OLD.author_id AND NEW.proposed_at IS OLD.proposed_at
    AND NEW.supersedes_id IS OLD.supersedes_id
  )
BEGIN
  SELECT RAISE(ABORT, 'cases_decision is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER decision_no_delete BEFORE DELETE ON cases_decision
BEGIN
  SELECT RAISE(ABORT, 'cases_decision is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

-- Of a mention only that it was seen is ever written.
CREATE TRIGGER mention_no_update BEFORE UPDATE ON cases_mention
  WHEN NOT (
    NEW.id IS OLD.id AND NEW.note_id IS OLD.note_id AND NEW.person_id IS OLD.person_id
  )
BEGIN
  SELECT RAISE(ABORT, 'cases_mention is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER mention_no_delete BEFORE DELETE ON cases_mention
BEGIN
  SELECT RAISE(ABORT, 'cases_mention is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

-- A case goes on by its chain; its rows are only added, and closed once.
CREATE TRIGGER case_stays BEFORE DELETE ON cases_case
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER case_table_stays BEFORE TRUNCATE ON cases_case
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER case_step BEFORE UPDATE ON cases_case
  FOR EACH ROW EXECUTE FUNCTION monazite_step(
    'application_id', 'opened_at', 'closed_at', 'agency_id', 'officer_id', 'clock', 'limit_days', 'accepted_on', 'counted', 'running_since', 'due_index', 'calendar'
  );

CREATE TRIGGER routing_rows_stay BEFORE UPDATE OR DELETE ON cases_routing
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER routing_table_stays BEFORE TRUNCATE ON cases_routing
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER screening_rows_stay BEFORE UPDATE OR DELETE ON cases_screening
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER screening_table_stays BEFORE TRUNCATE ON cases_screening
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER question_rows_stay BEFORE UPDATE OR DELETE ON cases_question
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER question_table_stays BEFORE TRUNCATE ON cases_question
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER answer_rows_stay BEFORE UPDATE OR DELETE ON cases_answer
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER answer_table_stays BEFORE TRUNCATE ON cases_answer
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER hold_rows_stay BEFORE UPDATE OR DELETE ON cases_hold
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER hold_table_stays BEFORE TRUNCATE ON cases_hold
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER release_rows_stay BEFORE UPDATE OR DELETE ON cases_release
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER release_table_stays BEFORE TRUNCATE ON cases_release
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER referral_rows_stay BEFORE UPDATE OR DELETE ON cases_referral
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER referral_table_stays BEFORE TRUNCATE ON cases_referral
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER handback_rows_stay BEFORE UPDATE OR DELETE ON cases_handback
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER handback_table_stays BEFORE TRUNCATE ON cases_handback
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER advice_rows_stay BEFORE UPDATE OR DELETE ON cases_advice
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER advice_table_stays BEFORE TRUNCATE ON cases_advice
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER settlement_rows_stay BEFORE UPDATE OR DELETE ON cases_settlement
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER settlement_table_stays BEFORE TRUNCATE ON cases_settlement
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER reconsideration_rows_stay BEFORE UPDATE OR DELETE ON cases_reconsideration
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER reconsideration_table_stays BEFORE TRUNCATE ON cases_reconsideration
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER note_rows_stay BEFORE UPDATE OR DELETE ON cases_note
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER note_table_stays BEFORE TRUNCATE ON cases_note
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

-- A task is given to somebody while it is open, and closed once.
CREATE FUNCTION monazite_task() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state = 'open'
    AND to_jsonb(NEW) - ARRAY['assignee_id', 'state', 'closed_at', 'closed_by_id'] = to_jsonb(OLD) - ARRAY['assignee_id', 'state', 'closed_at', 'closed_by_id']
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: % is refused; what is recorded is superseded by a new row, never edited',
    TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER task_rows_stay BEFORE UPDATE OR DELETE ON cases_task
  FOR EACH ROW EXECUTE FUNCTION monazite_task();
CREATE TRIGGER task_table_stays BEFORE TRUNCATE ON cases_task
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

-- A proposal is signed or sent back, a decision that stands is superseded: nothing else.
CREATE FUNCTION monazite_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (
      OLD.state = 'proposed' AND NEW.state IN ('standing', 'sent_back')
      AND to_jsonb(NEW) - ARRAY['state', 'signer_id', 'signed_at', 'said'] = to_jsonb(OLD) - ARRAY['state', 'signer_id', 'signed_at', 'said']
      OR OLD.state = 'standing' AND NEW.state = 'superseded'
      AND to_jsonb(NEW) - 'state' = to_jsonb(OLD) - 'state'
    )
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: % is refused; what is recorded is superseded by a new row, never edited',
    TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER decision_rows_stay BEFORE UPDATE OR DELETE ON cases_decision
  FOR EACH ROW EXECUTE FUNCTION monazite_decision();
CREATE TRIGGER decision_table_stays BEFORE TRUNCATE ON cases_decision
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

-- Of a mention only that it was seen is ever written.
CREATE FUNCTION monazite_mention() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'seen_at' = to_jsonb(OLD) - 'seen_at'
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: % is refused; what is recorded is superseded by a new row, never edited',
    TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER mention_rows_stay BEFORE UPDATE OR DELETE ON cases_mention
  FOR EACH ROW EXECUTE FUNCTION monazite_mention();
CREATE TRIGGER mention_table_stays BEFORE TRUNCATE ON cases_mention
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

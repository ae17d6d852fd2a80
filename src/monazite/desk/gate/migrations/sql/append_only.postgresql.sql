-- A declaration goes on by its chain; what was declared, found and said never changes at all.

CREATE TRIGGER gate_declaration_stays BEFORE DELETE ON gate_declaration
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER gate_declaration_table_stays BEFORE TRUNCATE ON gate_declaration
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER gate_declaration_step BEFORE UPDATE ON gate_declaration
  FOR EACH ROW EXECUTE FUNCTION monazite_step('state', 'changed_at', 'exit_by', 'cleared_at', 'exited_on', 'asked_id', 'looked');
CREATE TRIGGER gate_declaration_lodged BEFORE UPDATE ON gate_declaration
  FOR EACH ROW EXECUTE FUNCTION monazite_fixed(
    'organisation_id', 'office_id', 'lodged_by_id', 'manifest_id', 'reference', 'number', 'regime', 'day', 'series', 'mode', 'port', 'destination', 'arrival', 'said', 'sha256', 'findings', 'risk', 'law_hash', 'rules_hash', 'lodged_at', 'replaces_id', 'sender_key', 'receiver_key', 'address_key', 'journal'
  );
CREATE TRIGGER gate_manifest_stays BEFORE DELETE ON gate_manifest
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER gate_manifest_table_stays BEFORE TRUNCATE ON gate_manifest
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER gate_manifest_step BEFORE UPDATE ON gate_manifest
  FOR EACH ROW EXECUTE FUNCTION monazite_step();
CREATE TRIGGER gate_manifest_lodged BEFORE UPDATE ON gate_manifest
  FOR EACH ROW EXECUTE FUNCTION monazite_fixed(
    'organisation_id', 'office_id', 'lodged_by_id', 'reference', 'regime', 'mode', 'sha256', 'lodged_at', 'lines', 'cleared', 'held', 'refused', 'unlodged'
  );

-- A challenge moves on until it is closed.
CREATE FUNCTION monazite_gate_challenge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.closed_at IS NULL
    AND to_jsonb(NEW) - 'state' - 'closed_at' = to_jsonb(OLD) - 'state' - 'closed_at'
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: % is refused; what is recorded is superseded by a new row, never edited',
    TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER gate_challenge_rows_stay BEFORE UPDATE OR DELETE ON gate_challenge
  FOR EACH ROW EXECUTE FUNCTION monazite_gate_challenge();
CREATE TRIGGER gate_challenge_table_stays BEFORE TRUNCATE ON gate_challenge
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

-- A judgement is signed or sent back, once.
CREATE FUNCTION monazite_gate_judgement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state = 'proposed' AND NEW.state <> 'proposed'
    AND to_jsonb(NEW) - 'state' - 'signer_id' - 'signed_at' - 'said' - 'notice' - 'notice_sha256' = to_jsonb(OLD) - 'state' - 'signer_id' - 'signed_at' - 'said' - 'notice' - 'notice_sha256'
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: % is refused; what is recorded is superseded by a new row, never edited',
    TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER gate_judgement_rows_stay BEFORE UPDATE OR DELETE ON gate_judgement
  FOR EACH ROW EXECUTE FUNCTION monazite_gate_judgement();
CREATE TRIGGER gate_judgement_table_stays BEFORE TRUNCATE ON gate_judgement
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

-- Every other row stays as it was written.
CREATE TRIGGER gate_item_rows_stay BEFORE UPDATE OR DELETE ON gate_item
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER gate_item_table_stays BEFORE TRUNCATE ON gate_item
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER gate_left_rows_stay BEFORE UPDATE OR DELETE ON gate_left
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER gate_left_table_stays BEFORE TRUNCATE ON gate_left
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER gate_act_rows_stay BEFORE UPDATE OR DELETE ON gate_act
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER gate_act_table_stays BEFORE TRUNCATE ON gate_act
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER gate_answer_rows_stay BEFORE UPDATE OR DELETE ON gate_answer
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER gate_answer_table_stays BEFORE TRUNCATE ON gate_answer
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER gate_sample_rows_stay BEFORE UPDATE OR DELETE ON gate_sample
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER gate_sample_table_stays BEFORE TRUNCATE ON gate_sample
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER gate_identification_rows_stay BEFORE UPDATE OR DELETE ON gate_identification
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER gate_identification_table_stays BEFORE TRUNCATE ON gate_identification
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER gate_paper_rows_stay BEFORE UPDATE OR DELETE ON gate_gatepaper
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER gate_paper_table_stays BEFORE TRUNCATE ON gate_gatepaper
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

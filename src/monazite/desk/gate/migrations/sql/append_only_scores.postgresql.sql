-- The risk of a declaration is that of its newest score: it changes, with an event.
DROP TRIGGER gate_declaration_step ON gate_declaration;
DROP TRIGGER gate_declaration_lodged ON gate_declaration;
CREATE TRIGGER gate_declaration_step BEFORE UPDATE ON gate_declaration
  FOR EACH ROW EXECUTE FUNCTION monazite_step('state', 'changed_at', 'exit_by', 'cleared_at', 'exited_on', 'asked_id', 'looked', 'risk');
CREATE TRIGGER gate_declaration_lodged BEFORE UPDATE ON gate_declaration
  FOR EACH ROW EXECUTE FUNCTION monazite_fixed(
    'organisation_id', 'office_id', 'lodged_by_id', 'manifest_id', 'reference', 'number', 'regime', 'day', 'series', 'mode', 'port', 'destination', 'arrival', 'said', 'sha256', 'findings', 'law_hash', 'rules_hash', 'lodged_at', 'replaces_id', 'sender_key', 'receiver_key', 'address_key', 'journal'
  );

-- What a model said stays as it was written.
CREATE TRIGGER gate_score_rows_stay BEFORE UPDATE OR DELETE ON gate_score
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER gate_score_table_stays BEFORE TRUNCATE ON gate_score
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

-- The risk of a declaration is that of its newest score: it changes, with an event.
DROP TRIGGER gate_declaration_held;
DROP TRIGGER gate_declaration_lodged;
CREATE TRIGGER gate_declaration_held BEFORE UPDATE ON gate_declaration
  WHEN NEW.event_seq = OLD.event_seq AND (
    NEW.state IS NOT OLD.state
    OR NEW.changed_at IS NOT OLD.changed_at
    OR NEW.exit_by IS NOT OLD.exit_by
    OR NEW.cleared_at IS NOT OLD.cleared_at
    OR NEW.exited_on IS NOT OLD.exited_on
    OR NEW.asked_id IS NOT OLD.asked_id
    OR NEW.looked IS NOT OLD.looked
    OR NEW.risk IS NOT OLD.risk
  )
BEGIN
  SELECT RAISE(ABORT, 'gate_declaration: what the chain tells changes only together with an event');
END;
CREATE TRIGGER gate_declaration_lodged BEFORE UPDATE ON gate_declaration
  WHEN NEW.organisation_id IS NOT OLD.organisation_id
  OR NEW.office_id IS NOT OLD.office_id
  OR NEW.lodged_by_id IS NOT OLD.lodged_by_id
  OR NEW.manifest_id IS NOT OLD.manifest_id
  OR NEW.reference IS NOT OLD.reference
  OR NEW.number IS NOT OLD.number
  OR NEW.regime IS NOT OLD.regime
  OR NEW.day IS NOT OLD.day
  OR NEW.series IS NOT OLD.series
  OR NEW.mode IS NOT OLD.mode
  OR NEW.port IS NOT OLD.port
  OR NEW.destination IS NOT OLD.destination
  OR NEW.arrival IS NOT OLD.arrival
  OR NEW.said IS NOT OLD.said
  OR NEW.sha256 IS NOT OLD.sha256
  OR NEW.findings IS NOT OLD.findings
  OR NEW.law_hash IS NOT OLD.law_hash
  OR NEW.rules_hash IS NOT OLD.rules_hash
  OR NEW.lodged_at IS NOT OLD.lodged_at
  OR NEW.replaces_id IS NOT OLD.replaces_id
  OR NEW.sender_key IS NOT OLD.sender_key
  OR NEW.receiver_key IS NOT OLD.receiver_key
  OR NEW.address_key IS NOT OLD.address_key
  OR NEW.journal IS NOT OLD.journal
BEGIN
  SELECT RAISE(ABORT, 'gate_declaration: what was lodged never changes; what is recorded is superseded by a new row, never edited');
END;

-- What a model said stays as it was written.
CREATE TRIGGER gate_score_no_update BEFORE UPDATE ON gate_score
BEGIN
  SELECT RAISE(ABORT, 'gate_score is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER gate_score_no_delete BEFORE DELETE ON gate_score
BEGIN
  SELECT RAISE(ABORT, 'gate_score is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

-- A declaration goes on by its chain; what was declared, found and said never changes at all.

CREATE TRIGGER gate_declaration_stays BEFORE DELETE ON gate_declaration
BEGIN
  SELECT RAISE(ABORT, 'gate_declaration is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER gate_declaration_id BEFORE UPDATE ON gate_declaration WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'gate_declaration: an id never changes');
END;
CREATE TRIGGER gate_declaration_step BEFORE UPDATE ON gate_declaration
  WHEN NOT (NEW.event_seq = OLD.event_seq + 1 AND NEW.event_head <> OLD.event_head)
  AND (NEW.event_seq <> OLD.event_seq OR NEW.event_head <> OLD.event_head)
BEGIN
  SELECT RAISE(ABORT, 'gate_declaration: a chain goes on by one event at a time');
END;
CREATE TRIGGER gate_declaration_held BEFORE UPDATE ON gate_declaration
  WHEN NEW.event_seq = OLD.event_seq AND (
    NEW.state IS NOT OLD.state
    OR NEW.changed_at IS NOT OLD.changed_at
    OR NEW.exit_by IS NOT OLD.exit_by
    OR NEW.cleared_at IS NOT OLD.cleared_at
    OR NEW.exited_on IS NOT OLD.exited_on
    OR NEW.asked_id IS NOT OLD.asked_id
    OR NEW.looked IS NOT OLD.looked
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
  OR NEW.risk IS NOT OLD.risk
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
CREATE TRIGGER gate_manifest_stays BEFORE DELETE ON gate_manifest
BEGIN
  SELECT RAISE(ABORT, 'gate_manifest is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER gate_manifest_id BEFORE UPDATE ON gate_manifest WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'gate_manifest: an id never changes');
END;
CREATE TRIGGER gate_manifest_step BEFORE UPDATE ON gate_manifest
  WHEN NOT (NEW.event_seq = OLD.event_seq + 1 AND NEW.event_head <> OLD.event_head)
  AND (NEW.event_seq <> OLD.event_seq OR NEW.event_head <> OLD.event_head)
BEGIN
  SELECT RAISE(ABORT, 'gate_manifest: a chain goes on by one event at a time');
END;
CREATE TRIGGER gate_manifest_lodged BEFORE UPDATE ON gate_manifest
  WHEN NEW.organisation_id IS NOT OLD.organisation_id
  OR NEW.office_id IS NOT OLD.office_id
  OR NEW.lodged_by_id IS NOT OLD.lodged_by_id
  OR NEW.reference IS NOT OLD.reference
  OR NEW.regime IS NOT OLD.regime
  OR NEW.mode IS NOT OLD.mode
  OR NEW.sha256 IS NOT OLD.sha256
  OR NEW.lodged_at IS NOT OLD.lodged_at
  OR NEW.lines IS NOT OLD.lines
  OR NEW.cleared IS NOT OLD.cleared
  OR NEW.held IS NOT OLD.held
  OR NEW.refused IS NOT OLD.refused
  OR NEW.unlodged IS NOT OLD.unlodged
BEGIN
  SELECT RAISE(ABORT, 'gate_manifest: what was lodged never changes; what is recorded is superseded by a new row, never edited');
END;

-- A challenge moves on until it is closed.
CREATE TRIGGER gate_challenge_no_update BEFORE UPDATE ON gate_challenge
  WHEN NOT (
    OLD.closed_at IS NULL
    AND NEW.id IS OLD.id
    AND NEW.declaration_id IS OLD.declaration_id
    AND NEW.number IS OLD.number
    AND NEW.items IS OLD.items
    AND NEW.grounds IS OLD.grounds
    AND NEW.text IS OLD.text
    AND NEW.issued_at IS OLD.issued_at
    AND NEW.issued_by_id IS OLD.issued_by_id
    AND NEW.answer_by IS OLD.answer_by
    AND NEW.notice IS OLD.notice
    AND NEW.notice_sha256 IS OLD.notice_sha256
  )
BEGIN
  SELECT RAISE(ABORT, 'gate_challenge is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER gate_challenge_no_delete BEFORE DELETE ON gate_challenge
BEGIN
  SELECT RAISE(ABORT, 'gate_challenge is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

-- A judgement is signed or sent back, once.
CREATE TRIGGER gate_judgement_no_update BEFORE UPDATE ON gate_judgement
  WHEN NOT (
    OLD.state = 'proposed' AND NEW.state <> 'proposed'
    AND NEW.id IS OLD.id
    AND NEW.challenge_id IS OLD.challenge_id
    AND NEW.number IS OLD.number
    AND NEW.by_office IS OLD.by_office
    AND NEW.finding IS OLD.finding
    AND NEW.disposal IS OLD.disposal
    AND NEW.grounds IS OLD.grounds
    AND NEW.text IS OLD.text
    AND NEW.author_id IS OLD.author_id
    AND NEW.proposed_at IS OLD.proposed_at
  )
BEGIN
  SELECT RAISE(ABORT, 'gate_judgement is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER gate_judgement_no_delete BEFORE DELETE ON gate_judgement
BEGIN
  SELECT RAISE(ABORT, 'gate_judgement is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

-- Every other row stays as it was written.
CREATE TRIGGER gate_item_no_update BEFORE UPDATE ON gate_item
BEGIN
  SELECT RAISE(ABORT, 'gate_item is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER gate_item_no_delete BEFORE DELETE ON gate_item
BEGIN
  SELECT RAISE(ABORT, 'gate_item is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER gate_left_no_update BEFORE UPDATE ON gate_left
BEGIN
  SELECT RAISE(ABORT, 'gate_left is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER gate_left_no_delete BEFORE DELETE ON gate_left
BEGIN
  SELECT RAISE(ABORT, 'gate_left is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER gate_act_no_update BEFORE UPDATE ON gate_act
BEGIN
  SELECT RAISE(ABORT, 'gate_act is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER gate_act_no_delete BEFORE DELETE ON gate_act
BEGIN
  SELECT RAISE(ABORT, 'gate_act is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER gate_answer_no_update BEFORE UPDATE ON gate_answer
BEGIN
  SELECT RAISE(ABORT, 'gate_answer is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER gate_answer_no_delete BEFORE DELETE ON gate_answer
BEGIN
  SELECT RAISE(ABORT, 'gate_answer is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER gate_sample_no_update BEFORE UPDATE ON gate_sample
BEGIN
  SELECT RAISE(ABORT, 'gate_sample is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER gate_sample_no_delete BEFORE DELETE ON gate_sample
BEGIN
  SELECT RAISE(ABORT, 'gate_sample is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER gate_identification_no_update BEFORE UPDATE ON gate_identification
BEGIN
  SELECT RAISE(ABORT, 'gate_identification is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER gate_identification_no_delete BEFORE DELETE ON gate_identification
BEGIN
  SELECT RAISE(ABORT, 'gate_identification is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER gate_paper_no_update BEFORE UPDATE ON gate_gatepaper
BEGIN
  SELECT RAISE(ABORT, 'gate_gatepaper is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER gate_paper_no_delete BEFORE DELETE ON gate_gatepaper
BEGIN
  SELECT RAISE(ABORT, 'gate_gatepaper is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

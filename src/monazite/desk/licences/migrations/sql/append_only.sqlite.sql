-- A licence and its lines go on by their chains; what was granted never changes at all.

CREATE TRIGGER licence_stays BEFORE DELETE ON licences_licence
BEGIN
  SELECT RAISE(ABORT, 'licences_licence is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER licence_id BEFORE UPDATE ON licences_licence WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'licences_licence: an id never changes');
END;
CREATE TRIGGER licence_step BEFORE UPDATE ON licences_licence
  WHEN NOT (NEW.event_seq = OLD.event_seq + 1 AND NEW.event_head <> OLD.event_head)
  AND (NEW.event_seq <> OLD.event_seq OR NEW.event_head <> OLD.event_head)
BEGIN
  SELECT RAISE(ABORT, 'licences_licence: a chain goes on by one event at a time');
END;
CREATE TRIGGER licence_held BEFORE UPDATE ON licences_licence
  WHEN NEW.event_seq = OLD.event_seq AND (
    NEW.suspended_since IS NOT OLD.suspended_since
    OR NEW.amending_since IS NOT OLD.amending_since
    OR NEW.ended IS NOT OLD.ended
    OR NEW.ended_at IS NOT OLD.ended_at
  )
BEGIN
  SELECT RAISE(ABORT, 'licences_licence: what the chain tells changes only together with an event');
END;
CREATE TRIGGER licence_granted BEFORE UPDATE ON licences_licence
  WHEN NEW.number IS NOT OLD.number
  OR NEW.application_id IS NOT OLD.application_id
  OR NEW.decision IS NOT OLD.decision
  OR NEW.organisation_id IS NOT OLD.organisation_id
  OR NEW.regime IS NOT OLD.regime
  OR NEW.kind IS NOT OLD.kind
  OR NEW.issued_at IS NOT OLD.issued_at
  OR NEW.valid_from IS NOT OLD.valid_from
  OR NEW.valid_until IS NOT OLD.valid_until
  OR NEW.conditions IS NOT OLD.conditions
  OR NEW.terms IS NOT OLD.terms
  OR NEW.terms_sha256 IS NOT OLD.terms_sha256
  OR NEW.check_code IS NOT OLD.check_code
  OR NEW.replaces_id IS NOT OLD.replaces_id
BEGIN
  SELECT RAISE(ABORT, 'licences_licence: what was granted never changes; what is recorded is superseded by a new row, never edited');
END;

CREATE TRIGGER licence_line_stays BEFORE DELETE ON licences_licenceline
BEGIN
  SELECT RAISE(ABORT, 'licences_licenceline is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER licence_line_id BEFORE UPDATE ON licences_licenceline WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'licences_licenceline: an id never changes');
END;
CREATE TRIGGER licence_line_step BEFORE UPDATE ON licences_licenceline
  WHEN NOT (NEW.event_seq = OLD.event_seq + 1 AND NEW.event_head <> OLD.event_head)
  AND (NEW.event_seq <> OLD.event_seq OR NEW.event_head <> OLD.event_head)
BEGIN
  SELECT RAISE(ABORT, 'licences_licenceline: a chain goes on by one event at a time');
END;
CREATE TRIGGER licence_line_held BEFORE UPDATE ON licences_licenceline
  WHEN NEW.event_seq = OLD.event_seq AND (
    NEW.used_quantity IS NOT OLD.used_quantity
    OR NEW.used_value IS NOT OLD.used_value
    OR NEW.reserved_quantity IS NOT OLD.reserved_quantity
    OR NEW.reserved_value IS NOT OLD.reserved_value
    OR NEW.given_back_quantity IS NOT OLD.given_back_quantity
    OR NEW.given_back_value IS NOT OLD.given_back_value
    OR NEW.uses IS NOT OLD.uses
  )
BEGIN
  SELECT RAISE(ABORT, 'licences_licenceline: what the chain tells changes only together with an event');
END;
CREATE TRIGGER licence_line_granted BEFORE UPDATE ON licences_licenceline
  WHEN NEW.licence_id IS NOT OLD.licence_id
  OR NEW.number IS NOT OLD.number
  OR NEW.description IS NOT OLD.description
  OR NEW.form IS NOT OLD.form
  OR NEW.contains IS NOT OLD.contains
  OR NEW.control_code IS NOT OLD.control_code
  OR NEW.hs IS NOT OLD.hs
  OR NEW.controlled_by IS NOT OLD.controlled_by
  OR NEW.unit IS NOT OLD.unit
  OR NEW.quantity IS NOT OLD.quantity
  OR NEW.currency IS NOT OLD.currency
  OR NEW.value IS NOT OLD.value
  OR NEW.sub_period_days IS NOT OLD.sub_period_days
  OR NEW.sub_period_quantity IS NOT OLD.sub_period_quantity
  OR NEW.sub_period_value IS NOT OLD.sub_period_value
  OR NEW.uses_max IS NOT OLD.uses_max
BEGIN
  SELECT RAISE(ABORT, 'licences_licenceline: what was granted never changes; what is recorded is superseded by a new row, never edited');
END;

CREATE TRIGGER movement_no_update BEFORE UPDATE ON licences_movement
BEGIN
  SELECT RAISE(ABORT, 'licences_movement is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;

-- An order is signed or sent back, once.
CREATE TRIGGER order_no_update BEFORE UPDATE ON licences_order
  WHEN NOT (
    OLD.state = 'proposed' AND NEW.state <> 'proposed'
    AND NEW.id IS OLD.id
    AND NEW.licence_id IS OLD.licence_id
    AND NEW.number IS OLD.number
    AND NEW.kind IS OLD.kind
    AND NEW.grounds IS OLD.grounds
    AND NEW.text IS OLD.text
    AND NEW.author_id IS OLD.author_id
    AND NEW.proposed_at IS OLD.proposed_at
  )
BEGIN
  SELECT RAISE(ABORT, 'licences_order is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;

-- A change is bound and ends, once; one that was refused is open again where its case is reopened.
CREATE TRIGGER change_no_update BEFORE UPDATE ON licences_change
  WHEN NOT (
    (OLD.ended = '' OR (OLD.ended = 'refused' AND NEW.ended = ''))
    AND NEW.id IS OLD.id
    AND NEW.application_id IS OLD.application_id
    AND NEW.licence_id IS OLD.licence_id
    AND NEW.opened_at IS OLD.opened_at
  )
BEGIN
  SELECT RAISE(ABORT, 'licences_change is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;

CREATE TRIGGER movement_no_delete BEFORE DELETE ON licences_movement
BEGIN
  SELECT RAISE(ABORT, 'licences_movement is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

CREATE TRIGGER order_no_delete BEFORE DELETE ON licences_order
BEGIN
  SELECT RAISE(ABORT, 'licences_order is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

CREATE TRIGGER change_no_delete BEFORE DELETE ON licences_change
BEGIN
  SELECT RAISE(ABORT, 'licences_change is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

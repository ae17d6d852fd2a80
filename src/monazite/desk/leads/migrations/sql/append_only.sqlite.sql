-- A lead goes on by its chain; what was told and found stays as it is.

CREATE TRIGGER lead_stays BEFORE DELETE ON leads_lead
BEGIN
  SELECT RAISE(ABORT, 'leads_lead is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER lead_id BEFORE UPDATE ON leads_lead WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'leads_lead: an id never changes');
END;
CREATE TRIGGER lead_step BEFORE UPDATE ON leads_lead
  WHEN NOT (NEW.event_seq = OLD.event_seq + 1 AND NEW.event_head <> OLD.event_head)
  AND (NEW.event_seq <> OLD.event_seq OR NEW.event_head <> OLD.event_head)
BEGIN
  SELECT RAISE(ABORT, 'leads_lead: a chain goes on by one event at a time');
END;
CREATE TRIGGER lead_held BEFORE UPDATE ON leads_lead
  WHEN NEW.event_seq = OLD.event_seq AND (
    NEW.state IS NOT OLD.state
    OR NEW.holder_id IS NOT OLD.holder_id
    OR NEW.outcome IS NOT OLD.outcome
    OR NEW.closed_at IS NOT OLD.closed_at
  )
BEGIN
  SELECT RAISE(ABORT, 'leads_lead: what the chain tells changes only together with an event');
END;
CREATE TRIGGER lead_given BEFORE UPDATE ON leads_lead
  WHEN NEW.kind IS NOT OLD.kind
  OR NEW.regime IS NOT OLD.regime
  OR NEW.about IS NOT OLD.about
  OR NEW.fingerprint IS NOT OLD.fingerprint
  OR NEW.opened_at IS NOT OLD.opened_at
  OR NEW.opened_by_id IS NOT OLD.opened_by_id
BEGIN
  SELECT RAISE(ABORT, 'leads_lead: what was given never changes; what is recorded is superseded by a new row, never edited');
END;

CREATE TRIGGER lead_office_no_update BEFORE UPDATE ON leads_leadoffice
BEGIN
  SELECT RAISE(ABORT, 'leads_leadoffice is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER lead_office_no_delete BEFORE DELETE ON leads_leadoffice
BEGIN
  SELECT RAISE(ABORT, 'leads_leadoffice is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

CREATE TRIGGER lead_entry_no_update BEFORE UPDATE ON leads_entry
BEGIN
  SELECT RAISE(ABORT, 'leads_entry is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER lead_entry_no_delete BEFORE DELETE ON leads_entry
BEGIN
  SELECT RAISE(ABORT, 'leads_entry is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

CREATE TRIGGER tip_no_update BEFORE UPDATE ON leads_tip
BEGIN
  SELECT RAISE(ABORT, 'leads_tip is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER tip_no_delete BEFORE DELETE ON leads_tip
BEGIN
  SELECT RAISE(ABORT, 'leads_tip is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

CREATE TRIGGER tip_message_no_update BEFORE UPDATE ON leads_message
BEGIN
  SELECT RAISE(ABORT, 'leads_message is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER tip_message_no_delete BEFORE DELETE ON leads_message
BEGIN
  SELECT RAISE(ABORT, 'leads_message is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

CREATE TRIGGER tip_paper_no_update BEFORE UPDATE ON leads_tippaper
BEGIN
  SELECT RAISE(ABORT, 'leads_tippaper is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER tip_paper_no_delete BEFORE DELETE ON leads_tippaper
BEGIN
  SELECT RAISE(ABORT, 'leads_tippaper is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

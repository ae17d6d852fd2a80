-- A duty goes on by its chain; what was reported stays as it is.

CREATE TRIGGER duty_stays BEFORE DELETE ON duties_duty
BEGIN
  SELECT RAISE(ABORT, 'duties_duty is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER duty_id BEFORE UPDATE ON duties_duty WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'duties_duty: an id never changes');
END;
CREATE TRIGGER duty_step BEFORE UPDATE ON duties_duty
  WHEN NOT (NEW.event_seq = OLD.event_seq + 1 AND NEW.event_head <> OLD.event_head)
  AND (NEW.event_seq <> OLD.event_seq OR NEW.event_head <> OLD.event_head)
BEGIN
  SELECT RAISE(ABORT, 'duties_duty: a chain goes on by one event at a time');
END;
CREATE TRIGGER duty_held BEFORE UPDATE ON duties_duty
  WHEN NEW.event_seq = OLD.event_seq AND (
    NEW.overdue_since IS NOT OLD.overdue_since
    OR NEW.reported_at IS NOT OLD.reported_at
    OR NEW.ended_at IS NOT OLD.ended_at
  )
BEGIN
  SELECT RAISE(ABORT, 'duties_duty: what the chain tells changes only together with an event');
END;
CREATE TRIGGER duty_given BEFORE UPDATE ON duties_duty
  WHEN NEW.declaration_id IS NOT OLD.declaration_id
  OR NEW.organisation_id IS NOT OLD.organisation_id
  OR NEW.office_id IS NOT OLD.office_id
  OR NEW.licensing_id IS NOT OLD.licensing_id
  OR NEW.kind IS NOT OLD.kind
  OR NEW.law IS NOT OLD.law
  OR NEW.due_on IS NOT OLD.due_on
  OR NEW.opened_at IS NOT OLD.opened_at
BEGIN
  SELECT RAISE(ABORT, 'duties_duty: what was given never changes; what is recorded is superseded by a new row, never edited');
END;

CREATE TRIGGER duty_report_no_update BEFORE UPDATE ON duties_report
BEGIN
  SELECT RAISE(ABORT, 'duties_report is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER duty_report_no_delete BEFORE DELETE ON duties_report
BEGIN
  SELECT RAISE(ABORT, 'duties_report is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

CREATE TRIGGER duty_paper_no_update BEFORE UPDATE ON duties_dutypaper
BEGIN
  SELECT RAISE(ABORT, 'duties_dutypaper is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER duty_paper_no_delete BEFORE DELETE ON duties_dutypaper
BEGIN
  SELECT RAISE(ABORT, 'duties_dutypaper is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

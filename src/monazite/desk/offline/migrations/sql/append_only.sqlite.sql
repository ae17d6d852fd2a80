-- A snapshot goes on by its chain; what was signed, set aside and came home stays as it is.

CREATE TRIGGER snapshot_stays BEFORE DELETE ON offline_snapshot
BEGIN
  SELECT RAISE(ABORT, 'offline_snapshot is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER snapshot_id BEFORE UPDATE ON offline_snapshot WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'offline_snapshot: an id never changes');
END;
CREATE TRIGGER snapshot_step BEFORE UPDATE ON offline_snapshot
  WHEN NOT (NEW.event_seq = OLD.event_seq + 1 AND NEW.event_head <> OLD.event_head)
  AND (NEW.event_seq <> OLD.event_seq OR NEW.event_head <> OLD.event_head)
BEGIN
  SELECT RAISE(ABORT, 'offline_snapshot: a chain goes on by one event at a time');
END;
CREATE TRIGGER snapshot_held BEFORE UPDATE ON offline_snapshot
  WHEN NEW.event_seq = OLD.event_seq AND NEW.closed_at IS NOT OLD.closed_at
BEGIN
  SELECT RAISE(ABORT, 'offline_snapshot: what the chain tells changes only together with an event');
END;
CREATE TRIGGER snapshot_given BEFORE UPDATE ON offline_snapshot
  WHEN NEW.office_id IS NOT OLD.office_id
  OR NEW.regime IS NOT OLD.regime
  OR NEW.post IS NOT OLD.post
  OR NEW.taken_at IS NOT OLD.taken_at
  OR NEW.taken_by_id IS NOT OLD.taken_by_id
  OR NEW.expires_at IS NOT OLD.expires_at
  OR NEW.document IS NOT OLD.document
  OR NEW.sha256 IS NOT OLD.sha256
  OR NEW.signature IS NOT OLD.signature
BEGIN
  SELECT RAISE(ABORT, 'offline_snapshot: what was given never changes; what is recorded is superseded by a new row, never edited');
END;

CREATE TRIGGER offline_allotment_no_update BEFORE UPDATE ON offline_allotment
BEGIN
  SELECT RAISE(ABORT, 'offline_allotment is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;

CREATE TRIGGER offline_allotment_no_delete BEFORE DELETE ON offline_allotment
BEGIN
  SELECT RAISE(ABORT, 'offline_allotment is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

CREATE TRIGGER offline_exit_no_update BEFORE UPDATE ON offline_exit
BEGIN
  SELECT RAISE(ABORT, 'offline_exit is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;

CREATE TRIGGER offline_exit_no_delete BEFORE DELETE ON offline_exit
BEGIN
  SELECT RAISE(ABORT, 'offline_exit is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

-- A party goes on by its chain; what was compared stays as it is.

CREATE TRIGGER party_stays BEFORE DELETE ON screening_party
BEGIN
  SELECT RAISE(ABORT, 'screening_party is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER party_id BEFORE UPDATE ON screening_party WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'screening_party: an id never changes');
END;
CREATE TRIGGER party_step BEFORE UPDATE ON screening_party
  WHEN NOT (NEW.event_seq = OLD.event_seq + 1 AND NEW.event_head <> OLD.event_head)
  AND (NEW.event_seq <> OLD.event_seq OR NEW.event_head <> OLD.event_head)
BEGIN
  SELECT RAISE(ABORT, 'screening_party: a chain goes on by one event at a time');
END;
CREATE TRIGGER party_held BEFORE UPDATE ON screening_party
  WHEN NEW.event_seq = OLD.event_seq AND NEW.alerts IS NOT OLD.alerts
BEGIN
  SELECT RAISE(ABORT, 'screening_party: what the chain tells changes only together with an event');
END;
CREATE TRIGGER party_given BEFORE UPDATE ON screening_party
  WHEN NEW.fingerprint IS NOT OLD.fingerprint
  OR NEW.asked IS NOT OLD.asked
  OR NEW.since IS NOT OLD.since
BEGIN
  SELECT RAISE(ABORT, 'screening_party: what was given never changes; what is recorded is superseded by a new row, never edited');
END;

CREATE TRIGGER comparison_no_update BEFORE UPDATE ON screening_comparison
BEGIN
  SELECT RAISE(ABORT, 'screening_comparison is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER comparison_no_delete BEFORE DELETE ON screening_comparison
BEGIN
  SELECT RAISE(ABORT, 'screening_comparison is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

-- An organisation goes on by its chain alone.
CREATE TRIGGER organisation_stays BEFORE DELETE ON people_organisation
BEGIN
  SELECT RAISE(ABORT, 'people_organisation is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER organisation_id BEFORE UPDATE ON people_organisation WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'people_organisation: an id never changes');
END;
CREATE TRIGGER organisation_step BEFORE UPDATE ON people_organisation
  WHEN NOT (NEW.event_seq = OLD.event_seq + 1 AND NEW.event_head <> OLD.event_head)
  AND (NEW.event_seq <> OLD.event_seq OR NEW.event_head <> OLD.event_head)
BEGIN
  SELECT RAISE(ABORT, 'people_organisation: a chain goes on by one event at a time');
END;
CREATE TRIGGER organisation_held BEFORE UPDATE ON people_organisation
  WHEN NEW.event_seq = OLD.event_seq AND (
    NEW.kind IS NOT OLD.kind
    OR NEW.name IS NOT OLD.name
    OR NEW.name_native IS NOT OLD.name_native
    OR NEW.country IS NOT OLD.country
    OR NEW.identifier IS NOT OLD.identifier
    OR NEW.regime IS NOT OLD.regime
    OR NEW.duty IS NOT OLD.duty
    OR NEW.active IS NOT OLD.active
  )
BEGIN
  SELECT RAISE(ABORT, 'people_organisation: what the chain tells changes only together with an event');
END;

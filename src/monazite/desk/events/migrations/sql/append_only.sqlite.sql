-- Events and checkpoints are only added.
CREATE TRIGGER event_no_update BEFORE UPDATE ON events_event
BEGIN
  SELECT RAISE(ABORT, 'events_event is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON events_event
BEGIN
  SELECT RAISE(ABORT, 'events_event is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER checkpoint_no_update BEFORE UPDATE ON events_checkpoint
BEGIN
  SELECT RAISE(ABORT, 'events_checkpoint is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER checkpoint_no_delete BEFORE DELETE ON events_checkpoint
BEGIN
  SELECT RAISE(ABORT, 'events_checkpoint is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

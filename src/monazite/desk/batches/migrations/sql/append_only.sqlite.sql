-- A batch goes on by its chain, by what is drawn of it; what it is never changes.

CREATE TRIGGER batch_stays BEFORE DELETE ON batches_batch
BEGIN
  SELECT RAISE(ABORT, 'batches_batch is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER batch_id BEFORE UPDATE ON batches_batch WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'batches_batch: an id never changes');
END;
CREATE TRIGGER batch_step BEFORE UPDATE ON batches_batch
  WHEN NOT (NEW.event_seq = OLD.event_seq + 1 AND NEW.event_head <> OLD.event_head)
  AND (NEW.event_seq <> OLD.event_seq OR NEW.event_head <> OLD.event_head)
BEGIN
  SELECT RAISE(ABORT, 'batches_batch: a chain goes on by one event at a time');
END;
CREATE TRIGGER batch_held BEFORE UPDATE ON batches_batch
  WHEN NEW.event_seq = OLD.event_seq AND (
    NEW.drawn_kg IS NOT OLD.drawn_kg OR NEW.accepted_at IS NOT OLD.accepted_at
  )
BEGIN
  SELECT RAISE(ABORT, 'batches_batch: what the chain tells changes only together with an event');
END;
CREATE TRIGGER batch_given BEFORE UPDATE ON batches_batch
  WHEN NEW.organisation_id IS NOT OLD.organisation_id
  OR NEW.regime IS NOT OLD.regime
  OR NEW.number IS NOT OLD.number
  OR NEW.reference IS NOT OLD.reference
  OR NEW.stage IS NOT OLD.stage
  OR NEW.origin IS NOT OLD.origin
  OR NEW.source IS NOT OLD.source
  OR NEW.month IS NOT OLD.month
  OR NEW.mass_kg IS NOT OLD.mass_kg
  OR NEW.contents IS NOT OLD.contents
  OR NEW.step IS NOT OLD.step
  OR NEW.inputs IS NOT OLD.inputs
  OR NEW.made_at IS NOT OLD.made_at
  OR NEW.made_by_id IS NOT OLD.made_by_id
BEGIN
  SELECT RAISE(ABORT, 'batches_batch: what was given never changes; what is recorded is superseded by a new row, never edited');
END;

CREATE TRIGGER quota_stays BEFORE DELETE ON batches_quota
BEGIN
  SELECT RAISE(ABORT, 'batches_quota is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER quota_id BEFORE UPDATE ON batches_quota WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'batches_quota: an id never changes');
END;
CREATE TRIGGER quota_step BEFORE UPDATE ON batches_quota
  WHEN NOT (NEW.event_seq = OLD.event_seq + 1 AND NEW.event_head <> OLD.event_head)
  AND (NEW.event_seq <> OLD.event_seq OR NEW.event_head <> OLD.event_head)
BEGIN
  SELECT RAISE(ABORT, 'batches_quota: a chain goes on by one event at a time');
END;
CREATE TRIGGER quota_given BEFORE UPDATE ON batches_quota
  WHEN NEW.organisation_id IS NOT OLD.organisation_id
  OR NEW.office_id IS NOT OLD.office_id
  OR NEW.regime IS NOT OLD.regime
  OR NEW.year IS NOT OLD.year
  OR NEW.stage IS NOT OLD.stage
  OR NEW.number IS NOT OLD.number
  OR NEW.mass_kg IS NOT OLD.mass_kg
  OR NEW.source IS NOT OLD.source
  OR NEW.set_at IS NOT OLD.set_at
  OR NEW.set_by_id IS NOT OLD.set_by_id
BEGIN
  SELECT RAISE(ABORT, 'batches_quota: what was given never changes; what is recorded is superseded by a new row, never edited');
END;

CREATE TRIGGER draw_no_update BEFORE UPDATE ON batches_draw
BEGIN
  SELECT RAISE(ABORT, 'batches_draw is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER draw_no_delete BEFORE DELETE ON batches_draw
BEGIN
  SELECT RAISE(ABORT, 'batches_draw is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

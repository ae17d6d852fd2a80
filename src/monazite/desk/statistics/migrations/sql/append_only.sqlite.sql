-- A vintage is released or sent back, once, by its chain; its cells never change.

CREATE TRIGGER vintage_stays BEFORE DELETE ON statistics_vintage
BEGIN
  SELECT RAISE(ABORT, 'statistics_vintage is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER vintage_id BEFORE UPDATE ON statistics_vintage WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'statistics_vintage: an id never changes');
END;
CREATE TRIGGER vintage_step BEFORE UPDATE ON statistics_vintage
  WHEN NOT (NEW.event_seq = OLD.event_seq + 1 AND NEW.event_head <> OLD.event_head)
  AND (NEW.event_seq <> OLD.event_seq OR NEW.event_head <> OLD.event_head)
BEGIN
  SELECT RAISE(ABORT, 'statistics_vintage: a chain goes on by one event at a time');
END;
CREATE TRIGGER vintage_held BEFORE UPDATE ON statistics_vintage
  WHEN NEW.event_seq = OLD.event_seq AND (
    NEW.state IS NOT OLD.state
    OR NEW.signer_id IS NOT OLD.signer_id
    OR NEW.signed_at IS NOT OLD.signed_at
    OR NEW.said IS NOT OLD.said
  )
BEGIN
  SELECT RAISE(ABORT, 'statistics_vintage: what the chain tells changes only together with an event');
END;
CREATE TRIGGER vintage_given BEFORE UPDATE ON statistics_vintage
  WHEN NEW.regime IS NOT OLD.regime
  OR NEW.month IS NOT OLD.month
  OR NEW.number IS NOT OLD.number
  OR NEW.until IS NOT OLD.until
  OR NEW.releases IS NOT OLD.releases
  OR NEW.excluded IS NOT OLD.excluded
  OR NEW.currencies IS NOT OLD.currencies
  OR NEW.rates IS NOT OLD.rates
  OR NEW.pooled IS NOT OLD.pooled
  OR NEW."nothing" IS NOT OLD."nothing"
  OR NEW.waiting IS NOT OLD.waiting
  OR NEW.cells_sha256 IS NOT OLD.cells_sha256
  OR NEW.counted_sha256 IS NOT OLD.counted_sha256
  OR NEW.rules_hash IS NOT OLD.rules_hash
  OR NEW.author_id IS NOT OLD.author_id
  OR NEW.prepared_at IS NOT OLD.prepared_at
BEGIN
  SELECT RAISE(ABORT, 'statistics_vintage: what was counted never changes; what is recorded is superseded by a new row, never edited');
END;

CREATE TRIGGER cell_no_update BEFORE UPDATE ON statistics_cell
BEGIN
  SELECT RAISE(ABORT, 'statistics_cell is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER cell_no_delete BEFORE DELETE ON statistics_cell
BEGIN
  SELECT RAISE(ABORT, 'statistics_cell is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

CREATE TRIGGER counted_no_update BEFORE UPDATE ON statistics_counted
BEGIN
  SELECT RAISE(ABORT, 'statistics_counted is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER counted_no_delete BEFORE DELETE ON statistics_counted
BEGIN
  SELECT RAISE(ABORT, 'statistics_counted is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

CREATE TRIGGER exclusion_stays BEFORE DELETE ON statistics_exclusion
BEGIN
  SELECT RAISE(ABORT, 'statistics_exclusion is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER exclusion_id BEFORE UPDATE ON statistics_exclusion WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'statistics_exclusion: an id never changes');
END;
CREATE TRIGGER exclusion_step BEFORE UPDATE ON statistics_exclusion
  WHEN NOT (NEW.event_seq = OLD.event_seq + 1 AND NEW.event_head <> OLD.event_head)
  AND (NEW.event_seq <> OLD.event_seq OR NEW.event_head <> OLD.event_head)
BEGIN
  SELECT RAISE(ABORT, 'statistics_exclusion: a chain goes on by one event at a time');
END;
CREATE TRIGGER exclusion_held BEFORE UPDATE ON statistics_exclusion
  WHEN NEW.event_seq = OLD.event_seq AND (
    NEW.reason IS NOT OLD.reason
    OR NEW.text IS NOT OLD.text
    OR NEW.by_id IS NOT OLD.by_id
    OR NEW.at IS NOT OLD.at
    OR NEW.counts IS NOT OLD.counts
  )
BEGIN
  SELECT RAISE(ABORT, 'statistics_exclusion: what the chain tells changes only together with an event');
END;
CREATE TRIGGER exclusion_given BEFORE UPDATE ON statistics_exclusion
  WHEN NEW.item_id IS NOT OLD.item_id
BEGIN
  SELECT RAISE(ABORT, 'statistics_exclusion: what it is about never changes; what is recorded is superseded by a new row, never edited');
END;

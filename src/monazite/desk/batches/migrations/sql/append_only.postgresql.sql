-- A batch goes on by its chain, by what is drawn of it; what it is never changes.

CREATE TRIGGER batch_stays BEFORE DELETE ON batches_batch
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER batch_table_stays BEFORE TRUNCATE ON batches_batch
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER batch_step BEFORE UPDATE ON batches_batch
  FOR EACH ROW EXECUTE FUNCTION monazite_step('drawn_kg', 'accepted_at');
CREATE TRIGGER batch_given BEFORE UPDATE ON batches_batch
  FOR EACH ROW EXECUTE FUNCTION monazite_fixed(
    'organisation_id', 'regime', 'number', 'reference', 'stage', 'origin', 'source', 'month', 'mass_kg', 'contents', 'step', 'inputs', 'made_at', 'made_by_id'
  );

CREATE TRIGGER quota_stays BEFORE DELETE ON batches_quota
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER quota_table_stays BEFORE TRUNCATE ON batches_quota
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER quota_step BEFORE UPDATE ON batches_quota
  FOR EACH ROW EXECUTE FUNCTION monazite_step();
CREATE TRIGGER quota_given BEFORE UPDATE ON batches_quota
  FOR EACH ROW EXECUTE FUNCTION monazite_fixed(
    'organisation_id', 'office_id', 'regime', 'year', 'stage', 'number', 'mass_kg', 'source', 'set_at', 'set_by_id'
  );

CREATE TRIGGER draw_rows_stay BEFORE UPDATE OR DELETE ON batches_draw
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER draw_table_stays BEFORE TRUNCATE ON batches_draw
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

-- A vintage is released or sent back, once, by its chain; its cells never change.

CREATE TRIGGER vintage_stays BEFORE DELETE ON statistics_vintage
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER vintage_table_stays BEFORE TRUNCATE ON statistics_vintage
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER vintage_step BEFORE UPDATE ON statistics_vintage
  FOR EACH ROW EXECUTE FUNCTION monazite_step('state', 'signer_id', 'signed_at', 'said');
CREATE TRIGGER vintage_prepared BEFORE UPDATE ON statistics_vintage
  FOR EACH ROW EXECUTE FUNCTION monazite_fixed(
    'regime', 'month', 'number', 'until', 'releases', 'excluded', 'currencies', 'rates', 'pooled', 'nothing', 'waiting', 'cells_sha256', 'counted_sha256', 'rules_hash', 'author_id', 'prepared_at'
  );

CREATE TRIGGER cell_rows_stay BEFORE UPDATE OR DELETE ON statistics_cell
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER cell_table_stays BEFORE TRUNCATE ON statistics_cell
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

CREATE TRIGGER counted_rows_stay BEFORE UPDATE OR DELETE ON statistics_counted
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER counted_table_stays BEFORE TRUNCATE ON statistics_counted
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

CREATE TRIGGER exclusion_stays BEFORE DELETE ON statistics_exclusion
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER exclusion_table_stays BEFORE TRUNCATE ON statistics_exclusion
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER exclusion_step BEFORE UPDATE ON statistics_exclusion
  FOR EACH ROW EXECUTE FUNCTION monazite_step('reason', 'text', 'by_id', 'at', 'counts');
CREATE TRIGGER exclusion_of BEFORE UPDATE ON statistics_exclusion
  FOR EACH ROW EXECUTE FUNCTION monazite_fixed('item_id');

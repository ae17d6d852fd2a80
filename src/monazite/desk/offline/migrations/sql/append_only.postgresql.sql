-- A snapshot goes on by its chain; what was signed, set aside and came home stays as it is.

CREATE TRIGGER snapshot_stays BEFORE DELETE ON offline_snapshot
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER snapshot_table_stays BEFORE TRUNCATE ON offline_snapshot
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER snapshot_step BEFORE UPDATE ON offline_snapshot
  FOR EACH ROW EXECUTE FUNCTION monazite_step('closed_at');
CREATE TRIGGER snapshot_given BEFORE UPDATE ON offline_snapshot
  FOR EACH ROW EXECUTE FUNCTION monazite_fixed(
    'office_id', 'regime', 'post', 'taken_at', 'taken_by_id', 'expires_at', 'document', 'sha256', 'signature'
  );

CREATE TRIGGER offline_allotment_rows_stay BEFORE UPDATE OR DELETE ON offline_allotment
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER offline_allotment_table_stays BEFORE TRUNCATE ON offline_allotment
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

CREATE TRIGGER offline_exit_rows_stay BEFORE UPDATE OR DELETE ON offline_exit
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER offline_exit_table_stays BEFORE TRUNCATE ON offline_exit
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

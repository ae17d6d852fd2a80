-- A report about a line is never changed.

CREATE TRIGGER report_rows_stay BEFORE UPDATE OR DELETE ON licences_report
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER report_table_stays BEFORE TRUNCATE ON licences_report
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

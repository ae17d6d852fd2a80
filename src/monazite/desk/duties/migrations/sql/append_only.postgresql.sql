-- A duty goes on by its chain; what was reported stays as it is.

CREATE TRIGGER duty_stays BEFORE DELETE ON duties_duty
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER duty_table_stays BEFORE TRUNCATE ON duties_duty
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER duty_step BEFORE UPDATE ON duties_duty
  FOR EACH ROW EXECUTE FUNCTION monazite_step('overdue_since', 'reported_at', 'ended_at');
CREATE TRIGGER duty_given BEFORE UPDATE ON duties_duty
  FOR EACH ROW EXECUTE FUNCTION monazite_fixed(
    'declaration_id', 'organisation_id', 'office_id', 'licensing_id', 'kind', 'law', 'due_on', 'opened_at'
  );

CREATE TRIGGER duty_report_rows_stay BEFORE UPDATE OR DELETE ON duties_report
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER duty_report_table_stays BEFORE TRUNCATE ON duties_report
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

CREATE TRIGGER duty_paper_rows_stay BEFORE UPDATE OR DELETE ON duties_dutypaper
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER duty_paper_table_stays BEFORE TRUNCATE ON duties_dutypaper
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

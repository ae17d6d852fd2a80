-- A lead goes on by its chain; what was told and found stays as it is.

CREATE TRIGGER lead_stays BEFORE DELETE ON leads_lead
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER lead_table_stays BEFORE TRUNCATE ON leads_lead
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER lead_step BEFORE UPDATE ON leads_lead
  FOR EACH ROW EXECUTE FUNCTION monazite_step('state', 'holder_id', 'outcome', 'closed_at');
CREATE TRIGGER lead_given BEFORE UPDATE ON leads_lead
  FOR EACH ROW EXECUTE FUNCTION monazite_fixed(
    'kind', 'regime', 'about', 'fingerprint', 'opened_at', 'opened_by_id'
  );

CREATE TRIGGER lead_office_rows_stay BEFORE UPDATE OR DELETE ON leads_leadoffice
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER lead_office_table_stays BEFORE TRUNCATE ON leads_leadoffice
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

CREATE TRIGGER lead_entry_rows_stay BEFORE UPDATE OR DELETE ON leads_entry
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER lead_entry_table_stays BEFORE TRUNCATE ON leads_entry
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

CREATE TRIGGER tip_rows_stay BEFORE UPDATE OR DELETE ON leads_tip
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER tip_table_stays BEFORE TRUNCATE ON leads_tip
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

CREATE TRIGGER tip_message_rows_stay BEFORE UPDATE OR DELETE ON leads_message
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER tip_message_table_stays BEFORE TRUNCATE ON leads_message
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

CREATE TRIGGER tip_paper_rows_stay BEFORE UPDATE OR DELETE ON leads_tippaper
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER tip_paper_table_stays BEFORE TRUNCATE ON leads_tippaper
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

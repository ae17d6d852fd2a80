-- A party goes on by its chain; what was compared stays as it is.

CREATE TRIGGER party_stays BEFORE DELETE ON screening_party
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER party_table_stays BEFORE TRUNCATE ON screening_party
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER party_step BEFORE UPDATE ON screening_party
  FOR EACH ROW EXECUTE FUNCTION monazite_step('alerts');
CREATE TRIGGER party_given BEFORE UPDATE ON screening_party
  FOR EACH ROW EXECUTE FUNCTION monazite_fixed('fingerprint', 'asked', 'since');

CREATE TRIGGER comparison_rows_stay BEFORE UPDATE OR DELETE ON screening_comparison
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER comparison_table_stays BEFORE TRUNCATE ON screening_comparison
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

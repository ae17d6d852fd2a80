-- An organisation goes on by its chain alone.
CREATE TRIGGER organisation_stays BEFORE DELETE ON people_organisation
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER organisation_table_stays BEFORE TRUNCATE ON people_organisation
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER organisation_step BEFORE UPDATE ON people_organisation
  FOR EACH ROW EXECUTE FUNCTION monazite_step(
    'kind', 'name', 'name_native', 'country', 'identifier', 'regime', 'duty', 'active'
  );

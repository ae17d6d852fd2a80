-- An application goes on by its chain; what is filed with it is only added.
CREATE TRIGGER application_stays BEFORE DELETE ON applications_application
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER application_table_stays BEFORE TRUNCATE ON applications_application
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER application_step BEFORE UPDATE ON applications_application
  FOR EACH ROW EXECUTE FUNCTION monazite_step(
    'organisation_id', 'author_id', 'created_at', 'title', 'words', 'regime', 'kind', 'destination', 'form', 'version', 'state', 'reference', 'filed_at', 'filed_by_id', 'form_sha256', 'supersedes_id', 'split_from_id'
  );

CREATE TRIGGER filed_party_rows_stay BEFORE UPDATE OR DELETE ON applications_filedparty
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER filed_party_table_stays BEFORE TRUNCATE ON applications_filedparty
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER filed_line_rows_stay BEFORE UPDATE OR DELETE ON applications_filedline
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER filed_line_table_stays BEFORE TRUNCATE ON applications_filedline
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER line_ruling_rows_stay BEFORE UPDATE OR DELETE ON applications_lineruling
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER line_ruling_table_stays BEFORE TRUNCATE ON applications_lineruling
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
-- Of a draft's paper one thing may change, once: that it was taken away.
CREATE FUNCTION monazite_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.taken_away_at IS NULL AND NEW.taken_away_at IS NOT NULL
    AND to_jsonb(NEW) - 'taken_away_at' = to_jsonb(OLD) - 'taken_away_at'
    AND (SELECT state FROM applications_application WHERE id = OLD.application_id) = 'draft'
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: % is refused; what is recorded is superseded by a new row, never edited',
    TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER paper_rows_stay BEFORE UPDATE OR DELETE ON applications_paper
  FOR EACH ROW EXECUTE FUNCTION monazite_paper();
CREATE TRIGGER paper_table_stays BEFORE TRUNCATE ON applications_paper
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER reviewer_rows_stay BEFORE UPDATE OR DELETE ON applications_reviewer
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER reviewer_table_stays BEFORE TRUNCATE ON applications_reviewer
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER named_office_rows_stay BEFORE UPDATE OR DELETE ON applications_namedoffice
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER named_office_table_stays BEFORE TRUNCATE ON applications_namedoffice
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

-- An application goes on by its chain; what is filed with it is only added.
CREATE TRIGGER application_stays BEFORE DELETE ON applications_application
BEGIN
  SELECT RAISE(ABORT, 'applications_application is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER application_id BEFORE UPDATE ON applications_application WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'applications_application: an id never changes');
END;
CREATE TRIGGER application_step BEFORE UPDATE ON applications_application
  WHEN NOT (NEW.event_seq = OLD.event_seq + 1 AND NEW.event_head <> OLD.event_head)
  AND (NEW.event_seq <> OLD.event_seq OR NEW.event_head <> OLD.event_head)
BEGIN
  SELECT RAISE(ABORT, 'applications_application: a chain goes on by one event at a time');
END;
CREATE TRIGGER application_held BEFORE UPDATE ON applications_application
  WHEN NEW.event_seq = OLD.event_seq AND (
    NEW.organisation_id IS NOT OLD.organisation_id
    OR NEW.author_id IS NOT OLD.author_id
    OR NEW.created_at IS NOT OLD.created_at
    OR NEW.title IS NOT OLD.title
    OR NEW.words IS NOT OLD.words
    OR NEW.regime IS NOT OLD.regime
    OR NEW.kind IS NOT OLD.kind
    OR NEW.destination IS NOT OLD.destination
    OR NEW.form IS NOT OLD.form
    OR NEW.version IS NOT OLD.version
    OR NEW.state IS NOT OLD.state
    OR NEW.reference IS NOT OLD.reference
    OR NEW.filed_at IS NOT OLD.filed_at
    OR NEW.filed_by_id IS NOT OLD.filed_by_id
    OR NEW.form_sha256 IS NOT OLD.form_sha256
    OR NEW.supersedes_id IS NOT OLD.supersedes_id
    OR NEW.split_from_id IS NOT OLD.split_from_id
  )
BEGIN
  SELECT RAISE(ABORT, 'applications_application: what the chain tells changes only together with an event');
END;

CREATE TRIGGER filed_party_no_update BEFORE UPDATE ON applications_filedparty
BEGIN
  SELECT RAISE(ABORT, 'applications_filedparty is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER filed_party_no_delete BEFORE DELETE ON applications_filedparty
BEGIN
  SELECT RAISE(ABORT, 'applications_filedparty is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER filed_line_no_update BEFORE UPDATE ON applications_filedline
BEGIN
  SELECT RAISE(ABORT, 'applications_filedline is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER filed_line_no_delete BEFORE DELETE ON applications_filedline
BEGIN
  SELECT RAISE(ABORT, 'applications_filedline is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER line_ruling_no_update BEFORE UPDATE ON applications_lineruling
BEGIN
  SELECT RAISE(ABORT, 'applications_lineruling is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER line_ruling_no_delete BEFORE DELETE ON applications_lineruling
BEGIN
  SELECT RAISE(ABORT, 'applications_lineruling is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
-- Of a draft's paper one thing may change, once: that it was taken away.
CREATE TRIGGER paper_no_update BEFORE UPDATE ON applications_paper
  WHEN NOT (
    OLD.taken_away_at IS NULL AND NEW.taken_away_at IS NOT NULL
    AND NEW.id IS OLD.id AND NEW.application_id IS OLD.application_id AND NEW.name IS OLD.name
    AND NEW.sha256 IS OLD.sha256 AND NEW.size IS OLD.size
    AND NEW.media_type IS OLD.media_type AND NEW.scan IS OLD.scan AND NEW.secret IS OLD.secret
    AND NEW.uploaded_by_id IS OLD.uploaded_by_id AND NEW.uploaded_at IS OLD.uploaded_at
    AND (SELECT state FROM applications_application WHERE id = OLD.application_id) = 'draft'
  )
BEGIN
  SELECT RAISE(ABORT, 'applications_paper is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER paper_no_delete BEFORE DELETE ON applications_paper
BEGIN
  SELECT RAISE(ABORT, 'applications_paper is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER reviewer_no_update BEFORE UPDATE ON applications_reviewer
BEGIN
  SELECT RAISE(ABORT, 'applications_reviewer is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER reviewer_no_delete BEFORE DELETE ON applications_reviewer
BEGIN
  SELECT RAISE(ABORT, 'applications_reviewer is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER named_office_no_update BEFORE UPDATE ON applications_namedoffice
BEGIN
  SELECT RAISE(ABORT, 'applications_namedoffice is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER named_office_no_delete BEFORE DELETE ON applications_namedoffice
BEGIN
  SELECT RAISE(ABORT, 'applications_namedoffice is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

-- A report about a line is never changed.

CREATE TRIGGER report_no_update BEFORE UPDATE ON licences_report
BEGIN
  SELECT RAISE(ABORT, 'licences_report is append-only: UPDATE is refused; what is recorded is superseded by a new row, never edited');
END;
CREATE TRIGGER report_no_delete BEFORE DELETE ON licences_report
BEGIN
  SELECT RAISE(ABORT, 'licences_report is append-only: DELETE is refused; what is recorded is superseded by a new row, never edited');
END;

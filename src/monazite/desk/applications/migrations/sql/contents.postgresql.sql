-- What is in a line: each run of letters a word, so that no line's text is read through.
CREATE INDEX filed_line_contents ON applications_filedline
  USING gin (regexp_split_to_array(upper(contains), '[^A-Z]+'));
CREATE INDEX filed_line_code ON applications_filedline (upper(control_code::text) text_pattern_ops);

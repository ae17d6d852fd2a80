-- The words that lists are searched by: whole, so that no parser of the engine splits them again.
CREATE INDEX application_words ON applications_application
  USING gin (array_to_tsvector(string_to_array(words, ' ')));

-- SQLite has no index of words and reads them through.
SELECT 1;

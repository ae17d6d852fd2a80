-- SQLite keeps no statistics of several columns.
SELECT 1;

-- One writes at a time, and takes a statement for each table (services/entering.py).
SELECT 1;

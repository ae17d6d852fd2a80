-- One writes at a time, and takes a statement for each table (services/entering.py).
-- Movements are found by their line (movement_number) and by their message, and by nothing else.
DROP INDEX licences_movement_line_id_92e16893;
DROP INDEX licences_movement_by_id_0ee4cb37;
DROP INDEX licences_movement_carried_from_id_0c146708;

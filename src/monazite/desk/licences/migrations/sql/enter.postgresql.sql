-- The columns that never change are looked at only by a statement that names one of them: the
-- comparison costs more than all the rest of a movement, which names none.
DROP TRIGGER licence_line_granted ON licences_licenceline;
CREATE TRIGGER licence_line_granted BEFORE UPDATE OF
    licence_id, number, description, form, contains, control_code, hs, controlled_by, unit, quantity, currency, value, sub_period_days, sub_period_quantity, sub_period_value, uses_max
  ON licences_licenceline FOR EACH ROW EXECUTE FUNCTION monazite_fixed(
    'licence_id', 'number', 'description', 'form', 'contains', 'control_code', 'hs', 'controlled_by', 'unit', 'quantity', 'currency', 'value', 'sub_period_days', 'sub_period_quantity', 'sub_period_value', 'uses_max'
  );

-- One index finds a message and those that begin alike: bytes are compared, in no language's order.
ALTER TABLE licences_movement ALTER COLUMN message_id TYPE varchar(100) COLLATE "C";
DROP INDEX licences_movement_message_id_ff4f14c6_like;
-- Movements are found by their line (movement_number) and by their message, and by nothing else.
DROP INDEX licences_movement_line_id_92e16893;
DROP INDEX licences_movement_by_id_0ee4cb37;
DROP INDEX licences_movement_carried_from_id_0c146708;

-- An entry of a line's account: its row, the line's step and its event, in one call.
--
-- The line is locked first; what is asked, computed and hashed after that is of the row as it then
-- stands, however many wait for it. Nothing is written, and entry_id is null, where
--   its_bindings (the count that the caller judged by) is no longer the line's, or
--   its_event_seq (where every entry was judged by) is no longer the line's, or
--   its_bindings is null, nobody has judged, and the licence or the line may not simply be used, or
--   the entry no longer fits, or the message has its answer.
-- reserves, uses_up, gives_back, counts: how often quantity and value count into what is reserved,
-- used and given back, and uses into uses. The hash is that of monazite.desk.events.canonical, the
-- print that of events.prints. An expression is prepared anew in each transaction: a few large ones
-- are cheaper than many.
CREATE FUNCTION monazite_enter(
  its_line uuid, its_bindings integer, its_event_seq bigint, its_kind text, its_message text,
  its_quantity numeric, its_value numeric, its_uses integer, its_day date, its_by uuid,
  its_from uuid, its_via text, reserves numeric, uses_up numeric, gives_back numeric,
  counts integer,
  OUT entry_id bigint, OUT entry_at timestamptz, OUT entry_number integer, OUT seq bigint,
  OUT head bytea, OUT given_back_quantity numeric, OUT given_back_value numeric,
  OUT reserved_quantity numeric, OUT reserved_value numeric, OUT used_quantity numeric,
  OUT used_value numeric, OUT uses integer
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  line licences_licenceline;
  stamp text;
  actor text;
  payload text;
BEGIN
  SELECT * INTO line FROM licences_licenceline l WHERE l.id = its_line FOR NO KEY UPDATE;
  IF line.bindings <> its_bindings OR line.event_seq <> its_event_seq THEN
    RETURN;
  END IF;
  IF its_bindings IS NULL THEN
    PERFORM 1 FROM licences_licence l WHERE l.id = line.licence_id AND l.ended = ''
      AND l.suspended_since IS NULL AND l.amending_since IS NULL
      AND its_day BETWEEN l.valid_from AND l.valid_until AND line.sub_period_days IS NULL;
    IF NOT FOUND THEN
      RETURN;
    END IF;
  END IF;
  reserved_quantity := line.reserved_quantity + reserves * its_quantity;
  reserved_value := line.reserved_value + reserves * its_value;
  used_quantity := line.used_quantity + uses_up * its_quantity;
  used_value := line.used_value + uses_up * its_value;
  given_back_quantity := line.given_back_quantity + gives_back * its_quantity;
  given_back_value := line.given_back_value + gives_back * its_value;
  uses := line.uses + counts * its_uses;
  IF line.controlled_by IN ('quantity', 'both') AND (
      line.quantity < used_quantity + reserved_quantity + given_back_quantity
      OR its_bindings IS NULL AND line.quantity
        <= line.used_quantity + line.reserved_quantity + line.given_back_quantity)
    OR line.controlled_by IN ('value', 'both') AND (
      line.value < used_value + reserved_value + given_back_value
      OR its_bindings IS NULL AND line.value
        <= line.used_value + line.reserved_value + line.given_back_value)
    OR least(given_back_quantity, given_back_value, reserved_quantity, reserved_value,
      used_quantity, used_value, uses) < 0
    OR greatest(given_back_quantity, given_back_value, reserved_quantity, reserved_value,
      used_quantity, used_value) >= 1000000000000
    OR uses > line.uses_max
  THEN
    RETURN;
  END IF;
  entry_number := line.entries + 1;
  seq := line.event_seq + 1;
  entry_at := clock_timestamp();
  INSERT INTO licences_movement
    (line_id, number, message_id, kind, quantity, value, uses, "on", at, by_id, carried_from_id)
  VALUES (its_line, entry_number, its_message, its_kind, its_quantity, its_value, its_uses, its_day,
    entry_at, its_by, its_from)
  ON CONFLICT (message_id) DO NOTHING RETURNING id INTO entry_id;
  IF entry_id IS NULL THEN
    RETURN;
  END IF;
  stamp := to_char(entry_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"');
  actor := coalesce('"' || its_by || '"', 'null');
  payload := format(
    '{"given_back_quantity":"%s","given_back_value":"%s","reserved_quantity":"%s",'
    '"reserved_value":"%s","rows":{"movements":{"%s":"%s"}},"used_quantity":"%s",'
    '"used_value":"%s","uses":%s}',
    trim_scale(given_back_quantity), trim_scale(given_back_value), trim_scale(reserved_quantity),
    trim_scale(reserved_value), entry_number,
    encode(sha256(convert_to(format(
      '{"at":"%s","by_id":%s,"carried_from_id":%s,"kind":"%s","message_id":%s,"number":%s,'
      '"on":"%s","quantity":"%s","uses":%s,"value":"%s"}',
      replace(stamp, '.000000', ''), actor, coalesce('"' || its_from || '"', 'null'), its_kind,
      to_json(its_message), entry_number, to_char(its_day, 'YYYY-MM-DD'),
      trim_scale(its_quantity), its_uses, trim_scale(its_value)
    ), 'UTF8')), 'hex'),
    trim_scale(used_quantity), trim_scale(used_value), uses
  );
  head := sha256(convert_to(format(
    '["monazite-event-1","%s","licence_line","%s",%s,"%s",%s,"%s","%s",%s]',
    encode(line.event_head, 'hex'), its_line, seq, stamp, actor, its_via, its_kind, to_json(payload)
  ), 'UTF8'));
  UPDATE licences_licenceline l SET
    given_back_quantity = monazite_enter.given_back_quantity,
    given_back_value = monazite_enter.given_back_value,
    reserved_quantity = monazite_enter.reserved_quantity,
    reserved_value = monazite_enter.reserved_value,
    used_quantity = monazite_enter.used_quantity,
    used_value = monazite_enter.used_value,
    uses = monazite_enter.uses,
    entries = entry_number,
    event_seq = seq,
    event_head = head
  WHERE l.id = its_line;
  INSERT INTO events_event
    (aggregate_kind, aggregate_id, seq, at, actor, via, kind, payload, previous, hash)
  VALUES ('licence_line', its_line, seq, entry_at, its_by, its_via, its_kind, payload,
    line.event_head, head);
END
$$;

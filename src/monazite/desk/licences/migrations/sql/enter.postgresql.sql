-- The columns that never change are compared before the function is called: it costs more than all
-- the rest of a movement.
DROP TRIGGER licence_line_granted ON licences_licenceline;
CREATE TRIGGER licence_line_granted BEFORE UPDATE ON licences_licenceline
  FOR EACH ROW WHEN (
    (OLD.licence_id, OLD.number, OLD.description, OLD.form, OLD.contains, OLD.control_code, OLD.hs, OLD.controlled_by, OLD.unit, OLD.quantity, OLD.currency, OLD.value, OLD.sub_period_days, OLD.sub_period_quantity, OLD.sub_period_value, OLD.uses_max)
    IS DISTINCT FROM
    (NEW.licence_id, NEW.number, NEW.description, NEW.form, NEW.contains, NEW.control_code, NEW.hs, NEW.controlled_by, NEW.unit, NEW.quantity, NEW.currency, NEW.value, NEW.sub_period_days, NEW.sub_period_quantity, NEW.sub_period_value, NEW.uses_max)
  ) EXECUTE FUNCTION monazite_fixed(
    'licence_id', 'number', 'description', 'form', 'contains', 'control_code', 'hs', 'controlled_by', 'unit', 'quantity', 'currency', 'value', 'sub_period_days', 'sub_period_quantity', 'sub_period_value', 'uses_max'
  );

-- An entry of a line's account: its row, the line's step and its event, in one call.
--
-- The line is locked first; what is asked, computed and hashed after that is of the row as it then
-- stands, however many wait for it. Nothing is written, and no row returned, where
--   its_bindings (the count that the caller judged by) is no longer the line's, or
--   its_event_seq (where every entry was judged by) is no longer the line's, or
--   its_bindings is null, nobody has judged, and the licence or the line may not simply be used, or
--   the entry no longer fits, or the message has its answer.
-- its_effect: how often quantity and value count into what is reserved, used and given back, and uses
-- into uses. The hash is that of monazite.desk.events.canonical, the print that of events.prints.
CREATE FUNCTION monazite_enter(
  its_line uuid, its_bindings integer, its_event_seq bigint, its_kind text, its_message text,
  its_quantity numeric, its_value numeric, its_uses integer, its_day date, its_by uuid,
  its_from uuid, its_via text, its_effect integer[]
) RETURNS TABLE (
  entry_id bigint, entry_at timestamptz, entry_number integer, seq bigint, head bytea,
  given_back_quantity numeric, given_back_value numeric, reserved_quantity numeric,
  reserved_value numeric, used_quantity numeric, used_value numeric, uses integer
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  line licences_licenceline;
  taken_quantity numeric;
  taken_value numeric;
  stamp text;
  print text;
  payload text;
BEGIN
  SELECT * INTO line FROM licences_licenceline l WHERE l.id = its_line FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  taken_quantity := line.used_quantity + line.reserved_quantity + line.given_back_quantity;
  taken_value := line.used_value + line.reserved_value + line.given_back_value;
  IF its_bindings IS NULL THEN
    IF line.sub_period_days IS NOT NULL
      OR line.controlled_by IN ('quantity', 'both') AND line.quantity <= taken_quantity
      OR line.controlled_by IN ('value', 'both') AND line.value <= taken_value
    THEN
      RETURN;
    END IF;
    PERFORM 1 FROM licences_licence l WHERE l.id = line.licence_id AND l.ended = ''
      AND l.suspended_since IS NULL AND l.amending_since IS NULL
      AND its_day BETWEEN l.valid_from AND l.valid_until;
    IF NOT FOUND THEN
      RETURN;
    END IF;
  ELSIF line.bindings <> its_bindings OR line.event_seq <> its_event_seq THEN
    RETURN;
  END IF;
  reserved_quantity := line.reserved_quantity + its_effect[1] * its_quantity;
  reserved_value := line.reserved_value + its_effect[1] * its_value;
  used_quantity := line.used_quantity + its_effect[2] * its_quantity;
  used_value := line.used_value + its_effect[2] * its_value;
  given_back_quantity := line.given_back_quantity + its_effect[3] * its_quantity;
  given_back_value := line.given_back_value + its_effect[3] * its_value;
  uses := line.uses + its_effect[4] * its_uses;
  IF line.controlled_by IN ('quantity', 'both')
      AND line.quantity < used_quantity + reserved_quantity + given_back_quantity
    OR line.controlled_by IN ('value', 'both')
      AND line.value < used_value + reserved_value + given_back_value
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
  stamp := to_char(entry_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || '+00:00';
  print := '{"at":"' || replace(stamp, '.000000', '')
    || '","by_id":' || coalesce('"' || its_by || '"', 'null')
    || ',"carried_from_id":' || coalesce('"' || its_from || '"', 'null')
    || ',"kind":"' || its_kind || '","message_id":' || to_json(its_message)
    || ',"number":' || entry_number || ',"on":"' || to_char(its_day, 'YYYY-MM-DD')
    || '","quantity":"' || trim_scale(its_quantity) || '","uses":' || its_uses
    || ',"value":"' || trim_scale(its_value) || '"}';
  payload := '{"given_back_quantity":"' || trim_scale(given_back_quantity)
    || '","given_back_value":"' || trim_scale(given_back_value)
    || '","reserved_quantity":"' || trim_scale(reserved_quantity)
    || '","reserved_value":"' || trim_scale(reserved_value)
    || '","rows":{"movements":{"' || entry_number
    || '":"' || encode(sha256(convert_to(print, 'UTF8')), 'hex')
    || '"}},"used_quantity":"' || trim_scale(used_quantity)
    || '","used_value":"' || trim_scale(used_value)
    || '","uses":' || uses || '}';
  head := sha256(convert_to('["monazite-event-1","' || encode(line.event_head, 'hex')
    || '","licence_line","' || its_line || '",' || seq || ',"' || stamp
    || '",' || coalesce('"' || its_by || '"', 'null') || ',"' || its_via || '","' || its_kind
    || '",' || to_json(payload) || ']', 'UTF8'));
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
  RETURN NEXT;
END
$$;

-- A licence and its lines go on by their chains; what was granted never changes at all.

-- Arguments: columns that never change, whatever the chain says.
CREATE FUNCTION monazite_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE held text;
BEGIN
  FOREACH held IN ARRAY TG_ARGV LOOP
    IF to_jsonb(NEW) -> held IS DISTINCT FROM to_jsonb(OLD) -> held THEN
      RAISE EXCEPTION '% %: % never changes; what is recorded is superseded by a new row, never edited',
        TG_TABLE_NAME, OLD.id, held USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END LOOP;
  RETURN NEW;
END
$$;

CREATE TRIGGER licence_stays BEFORE DELETE ON licences_licence
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER licence_table_stays BEFORE TRUNCATE ON licences_licence
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER licence_step BEFORE UPDATE ON licences_licence
  FOR EACH ROW EXECUTE FUNCTION monazite_step('suspended_since', 'amending_since', 'ended', 'ended_at');
CREATE TRIGGER licence_granted BEFORE UPDATE ON licences_licence
  FOR EACH ROW EXECUTE FUNCTION monazite_fixed(
    'number', 'application_id', 'decision', 'organisation_id', 'regime', 'kind', 'issued_at', 'valid_from', 'valid_until', 'conditions', 'terms', 'terms_sha256', 'check_code', 'replaces_id'
  );

CREATE TRIGGER licence_line_stays BEFORE DELETE ON licences_licenceline
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER licence_line_table_stays BEFORE TRUNCATE ON licences_licenceline
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER licence_line_step BEFORE UPDATE ON licences_licenceline
  FOR EACH ROW EXECUTE FUNCTION monazite_step('used_quantity', 'used_value', 'reserved_quantity', 'reserved_value', 'given_back_quantity', 'given_back_value', 'uses');
CREATE TRIGGER licence_line_granted BEFORE UPDATE ON licences_licenceline
  FOR EACH ROW EXECUTE FUNCTION monazite_fixed(
    'licence_id', 'number', 'description', 'form', 'contains', 'control_code', 'hs', 'controlled_by', 'unit', 'quantity', 'currency', 'value', 'sub_period_days', 'sub_period_quantity', 'sub_period_value', 'uses_max'
  );

CREATE TRIGGER movement_rows_stay BEFORE UPDATE OR DELETE ON licences_movement
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();

-- An order is signed or sent back, once.
CREATE FUNCTION monazite_licence_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state = 'proposed' AND NEW.state <> 'proposed'
    AND to_jsonb(NEW) - 'state' - 'signer_id' - 'signed_at' - 'said' = to_jsonb(OLD) - 'state' - 'signer_id' - 'signed_at' - 'said'
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: % is refused; what is recorded is superseded by a new row, never edited',
    TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER order_rows_stay BEFORE UPDATE OR DELETE ON licences_order
  FOR EACH ROW EXECUTE FUNCTION monazite_licence_order();

-- A change is bound and ends, once; one that was refused is open again where its case is reopened.
CREATE FUNCTION monazite_licence_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.ended = '' OR (OLD.ended = 'refused' AND NEW.ended = ''))
    AND to_jsonb(NEW) - 'bound_at' - 'ended' - 'ended_at' = to_jsonb(OLD) - 'bound_at' - 'ended' - 'ended_at'
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: % is refused; what is recorded is superseded by a new row, never edited',
    TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER change_rows_stay BEFORE UPDATE OR DELETE ON licences_change
  FOR EACH ROW EXECUTE FUNCTION monazite_licence_change();

CREATE TRIGGER movement_table_stays BEFORE TRUNCATE ON licences_movement
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

CREATE TRIGGER order_table_stays BEFORE TRUNCATE ON licences_order
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

CREATE TRIGGER change_table_stays BEFORE TRUNCATE ON licences_change
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

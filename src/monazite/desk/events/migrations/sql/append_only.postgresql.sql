-- The transaction that wrote an event. Ids commit out of order; below the oldest running
-- transaction everything is decided, so a checkpoint seals what stands below it.
ALTER TABLE events_event ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX event_xid ON events_event (xid);

CREATE FUNCTION monazite_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is refused; what is recorded is superseded by a new row, never edited',
    TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END
$$;

-- Arguments: columns that change only with a step of the chain.
CREATE FUNCTION monazite_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE held text;
BEGIN
  IF NEW.id IS DISTINCT FROM OLD.id THEN
    RAISE EXCEPTION '% %: its id never changes', TG_TABLE_NAME, OLD.id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.event_seq = OLD.event_seq + 1 AND NEW.event_head <> OLD.event_head THEN
    RETURN NEW;
  END IF;
  IF NEW.event_seq <> OLD.event_seq OR NEW.event_head <> OLD.event_head THEN
    RAISE EXCEPTION '% %: its chain goes on by one event at a time, not from % to %',
      TG_TABLE_NAME, OLD.id, OLD.event_seq, NEW.event_seq
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  FOREACH held IN ARRAY TG_ARGV LOOP
    IF to_jsonb(NEW) -> held IS DISTINCT FROM to_jsonb(OLD) -> held THEN
      RAISE EXCEPTION '% %: % changes only together with an event', TG_TABLE_NAME, OLD.id, held
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END LOOP;
  RETURN NEW;
END
$$;

CREATE TRIGGER event_rows_stay BEFORE UPDATE OR DELETE ON events_event
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER event_table_stays BEFORE TRUNCATE ON events_event
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER checkpoint_rows_stay BEFORE UPDATE OR DELETE ON events_checkpoint
  FOR EACH ROW EXECUTE FUNCTION monazite_refuse();
CREATE TRIGGER checkpoint_table_stays BEFORE TRUNCATE ON events_checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION monazite_refuse();

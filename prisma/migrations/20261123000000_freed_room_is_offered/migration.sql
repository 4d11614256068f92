-- Work that leaves the ledger (a walk-in that is withdrawn, carry-over that is done sooner) makes room as a cancelled booking does:
-- who waits for it is offered it. One job for the dealership, however many rows became free.
CREATE FUNCTION offer_freed_room() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "WaitingEntry" w WHERE w."dealershipId" = NEW."dealershipId" AND w.status = 'waiting') THEN
    PERFORM jobs.add_job('offer-places', json_build_object('dealershipId', NEW."dealershipId"), 'offer-places:' || NEW."dealershipId", NULL, 8);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER offer_freed_room AFTER UPDATE OF "otherMinutes" ON "CapacityDay"
  FOR EACH ROW WHEN (NEW."otherMinutes" < OLD."otherMinutes") EXECUTE FUNCTION offer_freed_room();

-- What was put to the customer is kept word for word, so that it can be shown as it was and compared before the answer counts.
ALTER TABLE "AdditionalWork" ADD COLUMN "content" JSONB;

-- A wish for a discount is of a line that is there.
DELETE FROM "DiscountRequest" r WHERE r."jobId" IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM "Job" j WHERE j."dealershipId" = r."dealershipId" AND j.id = r."jobId");
CREATE INDEX "DiscountRequest_dealershipId_jobId_idx" ON "DiscountRequest" ("dealershipId", "jobId");
ALTER TABLE "DiscountRequest" ADD CONSTRAINT "DiscountRequest_dealershipId_jobId_fkey"
  FOREIGN KEY ("dealershipId", "jobId") REFERENCES "Job" ("dealershipId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- What the customer has in hand neither loses a line, a part or a share, nor does one move into it or out of it; what was approved stays.
CREATE OR REPLACE FUNCTION refuse_other_than_asked() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    IF asked_hash(coalesce(NEW."dealershipId", OLD."dealershipId"), NEW."additionalWorkId") IS NOT NULL
      OR asked_hash(coalesce(NEW."dealershipId", OLD."dealershipId"), OLD."additionalWorkId") IS NOT NULL
    THEN RAISE EXCEPTION 'the customer has this request in hand' USING ERRCODE = 'BB003'; END IF;
    RETURN coalesce(NEW, OLD);
  END $$;
CREATE TRIGGER not_moved_when_asked BEFORE UPDATE OF "additionalWorkId" ON "Job"
  FOR EACH ROW WHEN (NEW."additionalWorkId" IS DISTINCT FROM OLD."additionalWorkId") EXECUTE FUNCTION refuse_other_than_asked();
CREATE TRIGGER not_less_than_asked BEFORE DELETE ON "Job"
  FOR EACH ROW WHEN (OLD."additionalWorkId" IS NOT NULL) EXECUTE FUNCTION refuse_other_than_asked();

CREATE FUNCTION refuse_to_lose_approved() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN RAISE EXCEPTION 'an approved line stays' USING ERRCODE = 'BB003'; END $$;
CREATE TRIGGER approved_stays BEFORE DELETE ON "Job"
  FOR EACH ROW WHEN (OLD."approvalId" IS NOT NULL) EXECUTE FUNCTION refuse_to_lose_approved();

CREATE OR REPLACE FUNCTION refuse_part_other_than_asked() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    IF EXISTS (SELECT 1 FROM "Job" j WHERE j."dealershipId" = coalesce(NEW."dealershipId", OLD."dealershipId")
      AND j.id IN (NEW."jobId", OLD."jobId") AND j."additionalWorkId" IS NOT NULL
      AND j."approvalId" IS NULL AND asked_hash(j."dealershipId", j."additionalWorkId") IS NOT NULL)
    THEN RAISE EXCEPTION 'the customer has this request in hand' USING ERRCODE = 'BB003'; END IF;
    RETURN coalesce(NEW, OLD);
  END $$;
CREATE TRIGGER not_less_than_asked BEFORE DELETE ON "JobPart"
  FOR EACH ROW EXECUTE FUNCTION refuse_part_other_than_asked();
CREATE TRIGGER not_less_than_asked BEFORE DELETE ON "JobShare"
  FOR EACH ROW EXECUTE FUNCTION refuse_part_other_than_asked();

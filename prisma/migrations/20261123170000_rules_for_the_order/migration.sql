-- The rules for filling in the repair order: versions that are frozen when published, with numbered points (S3-34).
CREATE TABLE "OrderRules" (
    "dealershipId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "publishedById" UUID,
    CONSTRAINT "OrderRules_pkey" PRIMARY KEY ("dealershipId","version"),
    CONSTRAINT order_rules_version CHECK (version > 0)
);
CREATE UNIQUE INDEX order_rules_one_draft ON "OrderRules"("dealershipId") WHERE "publishedAt" IS NULL;
CREATE INDEX "OrderRules_dealershipId_publishedById_idx" ON "OrderRules"("dealershipId", "publishedById");
ALTER TABLE "OrderRules" ADD CONSTRAINT "OrderRules_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OrderRules" ADD CONSTRAINT "OrderRules_dealershipId_publishedById_fkey" FOREIGN KEY ("dealershipId", "publishedById") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "OrderRules" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "OrderRules" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "OrderRules" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());

CREATE TABLE "OrderRulePoint" (
    "dealershipId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "auditPoint" TEXT,
    CONSTRAINT "OrderRulePoint_pkey" PRIMARY KEY ("dealershipId","version","no"),
    CONSTRAINT order_rule_no CHECK (no > 0),
    CONSTRAINT order_rule_words CHECK (text <> '' AND "textEn" <> '')
);
CREATE UNIQUE INDEX "OrderRulePoint_dealershipId_version_auditPoint_key" ON "OrderRulePoint"("dealershipId", "version", "auditPoint");
ALTER TABLE "OrderRulePoint" ADD CONSTRAINT "OrderRulePoint_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OrderRulePoint" ADD CONSTRAINT "OrderRulePoint_dealershipId_version_fkey" FOREIGN KEY ("dealershipId", "version") REFERENCES "OrderRules"("dealershipId", "version") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "OrderRulePoint" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "OrderRulePoint" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "OrderRulePoint" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());

-- What is published stays as it was: neither the version nor its points change.
CREATE FUNCTION keep_published_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'OrderRules' THEN
    IF OLD."publishedAt" IS NOT NULL THEN RAISE EXCEPTION 'a published version of the rules does not change' USING ERRCODE = 'BB001'; END IF;
  ELSE
    IF (TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM "OrderRules" r WHERE r."dealershipId" = OLD."dealershipId" AND r.version = OLD.version AND r."publishedAt" IS NOT NULL))
      OR (TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM "OrderRules" r WHERE r."dealershipId" = NEW."dealershipId" AND r.version = NEW.version AND r."publishedAt" IS NOT NULL))
    THEN RAISE EXCEPTION 'a published version of the rules does not change' USING ERRCODE = 'BB001'; END IF;
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER keep_published BEFORE UPDATE OR DELETE ON "OrderRules" FOR EACH ROW EXECUTE FUNCTION keep_published_rules();
CREATE TRIGGER keep_published BEFORE INSERT OR UPDATE OR DELETE ON "OrderRulePoint" FOR EACH ROW EXECUTE FUNCTION keep_published_rules();

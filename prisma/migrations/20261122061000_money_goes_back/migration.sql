-- Money given back, always on one payment and never more than was paid with it.
CREATE TABLE "Refund" (
  "dealershipId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "settlementId" UUID NOT NULL,
  "shareId" UUID NOT NULL,
  "paymentId" UUID NOT NULL,
  "no" TEXT NOT NULL,
  "amountFen" INTEGER NOT NULL,
  "reason" TEXT NOT NULL,
  "reference" TEXT NOT NULL DEFAULT '',
  "idempotencyKey" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "refundedById" UUID,
  CONSTRAINT "Refund_pkey" PRIMARY KEY ("dealershipId", "id"),
  CONSTRAINT refund_positive CHECK ("amountFen" > 0 AND "reason" <> '')
);
CREATE UNIQUE INDEX "Refund_dealershipId_no_key" ON "Refund"("dealershipId", "no");
CREATE UNIQUE INDEX "Refund_dealershipId_idempotencyKey_key" ON "Refund"("dealershipId", "idempotencyKey");
CREATE INDEX "Refund_dealershipId_settlementId_idx" ON "Refund"("dealershipId", "settlementId");
CREATE INDEX "Refund_dealershipId_shareId_idx" ON "Refund"("dealershipId", "shareId");
CREATE INDEX "Refund_dealershipId_paymentId_idx" ON "Refund"("dealershipId", "paymentId");
ALTER TABLE "Refund"
  ADD CONSTRAINT "Refund_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Refund_dealershipId_settlementId_fkey" FOREIGN KEY ("dealershipId", "settlementId")
    REFERENCES "Settlement"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "Refund_dealershipId_shareId_fkey" FOREIGN KEY ("dealershipId", "shareId")
    REFERENCES "SettlementShare"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "Refund_dealershipId_paymentId_fkey" FOREIGN KEY ("dealershipId", "paymentId")
    REFERENCES "Payment"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "Refund" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Refund" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "Refund" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Refund" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON "Refund" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_refund_above_payment() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    IF NEW."amountFen" + (SELECT coalesce(sum("amountFen"), 0) FROM "Refund"
        WHERE "dealershipId" = NEW."dealershipId" AND "paymentId" = NEW."paymentId")
      > (SELECT "amountFen" FROM "Payment" WHERE "dealershipId" = NEW."dealershipId" AND id = NEW."paymentId" AND "shareId" = NEW."shareId")
    THEN RAISE EXCEPTION 'more would go back than was paid' USING ERRCODE = 'BB002'; END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER not_above_payment BEFORE INSERT ON "Refund" FOR EACH ROW EXECUTE FUNCTION refuse_refund_above_payment();

-- A small gift for whoever has booked: offered for some days, handed over once at a visit, with what it cost that day.
CREATE TABLE "BookingGift" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL DEFAULT '',
    "costFen" INTEGER NOT NULL,
    "firstDay" DATE NOT NULL,
    "lastDay" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    CONSTRAINT "BookingGift_pkey" PRIMARY KEY ("dealershipId","id"),
    CONSTRAINT booking_gift_cost CHECK ("costFen" >= 0),
    CONSTRAINT booking_gift_days CHECK ("firstDay" <= "lastDay")
);
CREATE TABLE "VisitGift" (
    "dealershipId" UUID NOT NULL,
    "visitId" UUID NOT NULL,
    "giftId" UUID NOT NULL,
    "costFen" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,
    CONSTRAINT "VisitGift_pkey" PRIMARY KEY ("dealershipId","visitId","giftId")
);
CREATE INDEX "BookingGift_dealershipId_lastDay_idx" ON "BookingGift"("dealershipId", "lastDay");
CREATE INDEX "VisitGift_dealershipId_giftId_idx" ON "VisitGift"("dealershipId", "giftId");
CREATE INDEX "VisitGift_dealershipId_byId_idx" ON "VisitGift"("dealershipId", "byId");
ALTER TABLE "BookingGift" ADD CONSTRAINT "BookingGift_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "VisitGift" ADD CONSTRAINT "VisitGift_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "VisitGift" ADD CONSTRAINT "VisitGift_dealershipId_visitId_fkey" FOREIGN KEY ("dealershipId", "visitId") REFERENCES "Visit"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "VisitGift" ADD CONSTRAINT "VisitGift_dealershipId_giftId_fkey" FOREIGN KEY ("dealershipId", "giftId") REFERENCES "BookingGift"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "VisitGift" ADD CONSTRAINT "VisitGift_dealershipId_byId_fkey" FOREIGN KEY ("dealershipId", "byId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "BookingGift" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "BookingGift" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "BookingGift" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());
ALTER TABLE "VisitGift" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "VisitGift" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "VisitGift" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());

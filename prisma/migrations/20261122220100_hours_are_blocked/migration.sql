-- A meeting, a training, stock-taking: nobody, or nobody of a skill, is at work then.
CREATE TYPE "BlockKind" AS ENUM ('training', 'meeting', 'stockTaking', 'other');
CREATE TABLE "BlockedTime" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "BlockKind" NOT NULL,
    "skill" "Skill",
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "BlockedTime_pkey" PRIMARY KEY ("dealershipId","id"),
    CONSTRAINT blocked_time_ends_after_start CHECK ("endsAt" > "startsAt")
);
CREATE INDEX "BlockedTime_dealershipId_endsAt_idx" ON "BlockedTime"("dealershipId", "endsAt");
ALTER TABLE "BlockedTime" ADD CONSTRAINT "BlockedTime_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BlockedTime" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "BlockedTime" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "BlockedTime" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());

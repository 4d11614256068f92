-- Boards ask for the plan of a day; by technician or bay alone they would read all of its history.
CREATE INDEX "PlanEntry_dealershipId_endsAt_idx" ON "PlanEntry"("dealershipId", "endsAt");

-- What was proposed to the customer besides the own wish, and the answer (S1-34).
CREATE TYPE "ProposalKind" AS ENUM ('due', 'declined', 'recall', 'package', 'other');
CREATE TYPE "ProposalOutcome" AS ENUM ('proposed', 'accepted', 'declined');
CREATE TABLE "AppointmentProposal" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "appointmentId" UUID NOT NULL,
    "kind" "ProposalKind" NOT NULL,
    "reference" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "textEn" TEXT NOT NULL DEFAULT '',
    "outcome" "ProposalOutcome" NOT NULL DEFAULT 'proposed',
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "AppointmentProposal_pkey" PRIMARY KEY ("dealershipId","id"),
    CONSTRAINT proposal_reference CHECK (length("reference") BETWEEN 1 AND 60)
);
CREATE UNIQUE INDEX "AppointmentProposal_dealershipId_appointmentId_kind_referen_key" ON "AppointmentProposal"("dealershipId", "appointmentId", "kind", "reference");
ALTER TABLE "AppointmentProposal" ADD CONSTRAINT "AppointmentProposal_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "AppointmentProposal" ADD CONSTRAINT "AppointmentProposal_dealershipId_appointmentId_fkey" FOREIGN KEY ("dealershipId", "appointmentId") REFERENCES "Appointment"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "AppointmentProposal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "AppointmentProposal" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "AppointmentProposal" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());

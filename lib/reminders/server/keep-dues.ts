import 'server-only'
import type { Tx } from '@/lib/server/db'
import type { Due, DueClass } from '../due'

export type KeptDue = Due & { vehicleId: string; class: DueClass | null }

/** Keeps what was found about many cars in one statement. */
export const keepDues = (
  tx: Tx,
  dealershipId: string,
  today: string,
  dues: readonly KeptDue[],
) => tx.$executeRaw`
  INSERT INTO "VehicleDue" ("dealershipId", "vehicleId", "baseOn", "baseKm", "dueOn", "dueKm", reason, usage, "metresPerDay",
    "estimatedKm", "remainingKm", advised, class, "ruleCodes", "packageId", "computedOn")
  SELECT ${dealershipId}::uuid, d."vehicleId", d."baseOn", d."baseKm", d."dueOn", d."dueKm", d.reason::"DueReason",
    d.usage::"UsageSource", d."metresPerDay", d."estimatedKm", d."remainingKm", d.advised, d.class::"ContactClass",
    d."ruleCodes", d."packageId", ${today}::date
  FROM jsonb_to_recordset(${JSON.stringify(dues)}::jsonb) AS d("vehicleId" uuid, "baseOn" date, "baseKm" int, "dueOn" date,
    "dueKm" int, reason text, usage text, "metresPerDay" int, "estimatedKm" int, "remainingKm" int, advised boolean,
    class text, "ruleCodes" text[], "packageId" uuid)
  ON CONFLICT ("dealershipId", "vehicleId") DO UPDATE SET "baseOn" = excluded."baseOn", "baseKm" = excluded."baseKm",
    "dueOn" = excluded."dueOn", "dueKm" = excluded."dueKm", reason = excluded.reason, usage = excluded.usage,
    "metresPerDay" = excluded."metresPerDay", "estimatedKm" = excluded."estimatedKm",
    "remainingKm" = excluded."remainingKm", advised = excluded.advised, class = excluded.class,
    "ruleCodes" = excluded."ruleCodes", "packageId" = excluded."packageId", "computedOn" = excluded."computedOn"`

import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { ofVisit } from '@/lib/reception/schemas'
import { query } from '@/lib/server/doors'

type Named = { name: string; nameEn: string }
type Talk = {
  customerId: string
  notes: { id: string; topic: string; text: string; at: string }[]
  promises: { id: string; text: string; keptAt: string | null; visitNo: string }[]
  errands: { id: string; text: string; for: Named; doneAt: string | null }[]
  colleagues: (Named & { id: string; here: boolean })[]
}

/**
 * For the talk with the customer of a visit, private to staff who talk with customers: notes and what was noticed (S2-75, S2-76),
 * wishes of this visit and unkept ones of earlier visits (S2-77, S4-17), the small things needed now and who could do them (S2-78).
 */
export const visitTalk = query('customer.note', ofVisit, async ({ tx, actor, now }, { visitId }) => {
  const { dealershipId, id } = actor
  const [talk] = await tx.$queryRaw<Talk[]>`
    SELECT i."senderId"::text AS "customerId",
      COALESCE((SELECT json_agg(n ORDER BY n.at DESC, n.id DESC) FROM (SELECT m.id, m.topic, m.text, m.at FROM "CustomerNote" m
        WHERE m."dealershipId" = i."dealershipId" AND m."customerId" = i."senderId" ORDER BY m.at DESC, m.id DESC LIMIT 10) n), '[]') AS notes,
      COALESCE((SELECT json_agg(p ORDER BY p."madeAt" DESC) FROM (SELECT c.id, c.text, c."keptAt", c."madeAt", w.no AS "visitNo"
        FROM "CustomerPromise" c JOIN "Visit" w ON w."dealershipId" = c."dealershipId" AND w.id = c."visitId"
        WHERE c."dealershipId" = i."dealershipId" AND w."senderId" = i."senderId" AND (w.id = i.id OR c."keptAt" IS NULL)
        ORDER BY c."madeAt" DESC LIMIT 10) p), '[]') AS promises,
      COALESCE((SELECT json_agg(json_build_object('id', e.id, 'text', e.text, 'doneAt', e."doneAt",
          'for', json_build_object('name', s.name, 'nameEn', s."nameEn")) ORDER BY e."askedAt")
        FROM "VisitErrand" e JOIN "Staff" s ON s."dealershipId" = e."dealershipId" AND s.id = e."forId"
        WHERE e."dealershipId" = i."dealershipId" AND e."visitId" = i.id), '[]') AS errands,
      COALESCE((SELECT json_agg(k ORDER BY k.here DESC, k.no) FROM (SELECT s.id, s.name, s."nameEn", s."employeeNo" AS no,
          EXISTS (SELECT 1 FROM "Shift" h WHERE h."dealershipId" = s."dealershipId" AND h."staffId" = s.id
            AND h.kind IN ('work', 'overtime') AND h."startsAt" <= ${now} AND h."endsAt" > ${now}) AS here
        FROM "Staff" s WHERE s."dealershipId" = i."dealershipId" AND s."disabledAt" IS NULL AND s.id <> ${id}::uuid
          AND s.roles && ARRAY['greeter', 'bookingReceptionist', 'receptionAdviser', 'serviceAdviser', 'customerRelations']) k), '[]') AS colleagues
    FROM "Visit" i WHERE i."dealershipId" = ${dealershipId}::uuid AND i.id = ${visitId}::uuid`
  if (!talk) throw new Refusal('common.not-found')
  const { notes, ...rest } = talk
  return { ...rest, notes: notes.map((note) => ({ ...note, at: new Date(note.at) })) }
})
export type VisitTalk = Awaited<ReturnType<typeof visitTalk>>

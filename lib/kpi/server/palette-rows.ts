import 'server-only'
import { Prisma, type Tx } from '@/lib/server/db'
import type { Sought } from '../palette'

export type PaletteRow = {
  id: string
  kind: 'vehicle' | 'customer' | 'order' | 'appointment' | 'visit'
  target: string
  targetKind: PaletteRow['kind']
  title: string
  plate: string | null
  detail: string
  tail: string
}

const EACH = 12
const none = Prisma.sql`SELECT NULL::uuid AS id, 9 AS rank WHERE false`

const vehicles = ({ code, tail }: Sought) => Prisma.sql`
  (SELECT id, 0 AS rank FROM "Vehicle" WHERE plate ^@ ${code} LIMIT ${EACH}) UNION ALL
  (SELECT id, 1 FROM "Vehicle" WHERE "plateReversed" ^@ ${tail} LIMIT ${EACH})`

const customers = ({ name, latin, digits, tail }: Sought) =>
  Prisma.join(
    [
      name && Prisma.sql`(SELECT id, 3 AS rank FROM "Customer" WHERE name ^@ ${name} LIMIT ${EACH})`,
      name &&
        Prisma.sql`(SELECT id, 6 AS rank FROM "Customer" WHERE position(${name} IN name) > 1 LIMIT ${EACH})`,
      latin && Prisma.sql`(SELECT id, 4 AS rank FROM "Customer" WHERE initials ^@ ${latin} LIMIT ${EACH})`,
      latin && Prisma.sql`(SELECT id, 5 AS rank FROM "Customer" WHERE pinyin ^@ ${latin} LIMIT ${EACH})`,
      digits &&
        Prisma.sql`(SELECT id, 2 AS rank FROM "Customer" WHERE "phoneReversed" ^@ ${tail} LIMIT ${EACH})`,
      digits && Prisma.sql`(SELECT id, 2 AS rank FROM "Customer" WHERE phone ^@ ${digits} LIMIT ${EACH})`,
    ].filter((part) => typeof part === 'object'),
    ' UNION ALL ',
  )

const orders = ({ code, tail }: Sought) => Prisma.sql`
  (SELECT id, 0 AS rank FROM "RepairOrder" WHERE no ^@ ${code} ORDER BY no DESC LIMIT ${EACH}) UNION ALL
  (SELECT id, 1 FROM "RepairOrder" WHERE "noReversed" ^@ ${tail} LIMIT ${EACH})`

const appointments = ({ code, tail }: Sought) => Prisma.sql`
  (SELECT id, 0 AS rank FROM "Appointment" WHERE no ^@ ${code} ORDER BY no DESC LIMIT ${EACH}) UNION ALL
  (SELECT id, 1 FROM "Appointment" WHERE "noReversed" ^@ ${tail} LIMIT ${EACH})`

/**
 * The search in one statement: the twelve best ids of each kind by index, then what is shown of them. A vehicle leads to its
 * open order, else to its open visit, else to its owner, else to its last order or visit; to an order only who may read it.
 */
export function paletteRows(
  tx: Tx,
  sought: Sought,
  { people, bookings, orders: desk }: { people: boolean; bookings: boolean; orders: boolean },
): Promise<PaletteRow[]> {
  return tx.$queryRaw<PaletteRow[]>`
    WITH v AS (SELECT id, min(rank) AS rank FROM (${vehicles(sought)}) x GROUP BY id),
      c AS (SELECT id, min(rank) AS rank FROM (${people && (sought.name || sought.latin || sought.digits) ? customers(sought) : none}) x GROUP BY id),
      o AS (SELECT id, min(rank) AS rank FROM (${desk ? orders(sought) : none}) x GROUP BY id),
      a AS (SELECT id, min(rank) AS rank FROM (${bookings ? appointments(sought) : none}) x GROUP BY id),
      hits AS (
        SELECT v.id, 'vehicle' AS kind, v.rank, coalesce(ro.id, vi.id, CASE WHEN ${people} THEN p."customerId" END, last.id, past.id) AS target,
          CASE WHEN ro.id IS NOT NULL THEN 'order' WHEN vi.id IS NOT NULL THEN 'visit'
            WHEN ${people} AND p."customerId" IS NOT NULL THEN 'customer' WHEN last.id IS NOT NULL THEN 'order' ELSE 'visit' END AS "targetKind",
          trim(car.brand || ' ' || car.model) AS title, car.plate, coalesce(k.name, '') AS detail, '' AS tail, car."createdAt" AS at
        FROM v JOIN "Vehicle" car ON car.id = v.id
        LEFT JOIN "VehicleParty" p ON p."vehicleId" = v.id AND p.role = 'owner' AND p."until" IS NULL
        LEFT JOIN "Customer" k ON k.id = p."customerId"
        LEFT JOIN "Visit" vi ON vi."vehicleId" = v.id AND vi.status NOT IN ('closed', 'leftWithoutOrder')
        LEFT JOIN LATERAL (SELECT r.id FROM "RepairOrder" r WHERE ${desk} AND r."visitId" = vi.id AND r.status <> 'cancelled'
          ORDER BY r."createdAt" DESC LIMIT 1) ro ON true
        LEFT JOIN LATERAL (SELECT r.id FROM "RepairOrder" r WHERE ${desk} AND r."vehicleId" = v.id ORDER BY r."createdAt" DESC LIMIT 1) last ON true
        LEFT JOIN LATERAL (SELECT w.id FROM "Visit" w WHERE w."vehicleId" = v.id ORDER BY w."arrivedAt" DESC LIMIT 1) past ON true
        UNION ALL
        SELECT c.id, 'customer', c.rank, c.id, 'customer', k.name, one.plate, '', right(k.phone, 4), k."createdAt"
        FROM c JOIN "Customer" k ON k.id = c.id AND k."mergedIntoId" IS NULL
        LEFT JOIN LATERAL (SELECT car.plate FROM "VehicleParty" p JOIN "Vehicle" car ON car.id = p."vehicleId"
          WHERE p."customerId" = c.id AND p."until" IS NULL ORDER BY p.since DESC LIMIT 1) one ON true
        UNION ALL
        SELECT o.id, 'order', o.rank, o.id, 'order', r.no, car.plate, k.name, '', r."createdAt"
        FROM o JOIN "RepairOrder" r ON r.id = o.id JOIN "Vehicle" car ON car.id = r."vehicleId" JOIN "Customer" k ON k.id = r."customerId"
        UNION ALL
        SELECT a.id, 'appointment', a.rank, a.id, 'appointment', b.no, car.plate, k.name, '', b."createdAt"
        FROM a JOIN "Appointment" b ON b.id = a.id JOIN "Vehicle" car ON car.id = b."vehicleId" JOIN "Customer" k ON k.id = b."customerId")
    SELECT id, kind, target, "targetKind", title, plate, detail, tail FROM hits
    WHERE target IS NOT NULL ORDER BY rank, at DESC, id LIMIT 12`
}

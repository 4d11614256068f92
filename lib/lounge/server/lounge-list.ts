import 'server-only'
import * as z from 'zod'
import { minutesBetween } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { query } from '@/lib/server/doors'
import type { GuestRow, LoungeGuest } from '../guest'
import { owedWords } from '../owed-word'
import { promiseRisks } from './promise-facts'

/**
 * Customers whose car is in the house: those who wait here, then those who left, the longest wait first. Says how long each
 * waits, the last care, how the promise stands and who is owed a word (S4-18).
 */
export const loungeList = query(
  'lounge.list',
  z.object({}),
  async ({ tx, actor, now }): Promise<LoungeGuest[]> => {
    const settings = await settingsOf(tx)
    const rows = await tx.$queryRaw<GuestRow[]>`
    SELECT v.id AS "visitId", c.name AS customer, car.plate, car.model, name_in(a.name, a."nameEn", ${actor.locale}) AS adviser, v."adviserId", v.waiting, v."reachBy",
      v."arrivedAt", s."arrivedAt" AS "inLoungeSince", COALESCE(s.place, '') AS place,
      o.id AS "orderId", o.no AS "orderNo", o.status, o."promisedAt", o."promisedTo",
      CASE WHEN o."readyAt" IS NULL THEN GREATEST(o."workStartedAt", o."workDoneAt", o."qcPassedAt", o."washedAt") END AS "stageAt",
      (SELECT count(*)::int FROM "CareContact" k WHERE k."visitId" = v.id) AS "careContacts",
      k.at AS "lastCareAt", k.kind AS "lastCareKind",
      GREATEST((SELECT max(n.at) FROM "ProgressNote" n WHERE n."visitId" = v.id),
        (SELECT max(d."toldAt") FROM "Delay" d JOIN "RepairOrder" x ON x.id = d."orderId" WHERE x."visitId" = v.id)) AS "lastToldAt",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'text', p.text, 'keptAt', p."keptAt") ORDER BY p."madeAt")
        FROM "CustomerPromise" p WHERE p."visitId" = v.id), '[]') AS promises,
      (SELECT count(*)::int FROM "Delay" d WHERE d."orderId" = o.id) AS delays,
      (SELECT count(*)::int FROM "Delay" d WHERE d."orderId" = o.id
        AND d."leadMinutes" < ${settings['delay.noticeMinutes']}::int) AS "lateNotices"
    FROM "Visit" v JOIN "Vehicle" car ON car.id = v."vehicleId" JOIN "Customer" c ON c.id = v."senderId"
      LEFT JOIN "Staff" a ON a.id = v."adviserId" LEFT JOIN "LoungeStay" s ON s."visitId" = v.id AND s."leftAt" IS NULL
      LEFT JOIN LATERAL (SELECT * FROM "RepairOrder" r WHERE r."visitId" = v.id AND r.status NOT IN ('cancelled', 'delivered', 'closed')
        ORDER BY r."readyAt" IS NOT NULL, r."promisedAt" DESC NULLS LAST LIMIT 1) o ON true
      LEFT JOIN LATERAL (SELECT n.at, n.kind FROM "CareContact" n WHERE n."visitId" = v.id ORDER BY n.at DESC LIMIT 1) k ON true
    WHERE v.status NOT IN ('closed', 'leftWithoutOrder')
    ORDER BY v.waiting, v."arrivedAt"`
    const orderIds = rows.flatMap(({ orderId }) => (orderId ? [orderId] : []))
    const risks = await promiseRisks(tx, orderIds, now)
    const rule = {
      careEveryMinutes: settings['lounge.careEveryMinutes'],
      minCare: settings['lounge.minCare'],
    }
    return rows.map((row) => {
      const promise = (row.orderId && risks.get(row.orderId)) || null
      const { lastCareAt, lastToldAt, stageAt, careContacts } = row
      const since = row.inLoungeSince ?? row.arrivedAt
      const words = owedWords(
        {
          since,
          lastCareAt,
          lastToldAt,
          stageAt,
          careContacts,
          risk: (promise?.reason !== 'readyLate' && promise?.risk) || null,
        },
        now,
        rule,
      )
      const owed =
        row.waiting === 'waits' ? words : words.filter((word) => word === 'promise' || word === 'stage')
      return { ...row, promise, owed, waitingMinutes: minutesBetween(row.arrivedAt, now) }
    })
  },
)

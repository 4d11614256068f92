import 'server-only'
import * as z from 'zod'
import { may } from '@/lib/auth/permissions'
import { query } from '@/lib/server/doors'
import { paletteRows, type PaletteRow } from './palette-rows'
import { soughtBy } from '../palette'

export type PaletteAnswer = {
  id: string
  kind: PaletteRow['kind']
  href: string
  title: string
  plate: string | null
  detail: string | null
}

const WAY: Record<PaletteRow['kind'], string> = {
  vehicle: '/customers',
  customer: '/customers',
  order: '/orders',
  appointment: '/appointments',
  visit: '/reception',
}

/**
 * At most twelve vehicles, customers, orders and appointments by the head or tail of plate, telephone or number, by name,
 * pinyin or initials, the best first. Who may not read customers gets neither their names nor their telephones; who may not
 * read orders is led to the visit of the car.
 */
export const paletteSearch = query(
  'palette.search',
  z.object({ text: z.string().max(200) }),
  async ({ tx, actor }, { text }): Promise<PaletteAnswer[]> => {
    const sought = soughtBy(text)
    if (!sought) return []
    const people = may(actor, 'customer.read')
    const rows = await paletteRows(tx, sought, {
      people,
      bookings: may(actor, 'appointment.read'),
      orders: may(actor, 'order.read'),
    })
    return rows.map(({ id, kind, target, targetKind, title, plate, detail, tail }) => ({
      id,
      kind,
      href: `${WAY[targetKind]}/${target}`,
      title: title || plate || '',
      plate,
      detail: people ? [detail, tail && `···${tail}`].filter(Boolean).join(' · ') || null : null,
    }))
  },
)

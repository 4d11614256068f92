import { documentsOf } from '../appointments/documents'
import { quietDiscountFen } from '../appointments/work'
import type { AppointmentStatus } from '../appointments/appointment'
import type { Locale } from '../core/locale'
import * as format from '../i18n/format'
import { documents } from '../i18n/documents'
import { estimate } from '../i18n/estimate'
import { orders } from '../i18n/orders'
import { papers } from '../i18n/papers'
import { nameIn } from '../orders/views'
import { houseOf, type Setting } from './parts'
import { factsOf, type Block, type Paper } from './paper'

type Named = { name: string; nameEn: string }
type Item = {
  description: string
  labourFen: number
  partsFen: number
  package: (Named & { workClass: string }) | null
  operation: (Named & { workClass: string }) | null
}
export type AppointmentFacts = Omit<Parameters<typeof documentsOf>[0], 'appointmentItems' | 'loanerStay'> & {
  no: string
  status: AppointmentStatus
  startsAt: Date
  promisedAt: Date | null
  concern: string
  remarks: string
  pickUp: boolean
  pickUpAddress: string
  labourFen: number
  partsFen: number
  discountBp: number
  customer: { name: string }
  vehicle: { plate: string; plateKind: string; brand: string; model: string }
  adviser: Named | null
  dealership: Parameters<typeof houseOf>[0]
  loanerStay: { plate: string } | null
  appointmentItems: Item[]
}

/** What was booked, when, at what price, with whom, and what to bring (F03; S1-38 … S1-44). Nothing of it is signed. */
export function appointmentPaper(found: AppointmentFacts, setting: Setting): Paper {
  const { locale, timeZone } = setting
  const p = papers[locale]
  const t = p.appointment
  const at = (instant: Date | null) => instant && format.fullDateTime(instant, { locale, timeZone })
  const { customer, vehicle, adviser } = found
  return {
    kind: 'appointment',
    locale,
    title: p.titles.appointment,
    number: p.no({ no: found.no }),
    house: houseOf(found.dealership, locale),
    plate: vehicle.plateKind === 'none' ? '' : vehicle.plate,
    notices: found.status === 'cancelled' ? [t.cancelled] : [],
    blocks: [
      {
        kind: 'facts',
        wide: true,
        facts: factsOf([
          [orders[locale].print.customer, customer.name],
          [orders[locale].print.vehicle, `${vehicle.brand} ${vehicle.model}`.trim()],
          [t.arrival, at(found.startsAt)],
          [t.ready, at(found.promisedAt)],
          [t.adviser, adviser && nameIn(locale, adviser)],
          [t.pickUp, found.pickUp ? found.pickUpAddress : null],
          [t.loaner, found.loanerStay?.plate],
          [t.concern, found.concern],
          [t.remarks, found.remarks],
        ]),
      },
      ...workOf(found, locale),
      {
        kind: 'list',
        title: t.bring,
        items: documentsOf(found).map((one) => documents[locale].names[one]),
        empty: p.none,
      },
      { kind: 'text', title: t.noteTitle, text: `${t.note} ${t.estimate}` },
    ],
    proof: null,
    fingerprint: null,
    words: { page: p.page, fingerprint: '' },
  }
}

function workOf(found: AppointmentFacts, locale: Locale): Block[] {
  const p = papers[locale]
  const t = p.appointment
  const words = orders[locale].print
  const money = (fen: number) => format.money(fen, locale)
  const off = quietDiscountFen(found.appointmentItems, found.discountBp)
  const { labourFen, partsFen } = found
  const unpriced = found.appointmentItems.filter((item) => !item.labourFen && !item.partsFen).length
  const e = estimate[locale]
  return [
    {
      kind: 'table',
      title: t.items,
      empty: p.none,
      columns: [
        { title: words.item, width: 'rest' },
        { title: t.price, width: 110, align: 'right' },
      ],
      rows: found.appointmentItems.map((item, i) => {
        const of = item.package ?? item.operation
        const price = item.labourFen + item.partsFen
        return {
          cells: [
            { text: `${i + 1}. ${of ? nameIn(locale, of) : item.description}` },
            { text: price ? money(price) : words.afterInspection },
          ],
        }
      }),
    },
    labourFen + partsFen === 0 && unpriced > 0
      ? { kind: 'sums', sums: [{ term: t.price, value: e.inspection.none, weight: 'total' }] }
      : {
          kind: 'sums',
          sums: [
            { term: t.labour, value: money(labourFen) },
            { term: t.parts, value: money(partsFen) },
            ...(off > 0 ? [{ term: words.discountTotal, value: money(-off) }] : []),
            { term: t.price, value: money(labourFen + partsFen - off), weight: 'total' as const },
            ...(unpriced > 0
              ? [{ term: e.print.plusUnpriced({ count: unpriced }), value: '', weight: 'quiet' as const }]
              : []),
          ],
        },
  ]
}

import type { Locale } from '../core/locale'
import type { EstimateLine } from '../orders/estimate-content'
import type { Totals } from '../orders/totals'
import * as format from '../i18n/format'
import { orders } from '../i18n/orders'
import { papers } from '../i18n/papers'
import { workshop } from '../i18n/workshop'
import { nameIn, titleIn, type SignatureView } from '../orders/views'
import { linesTable, sumsOf } from './order-paper'
import { houseOf, signedBlock, type Setting } from './parts'
import { factsOf, type Paper, type Table } from './paper'

type Named = { name: string; nameEn: string }
export type InspectionFacts = {
  no: string
  customer: string
  vehicle: { plate: string; vin: string | null; brand: string; model: string }
  odometerKm: number | null
  house: Parameters<typeof houseOf>[0]
  findings: {
    text: string
    faultClass: string | null
    urgent: boolean
    foundBy: Named
    at: Date
    photoFileIds: string[]
  }[]
  /** Told before work in the same four parts for each line: found, if not, proposed, cost (S3-17). */
  explained: {
    found: string
    whatIfNot: string
    proposed: string
    proposedEn: string
    totalFen: number | null
  }[]
  lines: EstimateLine[]
  totals: Totals & { taxBp: number }
  technicians: Named[]
  signature: SignatureView | null
}

/** Fault points, repair plan, parts and estimated cost of an order, with who found them (F12; S3-12, S3-13). */
export function inspectionPaper(facts: InspectionFacts, setting: Setting): Paper {
  const { locale, timeZone } = setting
  const p = papers[locale]
  const t = p.inspection
  const words = orders[locale].print
  const { vehicle, odometerKm, findings } = facts
  const classes: Record<string, string> = workshop[locale].my.faultClasses
  return {
    kind: 'inspection',
    locale,
    title: p.titles.inspection,
    number: p.no({ no: facts.no }),
    house: houseOf(facts.house, locale),
    plate: vehicle.plate,
    notices: [],
    blocks: [
      {
        kind: 'facts',
        facts: factsOf([
          [words.customer, facts.customer],
          [words.vehicle, `${vehicle.brand} ${vehicle.model}`.trim()],
          [words.vin, vehicle.vin],
          [words.odometer, odometerKm === null ? null : format.km(odometerKm, locale)],
          [
            t.technicians,
            format.list(
              facts.technicians.map((one) => nameIn(locale, one)),
              locale,
            ),
          ],
        ]),
      },
      {
        kind: 'table',
        title: t.faults,
        empty: t.none,
        columns: [
          { title: t.finding, width: 'rest' },
          { title: t.class, width: 90 },
          { title: t.foundBy, width: 110 },
        ],
        rows: findings.map(({ text, faultClass, urgent, foundBy, at, photoFileIds }, i) => ({
          cells: [
            {
              text: `${i + 1}. ${text}`,
              strong: urgent,
              details: [
                urgent ? t.urgent : '',
                photoFileIds.length ? t.photos({ count: photoFileIds.length }) : '',
              ].filter(Boolean),
            },
            { text: (faultClass && classes[faultClass]) || '–' },
            { text: nameIn(locale, foundBy), details: [format.fullDateTime(at, { locale, timeZone })] },
          ],
        })),
      },
      explainedTable(facts.explained, locale),
      linesTable(facts.lines, locale, t.plan),
      sumsOf(facts, locale),
      { kind: 'text', text: t.planNote },
      signedBlock(t.confirmation, facts.signature, setting),
    ],
    proof: null,
    fingerprint: null,
    words: { page: p.page, fingerprint: '' },
  }
}

/** What was found, what happens if nothing is done, what is proposed and what it costs, line by line. */
function explainedTable(explained: InspectionFacts['explained'], locale: Locale): Table {
  const t = papers[locale].inspection
  return {
    kind: 'table',
    title: t.explained,
    empty: t.none,
    columns: [
      { title: t.finding, width: 'rest' },
      { title: t.whatIfNot, width: 130 },
      { title: t.proposed, width: 130 },
      { title: t.cost, width: 70, align: 'right' },
    ],
    rows: explained.map(({ found, whatIfNot, proposed, proposedEn, totalFen }) => ({
      cells: [
        { text: found || '–' },
        { text: whatIfNot || '–' },
        { text: titleIn(locale, { title: proposed, titleEn: proposedEn }) },
        { text: totalFen === null ? orders[locale].print.afterInspection : format.money(totalFen, locale) },
      ],
    })),
  }
}

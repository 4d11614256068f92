import * as z from 'zod'
import type { Locale } from '../core/locale'
import { condition } from '../i18n/condition'
import { conditionFacts } from '../i18n/condition-text'
import { faultFiles } from '../i18n/fault-files'
import * as format from '../i18n/format'
import { nextServiceText } from '../i18n/next-service-text'
import { papers } from '../i18n/papers'
import { reception } from '../i18n/reception'
import type { SignatureView } from '../orders/views'
import type { RecordDocument } from '../reception/record-document'
import { WALK_AROUND_ITEMS, type BodyView } from '../reception/walk-around'
import { carSvg } from './car-svg'
import { houseOf, proofOf, signedBlock, type Setting } from './parts'
import { factsOf, type Block, type Paper, type View } from './paper'

export type ReceptionFacts = {
  record: RecordDocument
  bodyKind: string
  house: Parameters<typeof houseOf>[0]
  signature: SignatureView | null
  hash: string | null
}

/** The line of the views: shares of its width. */
const VIEWS: [BodyView, number][] = [
  ['left', 280],
  ['right', 280],
  ['front', 95],
  ['top', 250],
  ['rear', 95],
]
const Extra = z.array(z.object({ title: z.string(), state: z.string(), note: z.string() })).catch([])
const Fault = z.record(z.string(), z.string()).catch({})

/** The reception record as it was signed at the car (F07, F08, F09; S2-23 … S2-45), or as it stands. */
export function receptionPaper(
  { record, bodyKind, house, signature, hash }: ReceptionFacts,
  setting: Setting,
): Paper {
  const { locale } = setting
  const t = reception[locale]
  const p = papers[locale]
  return {
    kind: 'reception',
    locale,
    title: p.titles.reception,
    number: p.no({ no: record.visit.no }),
    house: houseOf(house, locale),
    plate: record.vehicle.plate,
    notices: signature ? [] : [p.notSignedYet],
    blocks: [
      { kind: 'facts', facts: headFacts(record, setting) },
      drawingOf(record, bodyKind, locale),
      ...marksTable(record, locale),
      itemsTable(record, locale),
      ...measuredOf(record, locale),
      { kind: 'facts', title: t.sections.words, facts: wordsOf(record, locale), wide: true },
      { kind: 'facts', title: t.sections.valuables, facts: staysOf(record, locale), wide: true },
      { kind: 'text', text: t.valuables.liability },
      signedBlock(t.sections.sign, signature, setting),
    ],
    proof: proofOf(setting),
    fingerprint: signature ? hash : null,
    words: { page: p.page, fingerprint: t.record.version },
  }
}

function headFacts(record: RecordDocument, { locale, timeZone }: Setting) {
  const t = reception[locale]
  const p = papers[locale].reception
  const { visit, vehicle, people, kit, handedOver } = record
  const at = (instant: string | null) => instant && format.fullDateTime(instant, { locale, timeZone })
  const handed = [
    handedOver.licence && t.licence,
    handedOver.booklet && t.booklet,
    handedOver.keys && t.keys,
  ].filter((word) => word !== false)
  return factsOf([
    [t.particulars.sender, people.sender],
    [t.particulars.owner, people.owner],
    [t.particulars.model, `${vehicle.brand} ${vehicle.model}`.trim()],
    [t.particulars.vin, vehicle.vin],
    [p.engineNo, vehicle.engineNo],
    [p.arrived, at(visit.arrivedAt)],
    [p.greeted, at(visit.greetedAt)],
    [papers[locale].titles.appointment, visit.booked ? p.booked : null],
    [t.sections.gauges, gaugesOf(record, locale)],
    [t.odometerReason, record.odometerReason],
    [
      t.kit.fitted,
      format.list(
        kit.pieces.map((piece) => t.kitPieces[piece] ?? piece),
        locale,
      ),
    ],
    [t.taken, format.list(handed, locale)],
    [
      t.freeWash,
      record.freeWash === null ? null : record.freeWash ? t.freeWashAnswers.yes : t.freeWashAnswers.no,
    ],
    [t.sign.inspector, people.inspector],
  ])
}

function gaugesOf({ odometerKm, fuelEighths }: RecordDocument, locale: Locale): string {
  const t = reception[locale]
  const parts = [
    odometerKm === null ? '' : format.km(odometerKm, locale),
    fuelEighths === null ? '' : `${t.fuel} ${t.fuelEighths({ eighths: fuelEighths })}`,
  ]
  return parts.filter(Boolean).join(' · ')
}

function drawingOf({ marks }: RecordDocument, bodyKind: string, locale: Locale): Block {
  const t = reception[locale]
  const numbered = marks.map((mark, i) => ({ ...mark, no: i + 1 }))
  const views: View[] = VIEWS.map(([view, width]) => ({
    title: t.views[view] ?? view,
    svg: carSvg(bodyKind, view, numbered),
    width,
  }))
  return { kind: 'drawing', title: t.sections.damage, views }
}

function marksTable({ marks, damageShownAt }: RecordDocument, locale: Locale): Block[] {
  const t = reception[locale]
  const p = papers[locale].reception
  if (!marks.length) return [{ kind: 'text', text: t.record.noDamage }]
  return [
    {
      kind: 'table',
      title: damageShownAt ? t.drawing.shown : t.drawing.list,
      empty: t.record.noDamage,
      columns: [
        { title: p.mark, width: 30 },
        { title: p.where, width: 80 },
        { title: p.damage, width: 80 },
        { title: p.severity, width: 60 },
        { title: p.note, width: 'rest' },
      ],
      rows: marks.map(({ view, kind, severity, note, photoSha256 }, i) => ({
        cells: [
          { text: String(i + 1) },
          { text: t.views[view] ?? view },
          { text: t.damageKinds[kind] ?? kind },
          { text: t.severities[severity] ?? '' },
          { text: [note, photoSha256 ? p.photo : ''].filter(Boolean).join(' · ') },
        ],
      })),
    },
  ]
}

function itemsTable(record: RecordDocument, locale: Locale): Block {
  const t = reception[locale]
  const p = papers[locale].reception
  const read = { odometer: record.odometerKm !== null, fuel: record.fuelEighths !== null } as Record<
    string,
    boolean
  >
  const items = [
    ...WALK_AROUND_ITEMS.map((kind) => {
      const item = record.items.find((one) => one.kind === kind)
      return {
        title: t.items[kind] ?? kind,
        state: item?.state ?? (read[kind] ? 'ok' : 'notChecked'),
        note: item?.note ?? '',
      }
    }),
    ...Extra.parse(record.extraItems),
  ]
  return {
    kind: 'table',
    title: t.sections.items,
    empty: papers[locale].none,
    columns: [
      { title: p.item, width: 170 },
      { title: p.state, width: 90 },
      { title: p.note, width: 'rest' },
    ],
    rows: items.map(({ title, state, note }) => ({
      cells: [
        { text: title },
        { text: t.states[state as keyof typeof t.states] ?? state, strong: state === 'notOk' },
        { text: note },
      ],
    })),
  }
}

function measuredOf(record: RecordDocument, locale: Locale): Block[] {
  const facts = conditionFacts(record, locale)
  if (!facts.length) return []
  return [{ kind: 'facts', title: reception[locale].sections.wheels, facts: factsOf(facts), wide: true }]
}

function wordsOf(record: RecordDocument, locale: Locale) {
  const t = reception[locale]
  const fault = Fault.parse(record.faultInquiry)
  const fields = Object.entries(t.inquiryFields).map(([key, term]) => [term, fault[key]] as const)
  return factsOf([
    [t.statement, record.customerStatement || papers[locale].reception.nothing],
    ...fields,
    [faultFiles[locale].title, filmedOf(record, locale)],
    [t.confirmation, record.adviserConfirmation],
    [t.suggestions, record.suggestions.join(' · ')],
    [condition[locale].nextTold, record.nextService ? nextServiceText(record.nextService, locale) : ''],
  ])
}

/** How many photographs and videos of the fault were signed with the record (S2-63). */
function filmedOf({ faultFiles: files = [] }: RecordDocument, locale: Locale): string | null {
  const videos = files.filter(({ mime }) => mime.startsWith('video/')).length
  return files.length ? faultFiles[locale].counted({ photos: files.length - videos, videos }) : null
}

function staysOf({ valuables, valuablesRemindedAt }: RecordDocument, locale: Locale) {
  const t = reception[locale]
  const stays = valuables.map(
    ({ kind, quantity, note }) =>
      `${t.valuableKinds[kind] ?? kind}${quantity > 1 ? ` × ${quantity}` : ''}${note ? ` (${note})` : ''}`,
  )
  return factsOf([
    [t.valuables.stays, stays.length ? format.list(stays, locale) : t.valuables.nothing],
    [t.required.valuablesReminded ?? '', valuablesRemindedAt ? t.valuables.reminded : null],
  ])
}

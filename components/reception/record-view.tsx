'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Status } from '@/components/ui/badge'
import { Card, Facts, Section } from '@/components/ui/card'
import { condition } from '@/lib/i18n/condition'
import { conditionFacts } from '@/lib/i18n/condition-text'
import { reception } from '@/lib/i18n/reception'
import { nextServiceText } from '@/lib/i18n/next-service-text'
import type { NextService } from '@/lib/reception/next-service'
import type { Condition } from '@/lib/reception/condition'
import { WALK_AROUND_ITEMS, type ExtraItem, type ItemState } from '@/lib/reception/walk-around'
import { FaultFiles, type FaultFile } from './fault-files'
import { CarDrawing } from './car/car-drawing'
import type { Mark } from './car/mark'
import { MarksList } from './car/marks-list'

type RecordShown = Condition & {
  nextService: NextService | null
  kitPieces: string[]
  odometerKm: number | null
  odometerReason: string
  fuelEighths: number | null
  items: { kind: string; state: ItemState; note: string }[]
  extraItems: ExtraItem[]
  marks: Mark[]
  valuables: { kind: string; quantity: number; note: string }[]
  customerStatement: string
  adviserConfirmation: string
  faultInquiry: Record<'frequency' | 'phenomenon' | 'environment' | 'speed' | 'road', string>
  faultFiles: FaultFile[]
  suggestions: string[]
  freeWash: boolean | null
}

const SHAPES = { ok: 'done', notOk: 'late', notChecked: 'off' } as const

type Props = {
  record: RecordShown
  bodyKind: string
  taken: { licence: boolean; booklet: boolean; keys: boolean }
  parkedAt: string
  keyLocation: string
  inspector: string
  /** What of it was given back, and when (S2-65). */
  back?: { paper: 'licence' | 'booklet' | 'keys'; at: Date }[]
  /** Where files are read: staff, or the address behind a customer's link. */
  files?: string
}

/** The reception record for reading and printing. */
export function RecordView({
  record,
  bodyKind,
  taken,
  parkedAt,
  keyLocation,
  inspector,
  back = [],
  files,
}: Props) {
  const t = useMessages(reception)
  const format = useFormat()
  const locale = useLocale()
  const more = useMessages(condition)
  const measured = conditionFacts(record, locale).map(([term, value]) => ({ term, value }))
  const items = [
    ...WALK_AROUND_ITEMS.map((kind) => {
      const { state, note } = record.items.find((item) => item.kind === kind) ?? implied(kind, record)
      return { title: t.items[kind] ?? kind, state, note }
    }),
    ...record.extraItems,
  ]
  const handed = [taken.licence && t.licence, taken.booklet && t.booklet, taken.keys && t.keys].filter(
    (word) => word !== false,
  )
  const gauges = [
    { term: t.odometer, value: record.odometerKm === null ? t.record.none : format.km(record.odometerKm) },
    ...(record.odometerReason ? [{ term: t.odometerReason, value: record.odometerReason }] : []),
    {
      term: t.fuel,
      value: record.fuelEighths === null ? t.record.none : t.fuelEighths({ eighths: record.fuelEighths }),
    },
    { term: t.kit.fitted, value: format.list(record.kitPieces.map((piece) => t.kitPieces[piece] ?? piece)) },
    { term: t.taken, value: handed.length ? format.list(handed) : t.record.none },
    ...(back.length
      ? [
          {
            term: t.givenBack,
            value: format.list(back.map(({ paper, at }) => `${t[paper]} (${format.dateTime(at)})`)),
          },
        ]
      : []),
    { term: t.parkedAt, value: parkedAt || t.record.none },
    { term: t.keyLocation, value: keyLocation || t.record.none },
    { term: t.freeWash, value: record.freeWash ? t.freeWashAnswers.yes : t.freeWashAnswers.no },
    { term: t.sign.inspector, value: inspector },
  ]
  const fault = (Object.keys(t.inquiryFields) as (keyof typeof t.inquiryFields)[]).filter(
    (key) => record.faultInquiry[key],
  )
  const words = [
    { term: t.statement, value: record.customerStatement },
    ...fault.map((key) => ({ term: t.inquiryFields[key], value: record.faultInquiry[key] })),
    { term: t.confirmation, value: record.adviserConfirmation || t.record.none },
    {
      term: t.suggestions,
      value: record.suggestions.length ? record.suggestions.join(' · ') : t.record.none,
    },
    ...(record.nextService
      ? [{ term: more.nextTold, value: nextServiceText(record.nextService, locale) }]
      : []),
  ]
  const stays = record.valuables.map(
    ({ kind, quantity, note }) =>
      `${t.valuableKinds[kind]}${quantity > 1 ? ` × ${quantity}` : ''}${note ? ` (${note})` : ''}`,
  )
  return (
    <div className="grid gap-4">
      <Card>
        <CarDrawing bodyKind={bodyKind} marks={record.marks} />
        {record.marks.length > 0 ? (
          <MarksList marks={record.marks} files={files} />
        ) : (
          <p className="text-muted mt-3">{t.record.noDamage}</p>
        )}
      </Card>
      <div className="tablet:grid-cols-2 grid items-start gap-4">
        <Section title={t.sections.gauges} card>
          <Facts facts={gauges} />
        </Section>
        <Section title={t.sections.items} card>
          <ul className="grid gap-1.5">
            {items.map(({ title, state, note }) => (
              <li key={title} className="flex flex-wrap items-center gap-x-3">
                <span className="min-w-0 flex-1">
                  {title}
                  {note && <span className="text-muted block text-sm">{note}</span>}
                </span>
                <Status shape={SHAPES[state]}>{t.states[state]}</Status>
              </li>
            ))}
          </ul>
        </Section>
        {measured.length > 0 && (
          <Section title={t.sections.wheels} card>
            <Facts facts={measured} />
          </Section>
        )}
        <Section title={t.sections.words} card>
          <Facts facts={words} />
          <FaultFiles files={record.faultFiles} at={files} />
        </Section>
        <Section title={t.sections.valuables} card>
          <p>{stays.length ? format.list(stays) : t.valuables.nothing}</p>
          <p className="text-muted mt-2 text-sm">{t.valuables.liability}</p>
        </Section>
      </div>
    </div>
  )
}

const implied = (
  kind: string,
  { odometerKm, fuelEighths }: RecordShown,
): { state: ItemState; note: string } => ({
  state:
    (kind === 'odometer' && odometerKm !== null) || (kind === 'fuel' && fuelEighths !== null)
      ? 'ok'
      : 'notChecked',
  note: '',
})

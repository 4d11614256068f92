'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Facts } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input, PhoneInput } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Plate } from '@/components/visit/plate'
import { documentsFor, type BroughtFor } from '@/lib/appointments/documents'
import { booking } from '@/lib/i18n/booking'
import { common } from '@/lib/i18n/common'
import { consents } from '@/lib/i18n/consents'
import { ways } from '@/lib/i18n/ways'
import type { Refused } from '@/lib/core/form-state'
import type { RefusalCode } from '@/lib/core/refusal'
import { DocumentList } from './document-list'
import { plateOf, readyText, type Draft } from './draft'
import { wishesOf } from './draft-work'
import { PhoneCode, type InvitedCode, type SendCode } from './phone-code'

type Props = {
  draft: Draft
  change: (part: Partial<Draft>) => void
  workNames: string[]
  price: string
  minutes: number
  code: string
  setCode: (code: string) => void
  /** The telephone number that has been proven already. */
  provenPhone: string
  sendCode: SendCode
  sendInvited: InvitedCode['send']
  refused: Refused | null
  /** No answer came. */
  lost: boolean
  fields: Record<string, string[]>
  goTo: (step: number) => void
  /** What decides about the documents to bring. */
  broughtFor: BroughtFor
}

/** Screen 4: everything once more, who brings the car, and the proof of the telephone number. */
export function BookingConfirm(props: Props) {
  const { draft, change, workNames, price, minutes, refused, lost, fields, goTo } = props
  const t = useMessages(booking)
  const c = useMessages(consents)
  const words = useMessages(common)
  const w = useMessages(ways)
  const locale = useLocale()
  const format = useFormat()
  const plate = plateOf(draft) || draft.vin
  const elsewhere = Object.keys(fields).filter((name) => !HERE.has(name)).length
  return (
    <>
      <div className="rounded-card border-line bg-surface border p-4">
        <div className="mb-2 flex items-center justify-between gap-3">
          <Plate plate={plate} />
          <Button variant="quiet" onClick={() => goTo(0)}>
            {t.confirm.change}
          </Button>
        </div>
        <Facts
          facts={[
            { term: t.time, value: timeText(draft, t.list.time, format) },
            ...(draft.readyAt ? [{ term: t.done.ready, value: readyText(draft, format) }] : []),
            {
              term: t.when.waiting,
              value: [t.confirm[draft.waiting], wayText(draft, w)].filter(Boolean).join(' · '),
            },
            { term: t.done.work, value: format.list([...workNames, ...wishesOf(draft)]) },
            { term: t.duration, value: format.duration(minutes) },
            { term: t.price, value: price },
          ]}
        />
      </div>
      <h2 className="font-title text-lg font-semibold">{t.confirm.who}</h2>
      <Field label={t.confirm.name} name="name" error={fields.name?.[0]}>
        <Input
          value={draft.name}
          maxLength={60}
          autoComplete="name"
          onChange={(event) => change({ name: event.target.value })}
        />
      </Field>
      {draft.asInvited ? (
        <Button
          variant="quiet"
          className="justify-self-start"
          onClick={() => {
            change({ asInvited: false })
            props.setCode('')
          }}
        >
          {t.confirm.otherNumber}
        </Button>
      ) : (
        <Field label={t.confirm.phone} name="phone" hint={t.confirm.phoneHint} error={fields.phone?.[0]}>
          <PhoneInput value={draft.phone} onChange={(event) => change({ phone: event.target.value })} />
        </Field>
      )}
      <PhoneCode
        key={String(draft.asInvited)}
        phone={draft.phone}
        code={props.code}
        setCode={props.setCode}
        provenPhone={props.provenPhone}
        sendCode={draft.asInvited ? () => props.sendInvited(draft.invited) : props.sendCode}
        invited={draft.asInvited}
        error={fields.code?.[0]}
      />
      {refused && (
        <Notice
          kind="danger"
          announce
          action={
            TIME_REFUSALS.has(refused.code) ? (
              <Button onClick={() => goTo(2)}>{t.confirm.newTime}</Button>
            ) : undefined
          }
        >
          {refused.text}
        </Notice>
      )}
      {(lost || elsewhere > 0) && (
        <Notice kind="danger" announce>
          {lost ? words.lost : words.checkTheForm({ count: elsewhere })}
        </Notice>
      )}
      <Checkbox
        label={c.marketing}
        checked={draft.marketing}
        onChange={(event) => change({ marketing: event.target.checked })}
      />
      <DocumentList documents={documentsFor(props.broughtFor)} locale={locale} />
      <p className="text-muted text-sm">{c.service}</p>
    </>
  )
}

/** Fields of this screen show their own errors. */
const HERE = new Set(['name', 'phone', 'code'])

const wayText = ({ waiting, way, pickUpAddress }: Draft, w: { pickUp: string; loaner: string }): string =>
  waiting === 'leaves' && way === 'pickUp'
    ? [w.pickUp, pickUpAddress].join(': ')
    : waiting === 'leaves' && way === 'loaner'
      ? w.loaner
      : ''

function timeText(
  { listFirst, listLast, startsAt }: Draft,
  list: (f: { from: string; to: string }) => string,
  format: ReturnType<typeof useFormat>,
): string {
  if (listFirst) return list({ from: format.calendarDay(listFirst), to: format.calendarDay(listLast) })
  return startsAt ? format.dateTime(startsAt) : ''
}

const TIME_REFUSALS = new Set<RefusalCode>([
  'appointment.slot-taken', 'appointment.day-full', 'appointment.in-the-past', 'appointment.too-soon', 'appointment.no-bay',
  'appointment.nobody-skilled', 'pickUp.no-driver', 'pickUp.too-far', 'loaner.none-free', 'loaner.too-short', 'appointment.pick-up-address', 'appointment.closed-day', 'appointment.outside-hours', 'appointment.vehicle-already-booked',
]) // prettier-ignore

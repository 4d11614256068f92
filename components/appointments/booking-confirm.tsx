'use client'

import { useEffect, useState } from 'react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { Facts } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { DigitsInput, Input, PhoneInput } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Plate } from '@/components/visit/plate'
import { isPhone } from '@/lib/core/phone'
import { booking } from '@/lib/i18n/booking'
import { phoneMasked } from '@/lib/i18n/format'
import type { Refused } from '@/lib/core/form-state'
import type { RefusalCode } from '@/lib/core/refusal'
import { plateOf, readyText, wishesOf, type Draft } from './draft'

export type Answer<Value> = { value: Value } | { refused: Refused } | { fields: Record<string, string[]> }
export type SendCode = (phone: string) => Promise<Answer<{ minutes: number }>>

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
  refused: Refused | null
  fields: Record<string, string[]>
  goTo: (step: number) => void
}

const SECONDS_BETWEEN_CODES = 60

/** Screen 4: everything once more, who brings the car, and the proof of the telephone number. */
export function BookingConfirm(props: Props) {
  const { draft, change, workNames, price, minutes, refused, fields, goTo } = props
  const t = useMessages(booking)
  const format = useFormat()
  const plate = plateOf(draft) || draft.vin
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
            { term: t.when.waiting, value: t.confirm[draft.waiting] },
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
      <Field label={t.confirm.phone} name="phone" hint={t.confirm.phoneHint} error={fields.phone?.[0]}>
        <PhoneInput value={draft.phone} onChange={(event) => change({ phone: event.target.value })} />
      </Field>
      <CodeField {...props} />
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
      <p className="text-muted text-sm">
        {t.confirm.bring} {t.confirm.privacy}
      </p>
    </>
  )
}

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
  'appointment.nobody-skilled', 'appointment.closed-day', 'appointment.outside-hours', 'appointment.vehicle-already-booked',
]) // prettier-ignore

/** Asks for the code and takes it; a code can be asked for once a minute. */
function CodeField({ draft, code, setCode, provenPhone, sendCode, fields }: Props) {
  const t = useMessages(booking).confirm
  const [sent, setSent] = useState<{ phone: string; minutes: number } | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [wait, setWait] = useState(0)
  const [pending, setPending] = useState(false)
  useEffect(() => {
    if (wait <= 0) return
    const timer = setTimeout(() => setWait(wait - 1), 1000)
    return () => clearTimeout(timer)
  }, [wait])
  if (provenPhone && provenPhone === draft.phone) return <Notice kind="good">{t.proven}</Notice>
  const ask = async () => {
    setPending(true)
    setRefused(null)
    const answer = await sendCode(draft.phone)
    setPending(false)
    if ('value' in answer) {
      setSent({ phone: draft.phone, minutes: answer.value.minutes })
      setWait(SECONDS_BETWEEN_CODES)
    } else if ('refused' in answer) setRefused(answer.refused)
  }
  return (
    <div className="grid gap-3">
      <Button disabled={!isPhone(draft.phone) || pending || wait > 0} onClick={ask}>
        {wait > 0 ? t.sendAgainIn({ seconds: wait }) : sent ? t.sendAgain : t.sendCode}
      </Button>
      {refused && (
        <Notice kind="danger" announce>
          {refused.text}
        </Notice>
      )}
      {sent && (
        <p role="status" className="text-muted text-sm">
          {t.sent({ phone: phoneMasked(sent.phone.replace(/\D/g, '')), minutes: sent.minutes })}
        </p>
      )}
      {(sent || code) && (
        <Field label={t.code} name="code" error={fields.code?.[0]}>
          <DigitsInput
            value={code}
            maxLength={6}
            autoComplete="one-time-code"
            className="tabular text-center text-2xl tracking-[0.4em]"
            onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
          />
        </Field>
      )}
    </div>
  )
}

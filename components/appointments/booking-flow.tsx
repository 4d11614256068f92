'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { CustomerShell } from '@/components/shell/customer-shell'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Stepper } from '@/components/ui/stepper'
import { quietDiscountFen } from '@/lib/appointments/work'
import { isPlate } from '@/lib/core/plate'
import { isVin } from '@/lib/core/vin'
import { booking } from '@/lib/i18n/booking'
import { BookingCar } from './booking-car'
import type { Refused } from '@/lib/core/form-state'
import { BookingConfirm, type Answer, type SendCode } from './booking-confirm'
import { BookingTotal } from './booking-total'
import { BookingWhen, type FindOtherWays, type FindSlots, type NamedAdviser } from './booking-when'
import { BookingWish, type OfferedPackage } from './booking-wish'
import { keepDraft, plateOf, useDraft, wishesOf, type Draft } from './draft'

export type BookWish = Omit<Draft, 'by' | 'province' | 'rest'> & { plate: string; proof: string }
type Booked = { href: string }

type Props = {
  code: string
  dealership: string
  phone: string
  timeZone: string
  province: string
  wishMinutes: number
  offered: OfferedPackage[]
  advisers: NamedAdviser[]
  findSlots: FindSlots
  findOtherWays: FindOtherWays
  sendCode: SendCode
  proveCode: (phone: string, code: string) => Promise<Answer<{ proof: string }>>
  book: (wish: BookWish) => Promise<Answer<Booked>>
  join: (
    wish: BookWish & { firstDay: string; lastDay: string; parts: string[] },
  ) => Promise<Answer<{ token: string | null }>>
}

const draftKey = (code: string) => `babu-booking-${code}`
const NAMES = ['car', 'wish', 'time', 'confirm'] as const

/** Four short screens from the car to the booking; what was typed stays in this tab, the screen stands in the address. */
export function BookingFlow(props: Props) {
  const t = useMessages(booking)
  const locale = useLocale()
  const format = useFormat()
  const router = useRouter()
  const { draft: kept, change, forget } = useDraft(draftKey(props.code))
  const draft = kept.province ? kept : { ...kept, province: props.province }
  const asked = NAMES.indexOf(useSearchParams().get('step') as (typeof NAMES)[number])
  const step = Math.min(Math.max(0, asked), reachable(draft))
  const [wrong, setWrong] = useState<{ plate?: string; vin?: string; note?: string }>({})
  const [code, setCode] = useState('')
  const [proven, setProven] = useState({ phone: '', proof: '' })
  const [refused, setRefused] = useState<Refused | null>(null)
  const [fields, setFields] = useState<Record<string, string[]>>({})
  const [pending, setPending] = useState(false)
  const [joined, setJoined] = useState<{ token: string | null } | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const moved = useRef(false)

  useEffect(() => {
    if (moved.current) heading.current?.focus()
    moved.current = true
    window.scrollTo({ top: 0 })
  }, [step])

  const goTo = (next: number) => {
    setWrong({})
    window.history.pushState(null, '', `?step=${NAMES[next]}`)
  }
  const chosen = props.offered.filter(({ id }) => draft.packageIds.includes(id))
  const own = wishesOf(draft)
  const minutes = chosen.reduce((sum, one) => sum + one.minutes, 0) + own.length * props.wishMinutes
  const fen = chosen.reduce((sum, one) => sum + one.priceFen, 0) - quietDiscountFen(chosen, draft.discountBp)
  const price = chosen.length
    ? `${format.money(fen, { cents: false })}${own.length ? ` ${t.plusOwn}` : ''}`
    : own.length
      ? t.priceLater
      : ''

  const forward = async () => {
    if (step === 0) {
      const bad = draft.by === 'plate' ? !isPlate(plateOf(draft)) : !isVin(draft.vin)
      if (bad) return setWrong(draft.by === 'plate' ? { plate: 'plate' } : { vin: 'vin' })
    }
    if (step === 1 && chosen.length + own.length === 0) return setWrong({ note: t.wish.choose })
    if (step === 2 && !draft.startsAt && !draft.listFirst) return setWrong({ note: t.when.choose })
    if (step < 3) return goTo(step + 1)
    setPending(true)
    setRefused(null)
    setFields({})
    try {
      await proveAndBook()
    } finally {
      setPending(false)
    }
  }

  const proveAndBook = async () => {
    let { proof } = proven
    if (proven.phone !== draft.phone) {
      const answer = await props.proveCode(draft.phone, code)
      if (!('value' in answer)) return show(answer)
      proof = answer.value.proof
      setProven({ phone: draft.phone, proof })
      setCode('')
    }
    const { by, province: _province, rest: _rest, ...wish } = draft
    const asked = { ...wish, vin: by === 'vin' ? wish.vin : '', wishes: own, plate: plateOf(draft), proof }
    if (draft.listFirst) {
      const { listFirst: firstDay, listLast: lastDay, listParts: parts } = draft
      const joining = await props.join({ ...asked, firstDay, lastDay, parts })
      if (!('value' in joining)) return show(joining)
      setJoined(joining.value)
      return forget()
    }
    const answer = await props.book(asked)
    if (!('value' in answer)) return show(answer)
    router.push(answer.value.href)
    forget()
  }
  const show = (answer: { refused: Refused } | { fields: Record<string, string[]> }) =>
    'refused' in answer ? setRefused(answer.refused) : setFields(answer.fields)

  const titles = [t.car.title, t.wish.title, t.when.title, t.confirm.title]
  const ready = step < 3 || (draft.name.trim() !== '' && (proven.phone === draft.phone || code.length === 6))
  if (joined)
    return (
      <CustomerShell dealership={props.dealership} timeZone={props.timeZone} phone={props.phone}>
        <Notice kind="good" announce>
          <h1 className="font-title text-2xl font-semibold">{t.list.joined}</h1>
          <p className="mt-1">{t.list.joinedLead}</p>
        </Notice>
        {joined.token && (
          <LinkButton
            href={`/book/${encodeURIComponent(props.code)}/waiting/${joined.token}`}
            variant="quiet"
            className="mt-4"
          >
            {t.leaveList.leave}
          </LinkButton>
        )}
      </CustomerShell>
    )
  return (
    <CustomerShell
      dealership={props.dealership}
      timeZone={props.timeZone}
      phone={props.phone}
      bottom={
        <div className="grid gap-2">
          {wrong.note && (
            <p role="alert" className="text-vermilion-ink text-sm">
              {wrong.note}
            </p>
          )}
          <BookingTotal price={price} minutes={minutes} startsAt={draft.startsAt} />
          <div className="flex gap-2">
            {step > 0 && (
              <Button size="large" className="shrink-0 whitespace-nowrap" onClick={() => goTo(step - 1)}>
                {t.back}
              </Button>
            )}
            <Button size="large" variant="primary" block disabled={pending || !ready} onClick={forward}>
              {step < 3
                ? t.next
                : pending
                  ? t.confirm.booking
                  : draft.listFirst
                    ? t.list.join
                    : t.confirm.book}
            </Button>
          </div>
        </div>
      }
    >
      <Stepper steps={t.steps} current={step} locale={locale} className="mb-5" />
      <h1 ref={heading} tabIndex={-1} className="font-title mb-4 text-2xl font-semibold outline-none">
        {titles[step]}
      </h1>
      <div className="grid gap-4">
        {step === 0 && <BookingCar draft={draft} change={change} wrong={wrong} />}
        {step < 3 && (
          <LinkButton
            href={`/book/${encodeURIComponent(props.code)}/ask`}
            variant="quiet"
            className="order-last justify-self-start"
          >
            {t.askUs.link}
          </LinkButton>
        )}
        {step === 1 && <BookingWish draft={draft} change={changeWork} offered={props.offered} />}
        {step === 2 && (
          <BookingWhen
            draft={draft}
            change={change}
            advisers={props.advisers}
            findSlots={props.findSlots}
            findOtherWays={props.findOtherWays}
            goElsewhere={(code, part) => {
              keepDraft(draftKey(code), { ...draft, ...part })
              router.push(`/book/${encodeURIComponent(code)}?step=time`)
            }}
          />
        )}
        {step === 3 && (
          <BookingConfirm
            draft={draft}
            change={change}
            workNames={chosen.map((one) => (locale === 'en' && one.nameEn ? one.nameEn : one.name))}
            price={price}
            minutes={minutes}
            code={code}
            setCode={setCode}
            provenPhone={proven.phone}
            sendCode={props.sendCode}
            refused={refused}
            fields={fields}
            goTo={goTo}
          />
        )}
      </div>
    </CustomerShell>
  )

  /** Other work may not fit into the chosen time: the ready time is shown anew on the next screen. */
  function changeWork(part: Partial<Draft>) {
    setWrong({})
    change({ ...part, readyFrom: '', readyAt: '' })
  }
}

/** The last screen for which everything before is filled in. */
function reachable(draft: Draft): number {
  if (draft.by === 'plate' ? !isPlate(plateOf(draft)) : !isVin(draft.vin)) return 0
  if (draft.packageIds.length + wishesOf(draft).length === 0) return 1
  return draft.startsAt || draft.listFirst ? 3 : 2
}

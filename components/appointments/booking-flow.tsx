'use client'

import dynamic from 'next/dynamic'
import { useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { CustomerShell } from '@/components/shell/customer-shell'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { Notice } from '@/components/ui/notice'
import { Stepper } from '@/components/ui/stepper'
import { quietDiscountFen } from '@/lib/appointments/work'
import { isPlate } from '@/lib/core/plate'
import { isVin } from '@/lib/core/vin'
import { booking } from '@/lib/i18n/booking'
import { BookingStart } from './booking-start'
import { BookingTotal } from './booking-total'
import type { FindWays } from './booking-way'
import type { FindOtherWays, FindSlots, NamedAdviser } from './booking-when'
import type { OfferedPackage } from './booking-wish'
import { draftKey, keepDraft, plateOf, useDraft, useProof, type Draft } from './draft'
import {
  elsewhere,
  operationsOf,
  outcomeOf,
  proposedOf,
  wantsLoaner,
  wantsWork,
  wishesOf,
  type BookWish,
} from './draft-work'
import type { RemovePhoto } from './fault-photos'
import type { Answer, InvitedCode, ProveCode, SendCode } from './phone-code'
import type { FindOwnCars } from './returning-customer'
import { useBooking, type JoinWish } from './use-booking'

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
  findWays: FindWays
  sendCode: SendCode
  proveCode: ProveCode
  findOwnCars: FindOwnCars
  removePhoto: RemovePhoto
  invitedCode: InvitedCode
  book: (wish: BookWish) => Promise<Answer<{ href: string }>>
  join: (wish: JoinWish) => Promise<Answer<{ token: string | null }>>
}

/** Only the first screen comes with the page; the others are fetched while it is read. */
const later = {
  needs: () => import('./booking-needs'),
  when: () => import('./booking-when'),
  confirm: () => import('./booking-confirm'),
}
const BookingNeeds = dynamic(() => later.needs().then((of) => of.BookingNeeds))
const BookingWhen = dynamic(() => later.when().then((of) => of.BookingWhen))
const BookingConfirm = dynamic(() => later.confirm().then((of) => of.BookingConfirm))

const proofKey = (code: string) => `babu-proof-${code}`
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
  const proof = useProof(proofKey(props.code))
  const { proven } = proof
  const { code, setCode, refused, fields, lost, pending, joined, submit } = useBooking({
    ...proof,
    draft,
    change,
    forget,
    proveCode: props.proveCode,
    proveInvited: props.invitedCode.prove,
    book: props.book,
    join: props.join,
  })
  const step = Math.min(Math.max(0, asked), reachable(draft))
  const [wrong, setWrong] = useState<{ plate?: string; vin?: string; note?: string }>({})
  const heading = useRef<HTMLHeadingElement>(null)
  const moved = useRef(false)

  useEffect(() => {
    for (const fetched of Object.values(later)) fetched().catch(() => {})
  }, [])
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
  const operations = operationsOf(draft)
  const minutes =
    [...chosen, ...operations].reduce((sum, one) => sum + (one.minutes ?? 0), 0) +
    own.length * props.wishMinutes
  const unpriced = own.length + operations.length > 0
  const fen = chosen.reduce((sum, one) => sum + one.priceFen, 0) - quietDiscountFen(chosen, draft.discountBp)
  const price = chosen.length
    ? `${format.money(fen, { cents: false })}${unpriced ? ` ${t.plusOwn}` : ''}`
    : unpriced
      ? t.priceLater
      : ''

  const forward = () => {
    if (step === 0) {
      const bad = draft.by === 'plate' ? !isPlate(plateOf(draft)) : !isVin(draft.vin)
      if (bad) return setWrong(draft.by === 'plate' ? { plate: 'plate' } : { vin: 'vin' })
    }
    if (step === 1 && !wantsWork(draft)) return setWrong({ note: t.wish.choose })
    if (step === 2 && !draft.startsAt && !draft.listFirst) return setWrong({ note: t.when.choose })
    return step < 3 ? goTo(step + 1) : void submit()
  }
  const tools = {
    ...proof,
    sendCode: props.sendCode,
    proveCode: props.proveCode,
    photosAt: `/book/${encodeURIComponent(props.code)}/photos`,
    removePhoto: props.removePhoto,
  }

  const titles = [t.car.title, t.wish.title, t.when.title, t.confirm.title]
  const ready =
    step < 3 ||
    (draft.name.trim() !== '' && ((proven.proof !== '' && proven.phone === draft.phone) || code.length === 6))
  if (joined)
    return (
      <CustomerShell dealership={props.dealership} timeZone={props.timeZone} phone={props.phone}>
        <Notice kind="good" announce>
          <h1 className="font-title text-2xl font-semibold">{t.list.joined}</h1>
          <p className="mt-1">{t.list.joinedLead}</p>
        </Notice>
        {joined.token && (
          <a
            href={`/book/${encodeURIComponent(props.code)}/waiting/${joined.token}`}
            className={buttonClass({ variant: 'quiet', className: 'mt-4' })}
          >
            {t.leaveList.leave}
          </a>
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
        {step === 0 && (
          <BookingStart
            {...tools}
            draft={draft}
            change={changeWork}
            wrong={wrong}
            findOwnCars={props.findOwnCars}
            offeredIds={props.offered.map(({ id }) => id)}
          />
        )}
        {step < 3 && (
          <a
            href={`/book/${encodeURIComponent(props.code)}/ask`}
            className={buttonClass({ variant: 'quiet', className: 'order-last -ml-4 justify-self-start' })}
          >
            {t.askUs.link}
          </a>
        )}
        {step === 1 && <BookingNeeds {...tools} draft={draft} change={changeWork} offered={props.offered} />}
        {step === 2 && (
          <BookingWhen
            draft={draft}
            change={change}
            advisers={props.advisers}
            work={[...chosen, ...(unpriced ? [null] : [])]}
            findSlots={props.findSlots}
            findOtherWays={props.findOtherWays}
            findWays={props.findWays}
            goElsewhere={(code, part) => {
              keepDraft(draftKey(code), { ...draft, ...elsewhere(draft), ...part })
              router.push(`/book/${encodeURIComponent(code)}?step=time`)
            }}
          />
        )}
        {step === 3 && (
          <BookingConfirm
            draft={draft}
            change={change}
            workNames={[
              ...chosen.map((one) => (locale === 'en' && one.nameEn ? one.nameEn : one.name)),
              ...operations.map(({ title }) => title),
            ]}
            price={price}
            minutes={minutes}
            code={code}
            setCode={setCode}
            provenPhone={proven.phone}
            sendCode={props.sendCode}
            sendInvited={props.invitedCode.send}
            refused={refused}
            fields={fields}
            lost={lost}
            goTo={goTo}
            broughtFor={{
              workClasses: chosen.map(({ workClass }) => workClass),
              unregistered: draft.by === 'vin',
              comeback: draft.comeback,
              loaner: wantsLoaner(draft),
              recall: proposedOf(draft).some(
                (one) => one.kind === 'recall' && outcomeOf(draft, one) === 'accepted',
              ),
            }}
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
  if (!wantsWork(draft)) return 1
  return draft.startsAt || draft.listFirst ? 3 : 2
}

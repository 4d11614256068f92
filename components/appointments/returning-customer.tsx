'use client'

import { useEffect, useState } from 'react'
import { useLocale, useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { Refused } from '@/lib/core/form-state'
import { ownCars } from '@/lib/i18n/own-cars'
import { isOwn, needKey, outcomeOf, proposedOf } from './draft-work'
import type { Draft, Proof, Proposed } from './draft'
import { OwnCarCard, type OwnCar } from './own-car-card'
import type { Answer, ProveCode, SendCode } from './phone-code'
import { ProvePhone } from './prove-phone'
import { Suggestions } from './suggestions'

export type Own = { customer: { name: string; formOfAddress: string } | null; cars: OwnCar[] }
export type FindOwnCars = (phone: string, proof: string) => Promise<Answer<Own>>

type Props = {
  draft: Draft
  change: (part: Partial<Draft>) => void
  proven: Proof
  prove: (proof: Proof) => void
  forgetProof: () => void
  sendCode: SendCode
  proveCode: ProveCode
  findOwnCars: FindOwnCars
  offeredIds: string[]
}

/** Somebody who has been here before: after the code the own cars, and what is due for the one that comes. */
export function ReturningCustomer(props: Props) {
  const { draft, change, proven, prove, forgetProof, sendCode, proveCode, findOwnCars } = props
  const t = useMessages(ownCars)
  const { own, refused, failed, again } = useOwn(proven, findOwnCars)
  useEffect(() => {
    if (refused?.code === 'appointment.phone-not-proven') forgetProof()
  }, [refused, forgetProof])
  if (!proven.proof)
    return (
      <ProvePhone
        phone={draft.phone}
        setPhone={(phone) => change({ phone })}
        sendCode={sendCode}
        proveCode={proveCode}
        onProven={prove}
        lead={t.lead}
        button={t.show}
      />
    )
  if (failed)
    return (
      <Notice kind="danger" announce action={<Button onClick={again}>{t.retry}</Button>}>
        {refused?.text ?? t.failed}
      </Notice>
    )
  if (!own)
    return (
      <div role="status">
        <span className="sr-only">{t.loading}</span>
        <SkeletonRows rows={3} />
      </div>
    )
  return <Known {...props} own={own} />
}

function Known({ draft, change, forgetProof, own, offeredIds }: Props & { own: Own }) {
  const t = useMessages(ownCars)
  const locale = useLocale()
  const { customer, cars } = own
  const chosen = isOwn(draft) ? draft.own : ''
  const titleOf = (need: OwnCar['needs'][number]) =>
    (locale === 'en' && need.titleEn ? need.titleEn : need.title) ||
    (need.kind === 'recall' ? t.recall : need.kind === 'due' ? t.service : t.check)
  const choose = (car: OwnCar) => {
    const accepted = proposedOf(draft).flatMap((one) =>
      one.packageId && outcomeOf(draft, one) === 'accepted' ? [one.packageId] : [],
    )
    const proposed: Proposed[] = car.needs.map((need) => ({
      kind: need.kind,
      reference: need.reference,
      title: titleOf(need),
      packageId: need.packageId && offeredIds.includes(need.packageId) ? need.packageId : null,
      operationId: need.operationId,
      minutes: need.minutes,
      safety: need.safety,
    }))
    change({
      ...(car.plate
        ? { by: 'plate' as const, province: car.plate.charAt(0), rest: car.plate.slice(1) }
        : { by: 'vin' as const, vin: car.vin }),
      model: car.model,
      name: draft.name || customer?.name || '',
      own: car.plate || car.vin,
      proposed,
      answers: {},
      packageIds: draft.packageIds.filter((id) => !accepted.includes(id)),
    })
  }
  const answer = (one: Proposed, given: 'accepted' | 'declined') => {
    const rest = draft.packageIds.filter((id) => id !== one.packageId)
    change({
      answers: { ...draft.answers, [needKey(one)]: given },
      ...(one.packageId ? { packageIds: given === 'accepted' ? [...rest, one.packageId] : rest } : {}),
    })
  }
  const title = customer ? t.titles[customer.formOfAddress] : undefined
  const name = title || !customer?.formOfAddress ? (customer?.name ?? '') : customer.formOfAddress
  return (
    <section className="grid gap-3" aria-live="polite">
      {customer ? (
        <p className="font-title text-lg font-semibold">{t.hello({ name, title: title ?? '' })}</p>
      ) : (
        <Notice>{t.unknown}</Notice>
      )}
      {cars.length > 0 && (
        <fieldset className="grid gap-2">
          <legend className="mb-1 text-sm font-medium">{t.whichCar}</legend>
          {cars.map((car) => (
            <OwnCarCard
              key={car.plate || car.vin}
              car={car}
              checked={chosen === (car.plate || car.vin)}
              onChoose={() => choose(car)}
            />
          ))}
        </fieldset>
      )}
      {chosen && <Suggestions cars={cars} draft={draft} onAnswer={answer} />}
      <div className="flex flex-wrap gap-2">
        {chosen && (
          <Button variant="quiet" onClick={() => change({ own: '', rest: '', vin: '', model: '' })}>
            {t.otherCar}
          </Button>
        )}
        <Button
          variant="quiet"
          onClick={() => {
            forgetProof()
            change({
              own: '',
              proposed: [],
              answers: {},
              photos: [],
              name: '',
              phone: '',
              rest: '',
              vin: '',
              model: '',
            })
          }}
        >
          {t.notMe}
        </Button>
      </div>
    </section>
  )
}

type Found = { proof: string; own: Own | null; refused?: Refused }

function useOwn({ phone, proof }: Proof, findOwnCars: FindOwnCars) {
  const [answer, setAnswer] = useState<Found | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    if (!proof) return
    let current = true
    findOwnCars(phone, proof).then(
      (found) =>
        current &&
        setAnswer(
          'value' in found
            ? { proof, own: found.value }
            : { proof, own: null, ...('refused' in found ? { refused: found.refused } : {}) },
        ),
      () => current && setAnswer({ proof, own: null }),
    )
    return () => {
      current = false
    }
  }, [phone, proof, findOwnCars, attempt])
  const fresh = answer?.proof === proof ? answer : null
  return {
    own: fresh?.own ?? null,
    refused: fresh?.refused,
    failed: fresh !== null && fresh.own === null,
    again: () => {
      setAnswer(null)
      setAttempt((n) => n + 1)
    },
  }
}

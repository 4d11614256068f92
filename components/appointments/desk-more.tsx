'use client'

import { useState } from 'react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Checkbox } from '@/components/ui/checkbox'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { useFormContext } from '@/components/ui/form-context'
import { DigitsInput, Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { nameIn } from '@/lib/core/name-in'
import { appointments } from '@/lib/i18n/appointments'
import { desk } from '@/lib/i18n/desk'
import type { DeskAdviser, DeskOrder } from './desk-types'

type Props = {
  known: boolean
  active: boolean
  advisers: DeskAdviser[]
  adviserId: string
  onAdviser: (id: string) => void
  waiting: 'waits' | 'leaves'
  onWaiting: (waiting: 'waits' | 'leaves') => void
}

const FOLDED = ['vin', 'model', 'formOfAddress', 'odometerKm', 'concern', 'remarks', 'pickUpAddress', 'need']

const OF_THE_WAY = ['appointment.pick-up-address', 'pickUp.no-driver', 'loaner.none-free', 'loaner.too-short']

/** What may be taken down besides; folded, so that a booking needs none of it, and opened where something is wrong. */
export function DeskMore({ known, active, advisers, ...choice }: Props) {
  const words = useMessages(appointments)
  const t = words.form
  const d = useMessages(desk)
  const { state } = useFormContext()
  const [pickUp, setPickUp] = useState(false)
  const wrong = FOLDED.some((name) => state.fields?.[name])
  return (
    <details
      className="rounded-card border-line border px-4 py-2"
      open={wrong || OF_THE_WAY.includes(state.refused?.code ?? '') || undefined}
    >
      <summary className="fold flex min-h-11 cursor-pointer items-center font-medium">{d.more.title}</summary>
      <div className="tablet:grid-cols-2 grid gap-4 py-2">
        {!known && <NewCar />}
        <Field label={t.km} name="odometerKm" optional>
          <DigitsInput maxLength={7} />
        </Field>
        <AdviserAndWaiting advisers={advisers} {...choice} />
        <Choices
          legend={t.channel}
          name="channel"
          defaultValue="phone"
          choices={(['phone', 'store', 'wechat'] as const).map((value) => ({
            value,
            label: words.channels[value],
          }))}
        />
        {active ? (
          <input type="hidden" name="kind" value="active" />
        ) : (
          <Choices
            legend={t.kind}
            name="kind"
            defaultValue="passive"
            choices={(['passive', 'active'] as const).map((value) => ({ value, label: words.kinds[value] }))}
          />
        )}
        <Field label={t.concern} name="concern" optional className="tablet:col-span-2">
          <Textarea rows={2} maxLength={500} />
        </Field>
        <Field label={d.more.need} hint={d.more.needHint} name="need" optional className="tablet:col-span-2">
          <Input maxLength={500} />
        </Field>
        <Checkbox name="difficult" label={t.difficult} />
        <Checkbox
          name="pickUp"
          label={t.pickUp}
          checked={pickUp}
          onChange={(event) => setPickUp(event.target.checked)}
        />
        {pickUp && (
          <Field label={t.pickUpAddress} name="pickUpAddress" className="tablet:col-span-2">
            <Input maxLength={200} />
          </Field>
        )}
        <Checkbox name="loaner" label={t.loaner} hint={t.loanerHint} />
        <Field label={t.remarks} name="remarks" optional className="tablet:col-span-2">
          <Input maxLength={500} />
        </Field>
      </div>
    </details>
  )
}

function NewCar() {
  const t = useMessages(appointments).form
  return (
    <>
      <Field label={t.formOfAddress} name="formOfAddress" optional>
        <Input maxLength={20} />
      </Field>
      <Field label={t.model} name="model" optional>
        <Input maxLength={60} />
      </Field>
      <Field label={t.vin} name="vin" optional>
        <Input maxLength={20} autoCapitalize="characters" autoComplete="off" />
      </Field>
    </>
  )
}

function AdviserAndWaiting({
  advisers,
  adviserId,
  onAdviser,
  waiting,
  onWaiting,
}: Omit<Props, 'known' | 'active'>) {
  const t = useMessages(appointments)
  const locale = useLocale()
  return (
    <>
      <Field label={t.form.adviser} name="adviserId">
        <Select
          value={adviserId}
          onChange={(event) => onAdviser(event.target.value)}
          options={[
            { value: '', label: t.form.anyAdviser },
            ...advisers.map((one) => ({ value: one.id, label: nameIn(one, locale) })),
          ]}
        />
      </Field>
      <Choices
        legend={t.form.waiting}
        name="waiting"
        value={waiting}
        onChange={(value) => onWaiting(value as 'waits' | 'leaves')}
        choices={(['waits', 'leaves'] as const).map((one) => ({ value: one, label: t.waiting[one] }))}
      />
    </>
  )
}

/** Whether the visit is about an earlier repair, and which (S1-51): each of the last orders is one answer. */
export function DeskComeback({ orders }: { orders: DeskOrder[] }) {
  const t = useMessages(desk).comeback
  const locale = useLocale()
  const format = useFormat()
  const [no, setNo] = useState('')
  if (orders.length === 0) return <Checkbox name="comeback" label={t.noOrder} />
  return (
    <div>
      {no && <input type="hidden" name="comeback" value="on" />}
      {orders.slice(0, 2).map((order) => (
        <Checkbox
          key={order.id}
          name="comebackOrderNo"
          value={order.no}
          checked={no === order.no}
          onChange={(event) => setNo(event.target.checked ? order.no : '')}
          label={t.ask({
            no: order.no,
            day: format.day(order.createdAt),
            work: format.list(order.work.map((one) => nameIn(one, locale))),
          })}
        />
      ))}
    </div>
  )
}

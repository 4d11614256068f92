'use client'

import { useState } from 'react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { Input, PhoneInput } from '@/components/ui/input'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { Textarea } from '@/components/ui/textarea'
import { Plate } from '@/components/visit/plate'
import { reception } from '@/lib/i18n/reception'
import { BODY_KINDS } from '@/lib/reception/drawing'
import { PersonName } from './person-name'

type Props = {
  found: {
    plate: string
    vehicle: { brand: string; model: string; owner: { name: string; formOfAddress: string } | null } | null
    openVisit: { id: string; no: string } | null
    booking: { id: string; startsAt: Date; concern: string } | null
  }
  action: FormAction
}

/** What is known of the car, and the little that is still to be asked before it is received. */
export function ArriveForm({ found: { plate, vehicle, openVisit, booking }, action }: Props) {
  const t = useMessages(reception)
  const words = t.walkInForm
  const format = useFormat()
  const [ignored, setIgnored] = useState(false)
  const [other, setOther] = useState(false)
  const isNew = !vehicle?.owner
  return (
    <div className="grid gap-4">
      <Card className="flex flex-wrap items-center gap-4">
        <Plate plate={plate} size="large" />
        <div className="min-w-0 flex-1">
          <p className="text-muted text-sm">{isNew ? words.notFound : words.foundFile}</p>
          {vehicle?.owner && <PersonName {...vehicle.owner} />}
          {vehicle && <p className="text-sm">{[vehicle.brand, vehicle.model].filter(Boolean).join(' ')}</p>}
        </div>
        <LinkButton href="/reception/new">{words.another}</LinkButton>
      </Card>
      {openVisit ? (
        <Notice
          kind="warning"
          action={<LinkButton href={`/reception/${openVisit.id}`}>{words.openVisit}</LinkButton>}
        >
          {words.alreadyHere({ no: openVisit.no })}
        </Notice>
      ) : (
        <Card>
          <ActionForm action={action}>
            <input type="hidden" name="plate" value={plate} />
            {booking && (
              <>
                <Notice kind="good">
                  {words.foundBooking({ when: format.dateTime(booking.startsAt) })}
                  {booking.concern && <span className="block">{booking.concern}</span>}
                </Notice>
                <Checkbox
                  name="withoutBooking"
                  label={words.withoutBooking}
                  checked={ignored}
                  onChange={(event) => setIgnored(event.target.checked)}
                />
              </>
            )}
            {isNew && <NewCar hasModel={!!vehicle?.model} />}
            {(!booking || ignored) && (
              <Field label={words.purpose} name="purpose">
                <Textarea rows={2} />
              </Field>
            )}
            <Choices
              legend={words.waiting}
              name="waiting"
              defaultValue={booking && !ignored ? undefined : 'waits'}
              optional={!!booking && !ignored}
              className="[&_label]:min-h-12"
              choices={[
                { value: 'waits', label: t.waits },
                { value: 'leaves', label: t.leaves },
              ]}
            />
            <Checkbox
              label={words.someoneElse}
              checked={other}
              onChange={(event) => setOther(event.target.checked)}
            />
            {other && (
              <div className="tablet:grid-cols-2 grid gap-3">
                <Field label={words.senderName} name="senderName" required>
                  <Input autoComplete="off" className="min-h-12" />
                </Field>
                <Field label={words.senderPhone} name="senderPhone" required>
                  <PhoneInput autoComplete="off" className="min-h-12" />
                </Field>
              </div>
            )}
            {!booking && <p className="text-muted text-sm">{words.promoteBooking}</p>}
            <Submit size="large" block>
              {booking && !ignored ? words.receiveBooked : words.receive}
            </Submit>
          </ActionForm>
        </Card>
      )}
    </div>
  )
}

/** S2-67: the least that is asked of a first-time customer at the door; the rest follows at the car. */
function NewCar({ hasModel }: { hasModel: boolean }) {
  const t = useMessages(reception)
  const words = t.walkInForm
  const titles = Object.entries(t.titles).map(([value, label]) => ({ value, label }))
  return (
    <>
      <p className="text-muted">{words.notFoundLead}</p>
      <div className="tablet:grid-cols-2 grid gap-3">
        <Field label={words.name} name="name" required>
          <Input autoComplete="off" className="min-h-12" />
        </Field>
        <Field label={words.phone} name="phone" required>
          <PhoneInput autoComplete="off" className="min-h-12" />
        </Field>
        <Field label={t.particulars.formOfAddress} name="formOfAddress">
          <Select options={titles} placeholder="–" className="[&_select]:min-h-12" />
        </Field>
        <Field label={words.language} name="locale">
          <Select
            defaultValue="zh-CN"
            className="[&_select]:min-h-12"
            options={(['zh-CN', 'en'] as const).map((value) => ({ value, label: words.languages[value] }))}
          />
        </Field>
        <Field label={t.particulars.brand} name="brand">
          <Input autoComplete="off" className="min-h-12" />
        </Field>
        <Field label={t.particulars.model} name="model" required={!hasModel}>
          <Input autoComplete="off" className="min-h-12" />
        </Field>
        <Field label={t.particulars.bodyKind} name="bodyKind">
          <Select
            className="[&_select]:min-h-12"
            options={BODY_KINDS.map((value) => ({ value, label: t.particulars.bodyKinds[value] }))}
          />
        </Field>
        <Field label={t.particulars.vin} name="vin" optional>
          <Input autoComplete="off" autoCapitalize="characters" className="tabular min-h-12" />
        </Field>
      </div>
    </>
  )
}

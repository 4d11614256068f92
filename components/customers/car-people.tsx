'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Card, Section } from '@/components/ui/card'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { DateInput, Input } from '@/components/ui/input'
import { Link } from '@/components/ui/link'
import { customers } from '@/lib/i18n/customers'

type Party = {
  id: string
  role: 'owner' | 'sender' | 'payer'
  since: Date
  until: Date | null
  reason: string
  endReason: string
  customer: { id: string; name: string }
}
type Props = {
  vehicleId: string
  parties: Party[]
  today: string
  /** Whether the reader may open the files of people. */
  open: boolean
  handOn?: FormAction
  change?: FormAction
}

/** Who owns, brings and pays for a car now, and who did from when to when. */
export function CarPeople({ vehicleId, parties, today, open, handOn, change }: Props) {
  const t = useMessages(customers).car
  const past = parties.filter(({ until }) => until !== null)
  return (
    <Section
      title={t.people}
      action={
        <>
          {change && <PartyDialog vehicleId={vehicleId} action={change} />}
          {handOn && <TransferDialog vehicleId={vehicleId} today={today} action={handOn} />}
        </>
      }
    >
      <Card>
        <PartyList parties={parties.filter(({ until }) => until === null)} open={open} />
        {past.length > 0 && (
          <details className="mt-2">
            <summary className="fold flex min-h-11 cursor-pointer items-center">{t.past}</summary>
            <PartyList parties={past} open={open} />
          </details>
        )}
      </Card>
    </Section>
  )
}

function PartyList({ parties, open }: { parties: Party[]; open: boolean }) {
  const { car: t, roles } = useMessages(customers)
  const f = useFormat()
  const why = (party: Party) => {
    if (party.endReason) return party.endReason === 'sold' ? t.sold : party.endReason
    return party.reason === 'transfer' ? t.transfer : party.reason
  }
  return (
    <ul className="grid gap-2">
      {parties.map((party) => (
        <li key={party.id} className="wrap-anywhere">
          {open ? (
            <Link
              href={`/customers/${party.customer.id}`}
              prefetch={false}
              className="text-celadon-ink inline-flex min-h-11 items-center underline"
            >
              {party.customer.name}
            </Link>
          ) : (
            party.customer.name
          )}{' '}
          {roles[party.role]}
          <span className="text-muted block text-sm">
            {party.until
              ? t.fromTo({ from: f.day(party.since), to: f.day(party.until) })
              : t.since({ day: f.day(party.since) })}
            {why(party) && ` · ${why(party)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function TransferDialog({
  vehicleId,
  today,
  action,
}: {
  vehicleId: string
  today: string
  action: FormAction
}) {
  const t = useMessages(customers).car
  return (
    <FormDialog
      label={t.transfer}
      title={t.transferTitle}
      lead={t.transferLead}
      action={action}
      okMessage={t.transferred}
      save={t.transfer}
    >
      <input type="hidden" name="vehicleId" value={vehicleId} />
      <Field label={t.on} name="on" required>
        <DateInput defaultValue={today} max={today} />
      </Field>
      <Field label={t.name} name="name" required>
        <Input maxLength={60} autoComplete="off" />
      </Field>
      <Field label={t.phone} name="phone" required>
        <Input type="tel" maxLength={20} autoComplete="off" />
      </Field>
      <Field label={t.formOfAddress} name="formOfAddress" optional>
        <Input maxLength={20} autoComplete="off" />
      </Field>
    </FormDialog>
  )
}

function PartyDialog({ vehicleId, action }: { vehicleId: string; action: FormAction }) {
  const { car: t, roles, phone } = useMessages(customers)
  return (
    <FormDialog
      label={t.change}
      title={t.changeTitle}
      lead={t.changeHint}
      action={action}
      okMessage={t.saved}
    >
      <input type="hidden" name="vehicleId" value={vehicleId} />
      <Choices
        legend={t.role}
        name="role"
        defaultValue="sender"
        choices={(['sender', 'payer'] as const).map((value) => ({ value, label: roles[value] }))}
      />
      <Field label={t.person} name="name" optional>
        <Input maxLength={60} autoComplete="off" />
      </Field>
      <Field label={phone} name="phone" optional>
        <Input type="tel" maxLength={20} autoComplete="off" />
      </Field>
      <Field label={t.reason} name="reason" required>
        <Input maxLength={200} autoComplete="off" />
      </Field>
    </FormDialog>
  )
}

'use client'

import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { DateInput, Input, TimeInput } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { nameIn } from '@/lib/core/name-in'
import { BLOCK_KINDS } from '@/lib/dealership/closure'
import { bookingBoard } from '@/lib/i18n/booking-board'
import { closures } from '@/lib/i18n/closures'
import { common } from '@/lib/i18n/common'

type Props = { label: string; today: string; action: FormAction; children: ReactNode }

function ClosureDialog({ label, today, action, children }: Props) {
  const t = useMessages(closures)
  const c = useMessages(common)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon={<Plus aria-hidden className="size-4" />} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={label}>
        <ActionForm action={action} okMessage={t.saved} onOk={() => setOpen(false)}>
          {children}
          <div className="grid grid-cols-2 gap-3">
            <Field label={t.from} name="from" required>
              <DateInput defaultValue={today} min={today} />
            </Field>
            <Field label={t.fromTime} name="fromTime" required>
              <TimeInput defaultValue="09:00" />
            </Field>
            <Field label={t.to} name="to" required>
              <DateInput defaultValue={today} min={today} />
            </Field>
            <Field label={t.toTime} name="toTime" required>
              <TimeInput defaultValue="12:00" />
            </Field>
          </div>
          <Submit className="self-end">{c.save}</Submit>
        </ActionForm>
      </Dialog>
    </>
  )
}

type Bay = { id: string; name: string; nameEn: string }

/** A lift is out of service from one moment to another. */
export function CloseBayDialog({ bays, ...props }: { bays: Bay[]; today: string; action: FormAction }) {
  const t = useMessages(closures)
  const locale = useLocale()
  return (
    <ClosureDialog label={t.closeBay} {...props}>
      <Field label={t.bay} name="bayId" required>
        <Select options={bays.map((bay) => ({ value: bay.id, label: nameIn(bay, locale) }))} />
      </Field>
      <Field label={t.reason} name="reason" hint={t.reasonHint} required>
        <Input maxLength={80} />
      </Field>
    </ClosureDialog>
  )
}

/** A training, a meeting, stock-taking: everybody, or the technicians of one skill. */
export function BlockHoursDialog(props: { today: string; action: FormAction }) {
  const t = useMessages(closures)
  const { skills } = useMessages(bookingBoard)
  return (
    <ClosureDialog label={t.blockHours} {...props}>
      <Field label={t.kind} name="kind" required>
        <Select options={BLOCK_KINDS.map((value) => ({ value, label: t.kinds[value] }))} />
      </Field>
      <Field label={t.who} name="skill" optional>
        <Select
          options={[
            { value: '', label: t.everybody },
            ...Object.entries(skills).map(([value, skill]) => ({ value, label: t.skilled({ skill }) })),
          ]}
        />
      </Field>
      <Field label={t.note} name="note" optional>
        <Input maxLength={80} />
      </Field>
    </ClosureDialog>
  )
}

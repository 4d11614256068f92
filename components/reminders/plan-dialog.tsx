'use client'

import { useState } from 'react'
import { useLocale, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { ChipCheck } from '@/components/ui/chip'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { DateInput, DigitsInput, Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { nameIn } from '@/lib/core/name-in'
import { TRAITS } from '@/lib/customers/traits'
import { TIERS } from '@/lib/customers/tier'
import { customers } from '@/lib/i18n/customers'
import { reminders } from '@/lib/i18n/reminders'
import { CONTACT_CHANNELS, CONTACT_CLASSES, LIST_SOURCES } from '@/lib/reminders/contact'

type Named = { id: string; name: string; nameEn: string }
type Props = {
  action: FormAction
  today: string
  until: string
  advisers: Named[]
  packages: Named[]
  first: string
}

/** A new plan or campaign: for whom, until when, how many, and what is offered. */
export function PlanDialog({ action, today, until, advisers, packages, first }: Props) {
  const t = useMessages(reminders)
  const { traits } = useMessages(customers)
  const locale = useLocale()
  const [of, setOf] = useState(first)
  const named = (rows: Named[]) => rows.map((row) => ({ value: row.id, label: nameIn(row, locale) }))
  const byList = of === 'recall' || of === 'campaign'
  return (
    <FormDialog
      label={t.plans.new}
      look="add"
      title={t.plans.new}
      wide
      action={action}
      okMessage={t.plans.made}
      save={t.plans.new}
    >
      <div className="tablet:grid-cols-2 grid gap-4">
        <Field label={t.plans.name} name="name" required className="tablet:col-span-2">
          <Input maxLength={80} />
        </Field>
        <Field label={t.plans.class} name="class" required>
          <Select
            value={of}
            onChange={(event) => setOf(event.target.value)}
            options={CONTACT_CLASSES.map((value) => ({ value, label: t.classes[value] }))}
          />
        </Field>
        <Field label={t.plans.channel} name="channel" required>
          <Select options={CONTACT_CHANNELS.map((value) => ({ value, label: t.channels[value] }))} />
        </Field>
        <Field label={t.plans.fromOn} name="fromOn" required>
          <DateInput defaultValue={today} />
        </Field>
        <Field label={t.plans.toOn} name="toOn" required>
          <DateInput defaultValue={until} min={today} />
        </Field>
        <Field label={t.plans.target} name="target" required>
          <DigitsInput maxLength={7} />
        </Field>
        <Field label={t.plans.source} name="source">
          <Select options={LIST_SOURCES.map((value) => ({ value, label: t.sources[value] }))} />
        </Field>
        <Field label={t.plans.owner} name="ownerId" hint={t.plans.ownerHint} optional>
          <Select placeholder={t.nobody} options={named(advisers)} />
        </Field>
        <Field label={t.plans.package} name="packageId" optional>
          <Select placeholder={t.plans.anyPackage} options={named(packages)} />
        </Field>
        <Field label={t.plans.discount} name="discount" hint={t.plans.discountHint} optional>
          <Input inputMode="decimal" maxLength={5} />
        </Field>
        <Field label={t.plans.script} name="scriptCode" optional>
          <Input maxLength={30} autoCapitalize="characters" />
        </Field>
        <Field
          label={t.plans.offer}
          name="offer"
          hint={t.plans.offerHint}
          optional
          className="tablet:col-span-2"
        >
          <Input maxLength={300} />
        </Field>
        {byList && (
          <>
            <Field label={t.plans.cars} name="cars" hint={t.plans.carsHint} className="tablet:col-span-2">
              <Textarea rows={4} autoCapitalize="characters" />
            </Field>
            <Field label={t.plans.model} name="modelPattern" optional>
              <Input maxLength={60} />
            </Field>
            <Field label={t.plans.label} name="label" optional>
              <Input maxLength={40} />
            </Field>
            <Field label={t.plans.trait} name="trait" optional>
              <Select
                placeholder={t.plans.anyCustomer}
                options={TRAITS.map((value) => ({ value, label: traits.names[value] }))}
              />
            </Field>
            <fieldset className="tablet:col-span-2">
              <legend className="mb-1 text-sm font-medium">{t.plans.tiers}</legend>
              <div className="flex flex-wrap gap-2">
                {TIERS.map((tier) => (
                  <ChipCheck key={tier} name="tiers[]" value={tier}>
                    {t.tiers[tier]}
                  </ChipCheck>
                ))}
              </div>
            </fieldset>
          </>
        )}
      </div>
    </FormDialog>
  )
}

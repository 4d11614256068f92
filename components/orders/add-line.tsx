'use client'

import { Plus } from 'lucide-react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { DigitsInput, Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { estimate } from '@/lib/i18n/estimate'
import { orders } from '@/lib/i18n/orders'
import { SKILLS } from '@/lib/orders/schemas'
import { nameIn } from '@/lib/orders/views'
import { OperationFinder, type Operation } from './operation-finder'
import { Refused } from './refused'
import { usePost } from './use-post'

export type PackageChoice = {
  id: string
  name: string
  nameEn: string
  minutes: number
  priceFen: number
  /** For the drive and the mileage of this car. */
  fits: boolean
}

type Props = { orderId: string; packages: PackageChoice[]; operations: Operation[]; add: FormAction }

/** Three ways to a line: a package with one click, a labour operation found by typing, own words. */
export function AddLine({ orderId, packages, operations, add }: Props) {
  const t = useMessages(orders)
  const e = useMessages(estimate)
  const words = e.suggested
  const { state, pending, post } = usePost(add)
  const others = packages.filter(({ fits }) => !fits)
  const pick = (packageId: string) => post({ orderId, packageId })
  return (
    <div className="border-line grid gap-4 border-t p-4" aria-busy={pending}>
      <Refused state={state} />
      <div>
        <h3 className="mb-1.5 text-sm font-medium">{t.adding.packages}</h3>
        <Packages packages={packages.filter(({ fits }) => fits)} pending={pending} pick={pick} />
        {others.length > 0 && (
          <details>
            <summary className="fold text-celadon-ink flex min-h-11 cursor-pointer items-center text-sm font-medium">
              {e.parts.otherPackages}
            </summary>
            <Packages packages={others} pending={pending} pick={pick} />
          </details>
        )}
      </div>
      <div className="desk:grid-cols-2 grid gap-4">
        <OperationFinder operations={operations} onPick={(operationId) => post({ orderId, operationId })} />
        <details className="min-w-0">
          <summary className="fold text-celadon-ink flex min-h-11 cursor-pointer items-center text-sm font-medium">
            {t.adding.words}
          </summary>
          <ActionForm action={add} resetOnOk className="mt-2">
            <input type="hidden" name="orderId" value={orderId} />
            <Field label={t.adding.title} name="title">
              <Input maxLength={120} />
            </Field>
            <div className="grid grid-cols-2 gap-3">
              <Field label={t.adding.minutes} name="minutes">
                <DigitsInput />
              </Field>
              <Field label={t.adding.labourYuan} name="labourFen" hint={t.adding.labourHint}>
                <Input inputMode="decimal" />
              </Field>
            </div>
            <Field label={t.adding.skill} name="skill">
              <Select options={SKILLS.map((skill) => ({ value: skill, label: t.skills[skill] }))} />
            </Field>
            <Field label={t.adding.reason} name="reason" optional>
              <Input maxLength={300} />
            </Field>
            <div className="flex flex-wrap gap-x-6">
              <Checkbox name="diagnosis" label={t.adding.diagnosis} />
              <Checkbox name="priceAfterInspection" label={t.adding.afterInspection} />
              <Checkbox name="suggested" label={words.field} hint={words.hint} />
            </div>
            <div>
              <Submit variant="secondary">{t.adding.addLine}</Submit>
            </div>
          </ActionForm>
        </details>
      </div>
    </div>
  )
}

type PackagesProps = { packages: PackageChoice[]; pending: boolean; pick: (id: string) => void }

function Packages({ packages, pending, pick }: PackagesProps) {
  const t = useMessages(orders)
  const locale = useLocale()
  const format = useFormat()
  return (
    <ul className="flex flex-wrap gap-2">
      {packages.map((one) => (
        <li key={one.id}>
          <Button
            disabled={pending}
            aria-label={t.adding.add({ name: nameIn(locale, one) })}
            onClick={() => pick(one.id)}
            icon={<Plus aria-hidden className="text-celadon-ink size-4" />}
          >
            {nameIn(locale, one)}
            <span className="text-muted tabular text-sm font-normal">
              {format.money(one.priceFen, { cents: false })} · {format.duration(one.minutes)}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  )
}

'use client'

import { Plus, X } from 'lucide-react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { booking } from '@/lib/i18n/booking'
import type { Draft } from './draft'

export type OfferedPackage = {
  id: string
  name: string
  nameEn: string
  description: string
  descriptionEn: string
  workClass: string
  minutes: number
  labourFen: number
  partsFen: number
  priceFen: number
  quickLane: boolean
  sameDay: boolean
}

type Props = { draft: Draft; change: (part: Partial<Draft>) => void; offered: OfferedPackage[] }

/** Screen 2: packages at their price, and wishes in own words, one line each. */
export function BookingWish({ draft, change, offered }: Props) {
  const t = useMessages(booking).wish
  const locale = useLocale()
  const { packageIds, wishes } = draft
  const named = (cn: string, en: string) => (locale === 'en' && en ? en : cn)
  // A changed wish makes another time necessary: the slots depend on the work.
  const turn = (id: string) =>
    change({
      packageIds: packageIds.includes(id) ? packageIds.filter((one) => one !== id) : [...packageIds, id],
    })
  const write = (index: number, text: string) =>
    change({ wishes: wishes.map((wish, i) => (i === index ? text : wish)) })
  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="mb-1 text-sm font-medium">{t.packages}</legend>
        {offered.map((one) => (
          <PackageCard
            key={one.id}
            one={one}
            name={named(one.name, one.nameEn)}
            description={named(one.description, one.descriptionEn)}
            checked={packageIds.includes(one.id)}
            onTurn={() => turn(one.id)}
          />
        ))}
      </fieldset>
      <fieldset className="grid gap-2">
        <legend className="mb-1 text-sm font-medium">{t.own}</legend>
        <p className="text-muted text-sm">{t.ownHint}</p>
        {wishes.map((wish, index) => (
          <div key={index} className="flex items-end gap-1">
            <Field label={t.ownLabel({ n: index + 1 })} hideLabel className="flex-1">
              <Input
                value={wish}
                maxLength={300}
                placeholder={t.ownPlaceholder}
                onChange={(event) => write(index, event.target.value)}
              />
            </Field>
            {wishes.length > 1 && (
              <IconButton
                label={t.removeOwn({ n: index + 1 })}
                icon={<X className="size-5" />}
                onClick={() => change({ wishes: wishes.filter((_, i) => i !== index) })}
              />
            )}
          </div>
        ))}
        {wishes.length < 8 && wishes.at(-1) !== '' && (
          <Button
            variant="quiet"
            icon={<Plus aria-hidden className="size-4" />}
            className="justify-self-start"
            onClick={() => change({ wishes: [...wishes, ''] })}
          >
            {t.addOwn}
          </Button>
        )}
      </fieldset>
      <Checkbox
        label={t.comeback}
        checked={draft.comeback}
        onChange={(event) => change({ comeback: event.target.checked })}
      />
    </>
  )
}

type CardProps = {
  one: OfferedPackage
  name: string
  description: string
  checked: boolean
  onTurn: () => void
}

function PackageCard({ one, name, description, checked, onTurn }: CardProps) {
  const t = useMessages(booking).wish
  const format = useFormat()
  return (
    <label className="rounded-card border-line-strong/60 bg-raised has-checked:border-celadon has-checked:bg-celadon-soft has-checked:ring-celadon has-focus-visible:outline-celadon relative flex items-start gap-3 border px-4 py-3 has-checked:ring-1 has-focus-visible:outline-2 has-focus-visible:outline-offset-2">
      <input
        type="checkbox"
        checked={checked}
        onChange={onTurn}
        className="accent-celadon mt-1 size-5 shrink-0"
      />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline justify-between gap-3">
          <strong className="font-medium">{name}</strong>
          <strong className="tabular font-medium whitespace-nowrap">
            {format.money(one.priceFen, { cents: false })}
          </strong>
        </span>
        <span className="text-muted block text-sm">{description}</span>
        <span className="mt-1 flex flex-wrap items-center gap-2 text-sm">
          <span className="tabular">{format.duration(one.minutes)}</span>
          {one.quickLane && <Badge tone="celadon">{t.quick}</Badge>}
        </span>
        {one.partsFen > 0 && (
          <span className="text-muted tabular block text-xs">
            {t.labourParts({
              labour: format.money(one.labourFen, { cents: false }),
              parts: format.money(one.partsFen, { cents: false }),
            })}
          </span>
        )}
      </span>
    </label>
  )
}

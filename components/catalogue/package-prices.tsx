'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Card, Section } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { catalogue } from '@/lib/i18n/catalogue'
import { PriceDialog } from './price-dialog'
import { PriceLines } from './price-lines'

type Price = {
  id: string
  modelPattern: string
  labourFen: number
  partsFen: number
  validFrom: string
  validTo: string | null
  state: 'now' | 'planned' | 'past'
}
type Props = {
  packageId: string
  name: string
  prices: Price[]
  listed: { labourFen: number | null; partsFen: number | null }
  today: string
  hasParts: boolean
  actions: { set: FormAction; withdraw: FormAction }
}

/** The prices of a package by model, beside what its pieces cost one by one. */
export function PackagePrices({ packageId, name, prices, listed, today, hasParts, actions }: Props) {
  const t = useMessages(catalogue)
  const f = useFormat()
  const { labourFen, partsFen } = listed
  const models = [...new Set(prices.map(({ modelPattern }) => modelPattern))].sort()
  const yuan = (fen: number | null) => (fen === null ? undefined : (fen / 100).toFixed(2))
  return (
    <Section
      title={t.prices}
      action={
        <PriceDialog name={name} today={today} action={actions.set} primary>
          <input type="hidden" name="packageId" value={packageId} />
          <div className="grid grid-cols-2 gap-4">
            <Field label={t.labourPrice} name="labour" required>
              <Input inputMode="decimal" maxLength={12} defaultValue={yuan(labourFen)} />
            </Field>
            <Field label={t.partsPrice} name="parts" required>
              <Input inputMode="decimal" maxLength={12} defaultValue={hasParts ? yuan(partsFen) : '0'} />
            </Field>
          </div>
          <Field label={t.modelPattern} name="modelPattern" hint={t.modelPatternHint} optional>
            <Input maxLength={60} />
          </Field>
        </PriceDialog>
      }
    >
      <div className="grid gap-3">
        {!prices.some(({ state }) => state === 'now') && (
          <Notice kind="warning">
            <strong>{prices.length ? t.noPrice : t.noPricesYet}</strong> {t.noPriceHint}
          </Notice>
        )}
        {models.length > 0 && (
          <Card padded={false} className="divide-line divide-y">
            {models.map((model) => (
              <div key={model} className="grid gap-1 px-4 py-3">
                <h3 className="font-medium">{model || t.allModels}</h3>
                <PriceLines
                  name={name}
                  today={today}
                  withdraw={actions.withdraw}
                  empty={t.noPrice}
                  lines={prices
                    .filter(({ modelPattern }) => modelPattern === model)
                    .map((price) => ({
                      ...price,
                      amount: `${f.money(price.labourFen + price.partsFen)} (${t.labour} ${f.money(price.labourFen)}, ${t.parts} ${f.money(price.partsFen)})`,
                    }))}
                />
              </div>
            ))}
          </Card>
        )}
        <p className="text-muted text-sm">
          {labourFen === null || partsFen === null
            ? t.listedUnknown
            : t.listed({
                labour: f.money(labourFen),
                parts: f.money(partsFen),
                total: f.money(labourFen + partsFen),
              })}
        </p>
      </div>
    </Section>
  )
}

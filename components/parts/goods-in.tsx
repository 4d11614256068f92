'use client'

import { useState } from 'react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Section } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { parts } from '@/lib/i18n/parts'

type Named = { no: string; name: string; nameEn: string }
type Choice = Named & { id: string; brand: string; model: string; unit: string }
type Delivery = {
  id: string
  at: Date
  quantityMilli: number
  brand: string
  model: string
  batchNo: string
  supplier: string
  part: Named & { unit: string }
}

/** Registers a delivery with its four marks (X-PRT-05), beside the last ones. */
export function GoodsIn({
  choices,
  deliveries,
  canReceive,
  receive,
}: {
  choices: Choice[]
  deliveries: Delivery[]
  canReceive: boolean
  receive: FormAction
}) {
  const t = useMessages(parts)
  const format = useFormat()
  const locale = useLocale()
  const [partId, setPartId] = useState('')
  const chosen = choices.find(({ id }) => id === partId)
  const nameOf = (part: Named) => (locale === 'en' && part.nameEn ? part.nameEn : part.name)
  return (
    <div className="desk:grid-cols-[24rem_minmax(0,1fr)] grid items-start gap-6">
      {canReceive && (
        <Section title={t.receiveTitle} card>
          <p className="text-muted mb-4">{t.receiveLead}</p>
          <ActionForm action={receive} okMessage={t.received} resetOnOk onOk={() => setPartId('')}>
            <Field label={t.part} name="partId" required>
              <Select
                placeholder={t.choosePart}
                onChange={(event) => setPartId(event.currentTarget.value)}
                options={choices.map((part) => ({ value: part.id, label: `${part.no} ${nameOf(part)}` }))}
              />
            </Field>
            <div className="grid grid-cols-2 gap-3">
              <Field label={t.quantity} name="quantity" required>
                <Input inputMode="decimal" maxLength={10} />
              </Field>
              <Field label={t.unitCost} name="unitCost">
                <Input inputMode="decimal" maxLength={12} />
              </Field>
            </div>
            <div key={partId} className="grid grid-cols-2 gap-3">
              <Field label={t.brand} name="brand" required>
                <Input defaultValue={chosen?.brand} maxLength={60} />
              </Field>
              <Field label={t.model} name="model" required>
                <Input defaultValue={chosen?.model || chosen?.no} maxLength={60} />
              </Field>
            </div>
            <div className="grid grid-cols-2 gap-3">
              <Field label={t.batch} name="batchNo" required>
                <Input maxLength={60} />
              </Field>
              <Field label={t.supplier} name="supplier" required>
                <Input maxLength={120} />
              </Field>
            </div>
            <Submit block>{t.receive}</Submit>
          </ActionForm>
        </Section>
      )}
      <Section title={t.lastIn} aside={deliveries.length}>
        {deliveries.length === 0 ? (
          <p className="text-muted">{t.noneIn}</p>
        ) : (
          <Table caption={t.lastIn}>
            <thead>
              <tr>
                <Th>{t.at}</Th>
                <Th>{t.part}</Th>
                <Th numeric>{t.quantity}</Th>
                <Th>{t.brand}</Th>
                <Th>{t.batch}</Th>
                <Th>{t.supplier}</Th>
              </tr>
            </thead>
            <tbody>
              {deliveries.map((one) => (
                <Tr key={one.id}>
                  <Td className="tabular whitespace-nowrap">{format.dateTime(one.at)}</Td>
                  <Td>{nameOf(one.part)}</Td>
                  <Td numeric>{format.quantity(one.quantityMilli)}</Td>
                  <Td>{[one.brand, one.model].filter(Boolean).join(' ')}</Td>
                  <Td className="tabular">{one.batchNo}</Td>
                  <Td>{one.supplier}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        )}
      </Section>
    </div>
  )
}

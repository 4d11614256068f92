'use client'

import { Gift, Plus } from 'lucide-react'
import { useState } from 'react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { Dialog } from '@/components/ui/dialog'
import { Empty } from '@/components/ui/empty'
import { Field } from '@/components/ui/field'
import { DateInput, Input } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { nameIn } from '@/lib/core/name-in'
import { plusDays } from '@/lib/core/time'
import { gifts as words } from '@/lib/i18n/gifts'

type Row = {
  id: string
  name: string
  nameEn: string
  costFen: number
  firstDay: string
  lastDay: string
  over: boolean
  given: number
  spentFen: number
}
type Props = { rows: Row[]; today: string; add?: FormAction; withdraw?: FormAction }

/** Gifts for bookers with validity, cost, and what was handed over. */
export function GiftList({ rows, today, add, withdraw }: Props) {
  const t = useMessages(words)
  const f = useFormat()
  const locale = useLocale()
  return (
    <Section title={t.title}>
      <p className="text-muted mb-3">{t.lead}</p>
      {add && <GiftDialog today={today} action={add} />}
      {rows.length === 0 ? (
        <Empty title={t.none} icon={<Gift aria-hidden />}>
          {t.noneHint}
        </Empty>
      ) : (
        <Table caption={t.title}>
          <thead>
            <tr>
              <Th>{t.name}</Th>
              <Th>{t.days}</Th>
              <Th numeric>{t.cost}</Th>
              <Th numeric>{t.times}</Th>
              <Th numeric>{t.spent}</Th>
              <Th>
                <span className="sr-only">{t.withdraw}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Tr key={row.id}>
                <Td className="font-medium">
                  {nameIn(row, locale)} {row.over && <Badge>{t.over}</Badge>}
                </Td>
                <Td className="tabular">
                  {f.calendarDay(row.firstDay)} – {f.calendarDay(row.lastDay)}
                </Td>
                <Td numeric>{f.money(row.costFen)}</Td>
                <Td numeric>{row.given}</Td>
                <Td numeric>{f.money(row.spentFen)}</Td>
                <Td className="text-right">
                  {withdraw && !row.over && (
                    <ActionForm action={withdraw} okMessage={t.saved}>
                      <input type="hidden" name="id" value={row.id} />
                      <Submit
                        variant="quiet"
                        size="small"
                        aria-label={t.withdrawOf({ name: nameIn(row, locale) })}
                      >
                        {t.withdraw}
                      </Submit>
                    </ActionForm>
                  )}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  )
}

const USUAL_DAYS = 90

function GiftDialog({ today, action }: { today: string; action: FormAction }) {
  const t = useMessages(words)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button className="mb-3" icon={<Plus aria-hidden className="size-4" />} onClick={() => setOpen(true)}>
        {t.add}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t.add}>
        <ActionForm action={action} okMessage={t.saved} onOk={() => setOpen(false)}>
          <Field label={t.name} name="name" required>
            <Input maxLength={60} autoComplete="off" />
          </Field>
          <Field label={t.nameEn} name="nameEn" optional>
            <Input maxLength={60} autoComplete="off" />
          </Field>
          <Field label={t.cost} name="cost" required>
            <Input inputMode="decimal" maxLength={8} autoComplete="off" />
          </Field>
          <div className="grid grid-cols-2 gap-3">
            <Field label={t.firstDay} name="firstDay" required>
              <DateInput defaultValue={today} min={today} />
            </Field>
            <Field label={t.lastDay} name="lastDay" required>
              <DateInput defaultValue={plusDays(today, USUAL_DAYS)} min={today} />
            </Field>
          </div>
          <Submit className="self-end">{t.add}</Submit>
        </ActionForm>
      </Dialog>
    </>
  )
}

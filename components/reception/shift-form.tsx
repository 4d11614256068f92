'use client'

import { ShieldCheck } from 'lucide-react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Status } from '@/components/ui/badge'
import { Card, Section } from '@/components/ui/card'
import { ChipCheck } from '@/components/ui/chip'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { nameIn } from '@/lib/core/name-in'
import { floor } from '@/lib/i18n/floor'
import { SHIFT_PARTS, type ShiftPoint } from '@/lib/reception/shift-points'
import { pointWords } from './point-words'

type Check = { points: string[]; missing: string[]; note: string; at: Date } | null

/** S2-01, S2-02, S2-03: one tap when all is in order, else the points that are. */
export function ShiftForm({
  points,
  mine,
  action,
}: {
  points: ShiftPoint[]
  mine: Check
  action: FormAction
}) {
  const t = useMessages(floor).shift
  const locale = useLocale()
  const format = useFormat()
  return (
    <Card className="grid max-w-2xl gap-4">
      {mine && (
        <Status shape={mine.missing.length ? 'open' : 'done'}>
          {t.last({ time: format.time(mine.at), missing: mine.missing.length })}
        </Status>
      )}
      <ActionForm action={action} okMessage={t.saved}>
        {points.map(({ code }) => (
          <input key={code} type="hidden" name="points" value={code} />
        ))}
        <Submit size="large" block icon={<ShieldCheck aria-hidden className="size-5" />}>
          {t.all}
        </Submit>
      </ActionForm>
      <ActionForm action={action} okMessage={t.saved} key={mine?.at.getTime()}>
        {SHIFT_PARTS.map((part) => (
          <fieldset key={part}>
            <legend className="mb-2 text-sm font-medium">{t.parts[part]}</legend>
            <div className="tablet:grid-cols-2 grid gap-2">
              {points
                .filter((point) => point.part === part)
                .map((point) => (
                  <ChipCheck
                    boxed
                    key={point.code}
                    name="points"
                    value={point.code}
                    defaultChecked={mine?.points.includes(point.code)}
                    className="rounded-card! desk:min-h-12 min-h-12"
                  >
                    {pointWords(point, locale)}
                  </ChipCheck>
                ))}
            </div>
          </fieldset>
        ))}
        <Field label={t.note} name="note" optional>
          <Input defaultValue={mine?.note} maxLength={200} className="min-h-12" />
        </Field>
        <Submit variant="secondary" size="large">
          {t.save}
        </Submit>
      </ActionForm>
    </Card>
  )
}

type Person = { id: string; name: string; nameEn: string; check: Check }

/** Who of the reception has gone through the list today, and what is missing: for who answers for it. */
export function ShiftPeople({ people, points }: { people: Person[]; points: ShiftPoint[] }) {
  const t = useMessages(floor).shift
  const locale = useLocale()
  const words = new Map(points.map((point) => [point.code, pointWords(point, locale)]))
  return (
    <Section title={t.people} aside={people.length}>
      {people.length === 0 ? (
        <p className="text-muted">{t.nobody}</p>
      ) : (
        <Table caption={t.people}>
          <thead>
            <tr>
              <Th>{t.person}</Th>
              <Th>{t.state}</Th>
              <Th>{t.missing}</Th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ id, check, ...person }) => (
              <Tr key={id}>
                <Td className="font-medium">{nameIn(person, locale)}</Td>
                <Td>
                  {!check && <Status shape="late">{t.notYet}</Status>}
                  {check && (
                    <Status shape={check.missing.length ? 'open' : 'done'}>
                      {check.missing.length ? t.incomplete : t.complete}
                    </Status>
                  )}
                </Td>
                <Td>
                  {[...(check?.missing ?? []).flatMap((code) => words.get(code) ?? []), check?.note]
                    .filter(Boolean)
                    .join(' · ')}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  )
}

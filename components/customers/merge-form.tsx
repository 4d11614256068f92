'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Card, Facts, Section } from '@/components/ui/card'
import { Choices } from '@/components/ui/choices'
import { Submit } from '@/components/ui/submit'
import { Plate } from '@/components/visit/plate'
import { nameIn, type Named } from '@/lib/core/name-in'
import type { MergeField, Values } from '@/lib/customers/merge'
import { customers } from '@/lib/i18n/customers'

type Kept =
  | 'name' | 'formOfAddress' | 'phone' | 'phone2' | 'email' | 'wechatOpenId' | 'address' | 'contactPerson' | 'birthday' | 'tier' | 'labels'
  | 'preferredChannel' // prettier-ignore
type File = Pick<Values, Kept> & {
  id: string
  no: string
  preferredAdviser: Named | null
  preferredTechnician: Named | null
  cars: { id: string; plate: string }[]
  counts: { visits: number; bookings: number; messages: number }
  proven: boolean
  phoneWrong: boolean
  createdAt: Date
}
type Props = { one: File; other: File; differs: MergeField[]; merge: FormAction; distinguish: FormAction }

/** Two files side by side: which one stays, and where they contradict which value survives. */
export function MergeForm({ one, other, differs, merge, distinguish }: Props) {
  const all = useMessages(customers)
  const t = all.merge
  const valueOf = useValueOf()
  const fuller = other.counts.visits > one.counts.visits ? 'other' : 'one'
  const ids = (
    <>
      <input type="hidden" name="oneId" value={one.id} />
      <input type="hidden" name="otherId" value={other.id} />
    </>
  )
  return (
    <div className="grid gap-6">
      <div className="tablet:grid-cols-2 grid items-start gap-4">
        {([one, other] as const).map((file, place) => (
          <FileCard key={file.id} file={file} title={place === 0 ? t.one : t.other} />
        ))}
      </div>
      <ActionForm action={merge} okMessage={t.merged}>
        {ids}
        <Choices
          legend={t.keep}
          name="keep"
          look="cards"
          defaultValue={fuller}
          choices={[
            { value: 'one', label: `${t.one}: ${one.name}`, hint: one.no },
            { value: 'other', label: `${t.other}: ${other.name}`, hint: other.no },
          ]}
        />
        <Section title={t.survive}>
          {differs.length === 0 ? (
            <p className="text-muted">{t.allSame}</p>
          ) : (
            <div className="grid gap-4">
              {differs.map((field) => (
                <Choices
                  key={field}
                  legend={t.columns[field]}
                  name={field}
                  defaultValue={fuller}
                  choices={[
                    { value: 'one', label: valueOf(one, field) },
                    { value: 'other', label: valueOf(other, field) },
                  ]}
                />
              ))}
            </div>
          )}
        </Section>
        <Submit className="w-fit">{t.button}</Submit>
      </ActionForm>
      <ActionForm action={distinguish} okMessage={t.apartSaved}>
        {ids}
        <Submit variant="secondary" className="w-fit">
          {t.apart}
        </Submit>
      </ActionForm>
    </div>
  )
}

function useValueOf() {
  const t = useMessages(customers)
  const f = useFormat()
  const locale = useLocale()
  return (file: File, field: MergeField): string => {
    if (field === 'tier') return t.tiers[file.tier]
    if (field === 'preferredChannel') return t.channels[file.preferredChannel]
    if (field === 'preferredAdviserId')
      return file.preferredAdviser ? nameIn(file.preferredAdviser, locale) : ''
    if (field === 'preferredTechnicianId')
      return file.preferredTechnician ? nameIn(file.preferredTechnician, locale) : ''
    if (field === 'birthday') return file.birthday ? f.calendarDay(file.birthday) : ''
    return file[field]
  }
}

function FileCard({ file, title }: { file: File; title: string }) {
  const all = useMessages(customers)
  const t = all.merge
  const f = useFormat()
  const valueOf = useValueOf()
  const marks = [file.proven && t.proven, file.phoneWrong && t.wrong].filter(Boolean).join(' · ')
  return (
    <Card>
      <h2 className="font-title mb-2 text-lg font-semibold">
        {title}: {file.name} <span className="text-muted tabular text-sm">{file.no}</span>
      </h2>
      <p className="mb-3 flex flex-wrap gap-2">
        {file.cars.map((car) => (
          <Plate key={car.id} plate={car.plate} size="small" />
        ))}
      </p>
      <Facts
        facts={[
          { term: all.phone, value: [file.phone, marks].filter(Boolean).join(' · ') },
          { term: all.reveal.whats.phone2, value: file.phone2 },
          ...(
            [
              'email',
              'wechatOpenId',
              'address',
              'contactPerson',
              'birthday',
              'tier',
              'preferredChannel',
            ] as const
          ).map((field) => ({ term: t.columns[field], value: valueOf(file, field) })),
          { term: all.labels.title, value: file.labels.join(' · ') },
          { term: all.since, value: f.day(file.createdAt) },
        ].filter(({ value }) => value)}
      />
      <p className="text-muted mt-3 text-sm">{t.hangs(file.counts)}</p>
    </Card>
  )
}

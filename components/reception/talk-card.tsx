'use client'

import { useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Badge, Status } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Link } from '@/components/ui/link'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { Time } from '@/components/ui/time'
import { nameIn } from '@/lib/core/name-in'
import { NOTE_TOPICS, type NoteTopic } from '@/lib/customers/note'
import { floor } from '@/lib/i18n/floor'
import { DoneButton } from './errands-asked'

type Named = { name: string; nameEn: string }
type Talk = {
  customerId: string
  notes: { id: string; topic: string; text: string; at: Date }[]
  promises: { id: string; text: string; keptAt: string | null; visitNo: string }[]
  errands: { id: string; text: string; for: Named; doneAt: string | null }[]
  colleagues: (Named & { id: string; here: boolean })[]
}
type Actions = Record<'note' | 'promise' | 'keep' | 'ask' | 'done', FormAction>
type Props = { visitId: string; visitNo: string; talk: Talk; does: Actions }

const topicOf = (topic: string): NoteTopic => NOTE_TOPICS.find((one) => one === topic) ?? 'other'

/** S2-75 to S2-78: what helps the talk with this customer; private to staff, none of it required. */
export function TalkCard({ visitId, visitNo, talk, does }: Props) {
  return (
    <div className="grid gap-6">
      <Errands visitId={visitId} talk={talk} does={does} />
      <Wishes visitId={visitId} visitNo={visitNo} talk={talk} does={does} />
      <Notes talk={talk} does={does} />
    </div>
  )
}

function Notes({ talk, does }: Pick<Props, 'talk' | 'does'>) {
  const t = useMessages(floor).talk
  return (
    <Section title={t.title} aside={t.aside} card>
      {talk.notes.length === 0 && <p className="text-muted">{t.noNotes}</p>}
      <ul className="grid gap-1.5">
        {talk.notes.map(({ id, topic, text, at }) => (
          <li key={id} className="wrap-anywhere">
            <Badge tone="slate">{t.topics[topicOf(topic)]}</Badge> {text}{' '}
            <Time at={at} show="day" className="text-muted text-sm" />
          </li>
        ))}
      </ul>
      <ActionForm action={does.note} resetOnOk okMessage={t.kept} className="mt-3">
        <input type="hidden" name="customerId" value={talk.customerId} />
        <Field label={t.topic} name="topic">
          <Select
            defaultValue="other"
            options={NOTE_TOPICS.map((value) => ({ value, label: t.topics[value] }))}
          />
        </Field>
        <Line label={t.note} max={500} save={t.keep} />
      </ActionForm>
      {talk.notes.length > 0 && (
        <Link href={`/customers/${talk.customerId}`} className="inline-flex min-h-11 items-center underline">
          {t.file}
        </Link>
      )}
    </Section>
  )
}

function Wishes({ visitId, visitNo, talk, does }: Props) {
  const t = useMessages(floor).wishes
  return (
    <Section title={t.title} card>
      {talk.promises.length === 0 && <p className="text-muted">{t.none}</p>}
      <ul className="grid gap-2">
        {talk.promises.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-0 flex-1 basis-56 wrap-anywhere">
              {one.text}{' '}
              {one.visitNo !== visitNo && (
                <span className="text-muted text-sm">{t.earlier({ no: one.visitNo })}</span>
              )}
            </span>
            <Status shape={one.keptAt ? 'done' : 'open'}>{one.keptAt ? t.done : t.open}</Status>
            {!one.keptAt && (
              <ActionForm action={does.keep} className="gap-0!">
                <input type="hidden" name="promiseId" value={one.id} />
                <Submit variant="secondary" aria-label={t.keepOf({ text: one.text })}>
                  {t.keep}
                </Submit>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      <ActionForm action={does.promise} resetOnOk okMessage={t.made} className="mt-3">
        <input type="hidden" name="visitId" value={visitId} />
        <Line label={t.add} max={300} />
      </ActionForm>
    </Section>
  )
}

function Errands({ visitId, talk, does }: Omit<Props, 'visitNo'>) {
  const t = useMessages(floor).errands
  const locale = useLocale()
  return (
    <Section title={t.title} card>
      {talk.errands.length === 0 && <p className="text-muted">{t.none}</p>}
      <ul className="grid gap-2">
        {talk.errands.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-0 flex-1 basis-56 wrap-anywhere">
              {one.text} <span className="text-muted text-sm">{nameIn(one.for, locale)}</span>
            </span>
            {one.doneAt ? (
              <Status shape="done">{t.done}</Status>
            ) : (
              <DoneButton id={one.id} text={one.text} action={does.done} />
            )}
          </li>
        ))}
      </ul>
      <ActionForm action={does.ask} resetOnOk okMessage={t.asked} className="mt-3">
        <input type="hidden" name="visitId" value={visitId} />
        <Field label={t.who} name="forId">
          <Select
            defaultValue=""
            options={[
              { value: '', label: t.me },
              ...talk.colleagues.map(({ id, here, ...who }) => ({
                value: id,
                label: here ? nameIn(who, locale) : t.away({ name: nameIn(who, locale) }),
              })),
            ]}
          />
        </Field>
        <Line label={t.add} max={200} />
      </ActionForm>
    </Section>
  )
}

function Line({ label, max, save }: { label: string; max: number; save?: string }) {
  const t = useMessages(floor).errands
  return (
    <div className="flex items-end gap-2">
      <Field label={label} name="text" className="flex-1">
        <Input maxLength={max} autoComplete="off" className="min-h-12" />
      </Field>
      <Submit variant="secondary" size="large">
        {save ?? t.ask}
      </Submit>
    </div>
  )
}

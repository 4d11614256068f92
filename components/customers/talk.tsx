'use client'

import { useState } from 'react'
import { useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { Choices } from '@/components/ui/choices'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { TextBefore } from '@/components/ui/text-before'
import { Textarea } from '@/components/ui/textarea'
import { Time } from '@/components/ui/time'
import { nameIn } from '@/lib/core/name-in'
import { NOTE_TOPICS, type NoteTopic } from '@/lib/customers/note'
import { appointments } from '@/lib/i18n/appointments'
import { desk } from '@/lib/i18n/desk'
import { floor } from '@/lib/i18n/floor'

type Note = { id: string; topic: string; text: string; at: Date }
type Lead = { id: string; text: string; createdAt: Date }
type Adviser = { id: string; name: string; nameEn: string }
/** Told where the page does not see by itself that something was kept. */
type Changed = { onChanged?: () => void }
type NoteProps = Changed & { customerId: string; notes: Note[]; action: FormAction }

const topicOf = (topic: string): NoteTopic => NOTE_TOPICS.find((one) => one === topic) ?? 'other'

/** Notes for a friendly talk (X-CRM-29), written and put right during the call. */
export function TalkNotes({ customerId, notes, action, onChanged }: NoteProps) {
  const t = useMessages(desk).file
  const { topics, topic } = useMessages(floor).talk
  return (
    <Section title={t.notes} card>
      {notes.length === 0 && <p className="text-muted">{t.noNotes}</p>}
      <ul className="grid gap-1">
        {notes.map((note) => (
          <li key={note.id} className="flex items-start gap-2">
            <span className="min-w-0 flex-1 wrap-anywhere">
              {note.topic !== 'other' && <Badge tone="slate">{topics[topicOf(note.topic)]}</Badge>}{' '}
              {note.text} <Time at={note.at} show="day" className="text-muted text-sm" />
            </span>
            <ChangeNote customerId={customerId} note={note} action={action} onChanged={onChanged} />
          </li>
        ))}
      </ul>
      <ActionForm action={action} resetOnOk okMessage={t.saved} onOk={onChanged} className="mt-3">
        <input type="hidden" name="customerId" value={customerId} />
        <Field label={topic} name="topic">
          <Select
            defaultValue="other"
            options={NOTE_TOPICS.map((value) => ({ value, label: topics[value] }))}
          />
        </Field>
        <div className="flex items-end gap-2">
          <Field label={t.addNote} name="text" className="flex-1">
            <Input maxLength={500} autoComplete="off" />
          </Field>
          <Submit variant="secondary">{t.save}</Submit>
        </div>
      </ActionForm>
    </Section>
  )
}

type OneNote = Omit<NoteProps, 'notes'> & { note: Note }

function ChangeNote({ customerId, note, action, onChanged }: OneNote) {
  const t = useMessages(desk).file
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="quiet" size="small" onClick={() => setOpen(true)}>
        {t.changeNote}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t.changeNoteTitle}>
        <ActionForm
          action={action}
          okMessage={t.saved}
          onOk={() => {
            setOpen(false)
            onChanged?.()
          }}
        >
          <input type="hidden" name="customerId" value={customerId} />
          <input type="hidden" name="noteId" value={note.id} />
          <TextBefore value={note.text} />
          <Field label={t.note} name="text" hint={t.emptyRemoves}>
            <Textarea rows={3} maxLength={500} defaultValue={note.text} />
          </Field>
          <Submit className="w-fit">{t.save}</Submit>
        </ActionForm>
      </Dialog>
    </>
  )
}

const CHANNELS = ['phone', 'sms', 'wechat'] as const

type PreferenceProps = Changed & {
  customer: { id: string; preferredAdviserId: string | null; preferredChannel: string }
  advisers: Adviser[]
  action: FormAction
}

export function Preferences({ customer, advisers, action, onChanged }: PreferenceProps) {
  const t = useMessages(desk).file
  const { anyAdviser } = useMessages(appointments).form
  const locale = useLocale()
  return (
    <details className="rounded-card border-line border px-4 py-2">
      <summary className="fold flex min-h-11 cursor-pointer items-center font-medium">
        {t.preferences}
      </summary>
      <ActionForm action={action} okMessage={t.saved} onOk={onChanged} className="py-2">
        <input type="hidden" name="customerId" value={customer.id} />
        <Field label={t.adviser} name="preferredAdviserId">
          <Select
            defaultValue={customer.preferredAdviserId ?? ''}
            options={[
              { value: '', label: anyAdviser },
              ...advisers.map((one) => ({ value: one.id, label: nameIn(one, locale) })),
            ]}
          />
        </Field>
        <Choices
          legend={t.channel}
          name="preferredChannel"
          defaultValue={CHANNELS.find((one) => one === customer.preferredChannel) ?? 'sms'}
          choices={CHANNELS.map((value) => ({ value, label: t.channels[value] }))}
        />
        <Submit variant="secondary" className="w-fit">
          {t.save}
        </Submit>
      </ActionForm>
    </details>
  )
}

type LeadProps = Changed & {
  customerId: string
  leads: Lead[]
  note: FormAction
  settle: FormAction
}

/** Needs that showed in a talk, each with what became of it (S1-94). */
export function Leads({ customerId, leads, note, settle, onChanged }: LeadProps) {
  const t = useMessages(desk).file
  return (
    <details className="rounded-card border-line border px-4 py-2" open={leads.length > 0 || undefined}>
      <summary className="fold flex min-h-11 cursor-pointer items-center font-medium">{t.leads}</summary>
      <ul className="divide-line divide-y">
        {leads.map((lead) => (
          <li key={lead.id} className="grid gap-1 py-2">
            <span className="wrap-anywhere">
              {lead.text} <Time at={lead.createdAt} show="day" className="text-muted text-sm" />
            </span>
            <ActionForm action={settle} okMessage={t.settled} onOk={onChanged} className="gap-2">
              <input type="hidden" name="leadId" value={lead.id} />
              <div className="flex flex-wrap gap-2">
                {(['won', 'lost'] as const).map((outcome) => (
                  <Submit key={outcome} variant="secondary" size="small" name="outcome" value={outcome}>
                    {t[outcome]}
                  </Submit>
                ))}
              </div>
            </ActionForm>
          </li>
        ))}
      </ul>
      <ActionForm action={note} resetOnOk okMessage={t.saved} onOk={onChanged} className="py-2">
        <input type="hidden" name="customerId" value={customerId} />
        <div className="flex items-end gap-2">
          <Field label={t.addLead} name="text" className="flex-1">
            <Input maxLength={500} autoComplete="off" />
          </Field>
          <Submit variant="secondary">{t.save}</Submit>
        </div>
      </ActionForm>
    </details>
  )
}

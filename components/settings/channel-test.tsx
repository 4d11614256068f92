'use client'

import { useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import type { FormState } from '@/lib/core/form-state'
import { usesTemplates } from '@/lib/dealership/channel-fields'
import type { ChannelKind } from '@/lib/dealership/message-channel'
import type { Outcome } from '@/lib/dealership/message-outcome'
import type { MessageTemplate } from '@/lib/dealership/message-templates'
import { messageChannels } from '@/lib/i18n/message-channels'

type TryChannel = (previous: FormState, form: FormData) => Promise<FormState & { outcome?: Outcome }>
type Props = { id: string; kind: ChannelKind; templates: MessageTemplate[]; action: TryChannel }

const LOOKS = { sent: 'good', later: 'warning', never: 'danger' } as const

/** Sends a test and shows what the provider said. */
export function ChannelTest({ id, kind, templates, action }: Props) {
  const t = useMessages(messageChannels)
  const [open, setOpen] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>()
  const title = t.testOf({ name: t.kinds[kind] })
  const send = async (previous: FormState, form: FormData) => {
    setOutcome(undefined)
    const { outcome: said, ...state } = await action(previous, form)
    setOutcome(said)
    return state
  }
  const chooses = usesTemplates(kind)
  const number = kind === 'aliyunSms' || kind === 'tencentSms'
  return (
    <>
      <Button size="small" aria-label={title} onClick={() => setOpen(true)}>
        {t.test}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title} lead={t.testLead}>
        {chooses && templates.length === 0 ? (
          <Notice kind="warning">{t.noTemplates}</Notice>
        ) : (
          <ActionForm action={send} className="text-left">
            <input type="hidden" name="id" value={id} />
            <Field
              label={t.testTo[kind]}
              name="to"
              required={kind !== 'webhook'}
              optional={kind === 'webhook'}
            >
              <Input
                type={number ? 'tel' : kind === 'smtp' ? 'email' : 'text'}
                autoComplete="off"
                maxLength={200}
              />
            </Field>
            {chooses && (
              <Field label={t.testTemplate} name="template" required>
                <Select options={templates.map((value) => ({ value, label: t.templates[value] }))} />
              </Field>
            )}
            <Submit className="self-end">{t.sendTest}</Submit>
            {outcome && <Said outcome={outcome} />}
          </ActionForm>
        )}
      </Dialog>
    </>
  )
}

function Said({ outcome }: { outcome: Outcome }) {
  const t = useMessages(messageChannels)
  return (
    <Notice kind={LOOKS[outcome.result]} announce>
      <p>{t.results[outcome.result]}</p>
      {outcome.result !== 'sent' && <p>{t.reasons[outcome.code]}</p>}
      {outcome.result !== 'sent' && outcome.detail && (
        <p className="text-sm break-all">{t.detail({ detail: outcome.detail })}</p>
      )}
    </Notice>
  )
}

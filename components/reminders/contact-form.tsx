'use client'

import { useEffect, useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { DateTimeInput, DigitsInput, Input, PhoneInput } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Submit } from '@/components/ui/submit'
import { Textarea } from '@/components/ui/textarea'
import { reminders } from '@/lib/i18n/reminders'
import { CONTACT_CHANNELS, CONTACT_RESULTS } from '@/lib/reminders/contact'
import { ATTEMPT_FORM } from './views'

type Props = {
  taskId: string
  scriptId: string | null
  phoneWrong: boolean
  calling: boolean
  /** Above this a call counts as long (S1-102). */
  longCallSeconds: number
  action: FormAction
}

/** What came of a try; a wrong number is put right in the same form. The seconds count from the tap on the number. */
export function ContactForm({ taskId, scriptId, phoneWrong, calling, longCallSeconds, action }: Props) {
  const t = useMessages(reminders)
  const [result, setResult] = useState('reached')
  const [seconds, setSeconds] = useState('')
  useEffect(() => {
    if (!calling) return
    const timer = setInterval(() => setSeconds((count) => String(Number(count) + 1)), 1000)
    return () => clearInterval(timer)
  }, [calling])
  return (
    <ActionForm id={ATTEMPT_FORM} action={action} okMessage={t.attempt.saved} aria-label={t.attempt.title}>
      <input type="hidden" name="taskId" value={taskId} />
      {scriptId && <input type="hidden" name="scriptId" value={scriptId} />}
      <Choices
        legend={t.attempt.result}
        name="result"
        value={result}
        onChange={setResult}
        choices={CONTACT_RESULTS.map((value) => ({
          value,
          label: <span className="whitespace-nowrap">{t.attempt.results[value]}</span>,
        }))}
      />
      {result === 'callLater' && (
        <Field label={t.attempt.callAt} name="callAt" required>
          <DateTimeInput />
        </Field>
      )}
      {(result === 'wrongNumber' || phoneWrong) && (
        <Field label={t.attempt.newPhone} name="newPhone" hint={t.attempt.newPhoneHint} optional>
          <PhoneInput autoComplete="off" />
        </Field>
      )}
      <Choices
        legend={t.attempt.channel}
        name="channel"
        defaultValue="phone"
        choices={CONTACT_CHANNELS.map((value) => ({ value, label: t.channels[value] }))}
      />
      <Field label={t.attempt.summary} name="summary" optional>
        <Textarea rows={2} maxLength={1000} />
      </Field>
      <Field label={t.attempt.need} name="need" optional>
        <Input maxLength={500} autoComplete="off" />
      </Field>
      <Checkbox name="readBack" label={t.attempt.readBack} />
      <Field label={t.attempt.seconds} name="seconds" optional className="max-w-40">
        <DigitsInput maxLength={5} value={seconds} onChange={(event) => setSeconds(event.target.value)} />
      </Field>
      {Number(seconds) > longCallSeconds && <Notice kind="warning">{t.attempt.long}</Notice>}
      <Submit className="w-fit">{t.attempt.save}</Submit>
    </ActionForm>
  )
}

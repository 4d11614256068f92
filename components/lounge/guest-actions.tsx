'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { ChipCheck } from '@/components/ui/chip'
import { Choices } from '@/components/ui/choices'
import { ConfirmButton } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { DateTimeInput, DigitsInput, Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import { PhotosToSend } from '@/components/visit/photos-to-send'
import { lounge } from '@/lib/i18n/lounge'
import { DELAY_CAUSES, DELAY_OPTIONS } from '@/lib/lounge/delay'
import { CARE_KINDS } from '@/lib/lounge/schemas'

type Of = { visitId: string; action: FormAction }

/** What is done, what comes next, minutes left, photographs. */
export function TellProgress({ visitId, action, urgent }: Of & { urgent: boolean }) {
  const t = useMessages(lounge)
  return (
    <ConfirmButton
      label={t.tell}
      title={t.tellTitle}
      confirmLabel={t.send}
      action={action}
      okMessage={t.told}
      variant={urgent ? 'primary' : 'secondary'}
    >
      <p className="text-muted">{t.tellLead}</p>
      <input type="hidden" name="visitId" value={visitId} />
      <Field label={t.done} name="done" hint={t.doneHint} required>
        <Input maxLength={200} />
      </Field>
      <Field label={t.next} name="next" hint={t.nextHint} optional>
        <Input maxLength={200} />
      </Field>
      <Field label={t.minutesLeft} name="minutesLeft" optional>
        <DigitsInput maxLength={4} />
      </Field>
      <PhotosToSend visitId={visitId} kind="progress" label={t.photo} />
    </ConfirmButton>
  )
}

/** Cause, new time, what is offered, what is taken. */
export function TellDelay({
  orderId,
  promisedAt,
  action,
}: {
  orderId: string
  promisedAt: string
  action: FormAction
}) {
  const t = useMessages(lounge)
  const { dateTime } = useFormat()
  const offers = DELAY_OPTIONS.filter((option) => option !== 'none')
  return (
    <ConfirmButton
      label={t.delay}
      title={t.delayTitle}
      confirmLabel={t.send}
      action={action}
      okMessage={t.delayTold}
    >
      <p className="text-muted">{t.delayLead({ time: dateTime(promisedAt) })}</p>
      <input type="hidden" name="orderId" value={orderId} />
      <Choices
        legend={t.cause}
        name="cause"
        look="list"
        defaultValue="partMissing"
        choices={DELAY_CAUSES.map((value) => ({ value, label: t.causes[value] }))}
      />
      <Field label={t.newTime} name="newPromisedAt" required>
        <DateTimeInput />
      </Field>
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t.offered}</legend>
        <div className="flex flex-wrap gap-2">
          {offers.map((value) => (
            <ChipCheck key={value} name="offered" value={value}>
              {t.options[value]}
            </ChipCheck>
          ))}
        </div>
      </fieldset>
      <Choices
        legend={t.choice}
        name="choice"
        defaultValue=""
        choices={[
          { value: '', label: t.notYetChosen },
          ...DELAY_OPTIONS.map((value) => ({ value, label: t.options[value] })),
        ]}
      />
      <Field label={t.cost} name="costYuan" optional>
        <DigitsInput maxLength={5} />
      </Field>
      <Field label={t.note} name="note" hint={t.noteHint} optional>
        <Textarea rows={2} maxLength={500} />
      </Field>
    </ConfirmButton>
  )
}

/** Care with words: kind and what it was. */
export function NoteCare({ visitId, action }: Of) {
  const t = useMessages(lounge)
  return (
    <ConfirmButton
      label={t.careMore}
      title={t.careTitle}
      action={action}
      okMessage={t.careNoted}
      variant="quiet"
    >
      <input type="hidden" name="visitId" value={visitId} />
      <Choices
        legend={t.care}
        name="kind"
        look="list"
        defaultValue="care"
        choices={CARE_KINDS.map((value) => ({ value, label: t.careKinds[value] }))}
      />
      <Field label={t.careText} name="text" hint={t.careTextHint} optional>
        <Input maxLength={300} />
      </Field>
    </ConfirmButton>
  )
}

export function AddPromise({ visitId, action }: Of) {
  const t = useMessages(lounge)
  return (
    <ConfirmButton
      label={t.addPromise}
      title={t.addPromise}
      action={action}
      okMessage={t.promiseMade}
      variant="quiet"
    >
      <input type="hidden" name="visitId" value={visitId} />
      <Field label={t.promiseText} name="text" required>
        <Input maxLength={300} />
      </Field>
    </ConfirmButton>
  )
}

export function Leaves({ visitId, action }: Of) {
  const t = useMessages(lounge)
  return (
    <ConfirmButton
      label={t.leaves}
      title={t.leavesTitle}
      action={action}
      okMessage={t.leavesNoted}
      variant="quiet"
    >
      <input type="hidden" name="visitId" value={visitId} />
      <input type="hidden" name="waiting" value="leaves" />
      <Field label={t.reachByLabel} name="reachBy" hint={t.reachByHint} required>
        <Input maxLength={120} />
      </Field>
    </ConfirmButton>
  )
}

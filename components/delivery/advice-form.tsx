'use client'

import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { DateInput, DigitsInput } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { Textarea } from '@/components/ui/textarea'
import { delivery } from '@/lib/i18n/delivery'

type Props = {
  orderId: string
  action: FormAction
  advice: { nextServiceOn: string | null; nextServiceKm: number | null; adviceText: string; useNotes: string }
}

/** The maintenance advice as the adviser writes it. */
export function AdviceForm({ orderId, action, advice }: Props) {
  const t = useMessages(delivery)
  return (
    <ActionForm action={action} okMessage={t.adviceSaved}>
      <input type="hidden" name="orderId" value={orderId} />
      <div className="tablet:grid-cols-2 grid gap-3">
        <Field label={t.nextServiceOn} name="nextServiceOn">
          <DateInput defaultValue={advice.nextServiceOn ?? ''} />
        </Field>
        <Field label={t.nextServiceKm} name="nextServiceKm">
          <DigitsInput defaultValue={advice.nextServiceKm ?? ''} />
        </Field>
      </div>
      <Field label={t.adviceText} name="adviceText" optional>
        <Textarea rows={3} defaultValue={advice.adviceText} />
      </Field>
      <Field label={t.useNotes} name="useNotes" hint={t.useNotesHint} optional>
        <Textarea rows={2} defaultValue={advice.useNotes} />
      </Field>
      <Submit variant="secondary" className="w-fit">
        {t.saveAdvice}
      </Submit>
    </ActionForm>
  )
}

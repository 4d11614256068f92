'use client'

import { Frown, Meh, Smile } from 'lucide-react'
import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { Submit } from '@/components/ui/submit'
import { Textarea } from '@/components/ui/textarea'
import { SATISFACTIONS } from '@/lib/follow-up/follow-up'
import { followUp } from '@/lib/i18n/follow-up'
import { Stars } from './stars'

const FACES = { verySatisfied: Smile, basicallySatisfied: Meh, disappointed: Frown }

type Props = {
  token: string
  orderId: string
  adviser: string | null
  technician: string | null
  action: FormAction
}

/** The customer's rating: one answer is enough, the rest is a gift. */
export function RatingForm({ token, orderId, adviser, technician, action }: Props) {
  const words = useMessages(followUp)
  const t = words.rating
  return (
    <ActionForm action={action} className="!gap-6">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="orderId" value={orderId} />
      <Choices
        legend={t.satisfaction}
        name="satisfaction"
        look="cards"
        required
        choices={SATISFACTIONS.map((value) => {
          const Face = FACES[value]
          return {
            value,
            label: (
              <span className="flex items-center gap-3 text-lg">
                <Face aria-hidden className="size-7" />
                {words.satisfactions[value]}
              </span>
            ),
          }
        })}
      />
      {adviser && <Stars name="adviserStars" legend={t.adviser({ name: adviser })} word={t.star} />}
      {technician && (
        <Stars name="technicianStars" legend={t.technician({ name: technician })} word={t.star} />
      )}
      <Field label={t.text} name="text" optional>
        <Textarea rows={4} />
      </Field>
      <Submit size="large" block>
        {t.send}
      </Submit>
    </ActionForm>
  )
}

'use client'

import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { reception } from '@/lib/i18n/reception'

type Props = {
  visitId: string
  parkedAt: string
  keyLocation: string
  action: FormAction
  /** The order of what was booked may follow at once, as far as the customer's signature. */
  orders: boolean
}

/** S2-47, S2-48: park, hang up the key, lead the customer inside. */
export function DeskCard({ visitId, parkedAt, keyLocation, action, orders }: Props) {
  const t = useMessages(reception)
  return (
    <Card data-print="no">
      <ActionForm action={action}>
        <input type="hidden" name="visitId" value={visitId} />
        <div className="tablet:grid-cols-2 grid gap-3">
          <Field label={t.parkedAt} name="parkedAt" hint={t.parkedHint} required>
            <Input defaultValue={parkedAt || t.parkedUsual} className="min-h-12" />
          </Field>
          <Field label={t.keyLocation} name="keyLocation" required>
            <Input defaultValue={keyLocation || t.keyUsual} className="min-h-12" />
          </Field>
        </div>
        <div className="flex flex-wrap gap-2">
          {orders && (
            <Submit size="large" name="then" value="signature">
              {t.toSignature}
            </Submit>
          )}
          <Submit size="large" variant={orders ? 'secondary' : 'primary'}>
            {t.toDesk}
          </Submit>
        </div>
      </ActionForm>
    </Card>
  )
}

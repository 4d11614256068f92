'use client'

import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { ChipCheck } from '@/components/ui/chip'
import { Submit } from '@/components/ui/submit'
import { reception } from '@/lib/i18n/reception'

/** S2-16: each piece of the dealership's kit gets its tick before anything else may begin. */
export function KitCard({
  visitId,
  kit,
  walkIn,
  action,
}: {
  visitId: string
  kit: readonly string[]
  /** Came without a booking: what booking ahead brings is explained and ticked (S1-89). */
  walkIn: boolean
  action: FormAction
}) {
  const t = useMessages(reception)
  const [ticked, setTicked] = useState(0)
  return (
    <Card className="mx-auto grid w-full max-w-xl gap-4">
      <h2 className="font-title text-xl font-semibold">{t.kit.title}</h2>
      <p className="text-muted">{t.kit.lead}</p>
      <ActionForm action={action}>
        <input type="hidden" name="visitId" value={visitId} />
        {ticked === 0 && <input type="hidden" name="allPieces" value="on" />}
        <fieldset
          onChange={(event) => setTicked(event.currentTarget.querySelectorAll('input:checked').length)}
        >
          <legend className="mb-2 text-sm font-medium">{t.kit.legend}</legend>
          <div className="tablet:grid-cols-2 grid gap-2">
            {kit.map((piece) => (
              <ChipCheck
                boxed
                key={piece}
                name="kitPieces"
                value={piece}
                className="rounded-card! desk:min-h-14 min-h-14 px-4 text-base!"
              >
                {t.kitPieces[piece] ?? piece}
              </ChipCheck>
            ))}
          </div>
        </fieldset>
        {walkIn && (
          <Checkbox name="bookingExplained" label={t.kit.explainBooking} hint={t.kit.explainBookingHint} />
        )}
        <Submit
          size="large"
          block
          className="break-keep"
          icon={<ShieldCheck aria-hidden className="size-5" />}
        >
          {ticked === 0 ? t.kit.startAll({ count: kit.length }) : t.kit.start}
        </Submit>
      </ActionForm>
    </Card>
  )
}

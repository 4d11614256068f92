'use client'

import { useState } from 'react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Submit } from '@/components/ui/submit'
import { nameIn } from '@/lib/core/name-in'
import { comeback } from '@/lib/i18n/comeback'
import type { ComplaintGroup } from '@/lib/reception/complaint-words'

type Props = {
  visitId: string
  proposal: {
    orderId: string
    no: string
    on: string
    days: number
    km: number | null
    groups: ComplaintGroup[]
    senior: { id: string; name: string; nameEn: string } | null
  }
  action: FormAction
}

/** S2-62: the same complaint came back; the adviser says whether it belongs to the earlier repair, and to whom the car goes. */
export function ComebackNotice({ visitId, proposal, action }: Props) {
  const t = useMessages(comeback)
  const format = useFormat()
  const locale = useLocale()
  const [hand, setHand] = useState(false)
  const { orderId, no, on, days, km, groups, senior } = proposal
  const answer = (yes: boolean) => (
    <ActionForm action={action} okMessage={yes ? t.tied : t.notTied}>
      <input type="hidden" name="visitId" value={visitId} />
      <input type="hidden" name="orderId" value={orderId} />
      <input type="hidden" name="yes" value={yes ? 'true' : ''} />
      {yes && hand && senior && <input type="hidden" name="adviserId" value={senior.id} />}
      <Submit variant={yes ? 'primary' : 'secondary'}>{yes ? t.yes : t.no}</Submit>
    </ActionForm>
  )
  return (
    <Notice kind="warning" className="mb-4">
      <div className="grid gap-2">
        <p className="font-medium">
          {t.title({ groups: format.list(groups.map((group) => t.groups[group])) })}
        </p>
        <p>
          <Link href={`/orders/${orderId}`} className="text-celadon-ink underline">
            {no}
          </Link>{' '}
          {t.since({ day: format.calendarDay(on), days, km: km === null ? '' : format.km(km) })}
        </p>
        {senior && (
          <Checkbox
            label={t.handTo({ name: nameIn(senior, locale) })}
            checked={hand}
            onChange={(event) => setHand(event.target.checked)}
            className="[&_label]:min-h-11"
          />
        )}
        <div className="flex flex-wrap gap-2">
          {answer(true)}
          {answer(false)}
        </div>
      </div>
    </Notice>
  )
}

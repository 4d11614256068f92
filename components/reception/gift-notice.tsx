'use client'

import { Check } from 'lucide-react'
import { useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Notice } from '@/components/ui/notice'
import { Submit } from '@/components/ui/submit'
import { nameIn } from '@/lib/core/name-in'
import { gifts as words } from '@/lib/i18n/gifts'

type Props = {
  visitId: string
  gifts: { id: string; name: string; nameEn: string; given: boolean }[]
  action: FormAction
}

/** What a customer who has booked gets besides; ticked when it was handed over. */
export function GiftNotice({ visitId, gifts, action }: Props) {
  const t = useMessages(words)
  const locale = useLocale()
  if (gifts.length === 0) return null
  return (
    <Notice className="mb-6">
      <p className="font-medium">{t.forBooker}</p>
      <ul className="grid gap-1">
        {gifts.map((gift) => (
          <li key={gift.id} className="flex flex-wrap items-center gap-3">
            <span>{nameIn(gift, locale)}</span>
            {gift.given ? (
              <span className="text-muted inline-flex items-center gap-1">
                <Check aria-hidden className="size-4" />
                {t.given}
              </span>
            ) : (
              <ActionForm action={action} okMessage={t.kept}>
                <input type="hidden" name="visitId" value={visitId} />
                <input type="hidden" name="giftId" value={gift.id} />
                <Submit variant="secondary" size="small">
                  {t.give}
                </Submit>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

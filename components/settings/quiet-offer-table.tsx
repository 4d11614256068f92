'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Submit } from '@/components/ui/submit'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { QuietOffer } from '@/lib/dealership/quiet-offer'
import { settings } from '@/lib/i18n/settings'
import { useWeekdayName } from './hours-row'

/** The discounts at quiet times; with an action they can be taken back. */
export function QuietOfferTable({
  offers,
  action,
}: {
  offers: (QuietOffer & { id: string })[]
  action?: FormAction
}) {
  const t = useMessages(settings)
  const f = useFormat()
  const weekdayName = useWeekdayName()
  return (
    <Table stacked caption={t.parts['quiet-times']}>
      <thead>
        <tr>
          <Th>{t.weekdays}</Th>
          <Th>{t.quietTimes}</Th>
          <Th>{t.quietDays}</Th>
          <Th>{t.quietPercent}</Th>
          <Th>
            <span className="sr-only">{t.quietWithdraw}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {offers.map((offer) => {
          const weekdays = f.list(offer.weekdays.map(weekdayName))
          return (
            <Tr key={offer.id}>
              <Td className="font-medium">{weekdays}</Td>
              <Td className="tabular whitespace-nowrap">
                {offer.from}–{offer.to}
              </Td>
              <Td className="tabular">
                {f.calendarDay(offer.firstDay)} – {f.calendarDay(offer.lastDay)}
              </Td>
              <Td className="tabular">{f.percent(offer.discountBp)}</Td>
              <Td className="text-right">
                {action && (
                  <ActionForm action={action} okMessage={t.saved}>
                    <input type="hidden" name="id" value={offer.id} />
                    <Submit
                      variant="quiet"
                      size="small"
                      aria-label={t.quietWithdrawOf({ what: `${weekdays} ${offer.from}–${offer.to}` })}
                    >
                      {t.quietWithdraw}
                    </Submit>
                  </ActionForm>
                )}
              </Td>
            </Tr>
          )
        })}
      </tbody>
    </Table>
  )
}

import { CalendarClock } from 'lucide-react'
import type { Metadata } from 'next'
import { GiftList } from '@/components/settings/gift-list'
import { QuietOfferDialog } from '@/components/settings/quiet-offer-dialog'
import { QuietOfferTable } from '@/components/settings/quiet-offer-table'
import { SettingsTabs } from '@/components/settings/settings-tabs'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Empty } from '@/components/ui/empty'
import { may } from '@/lib/auth/permissions'
import { bookingGifts } from '@/lib/dealership/server/booking-gifts'
import { quietOffers } from '@/lib/dealership/server/quiet-offers'
import { settings } from '@/lib/i18n/settings'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { offerGift, offerQuiet, withdrawGift, withdrawQuiet } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: settings[await currentLocale()].parts['quiet-times'] }
}

export default async function QuietTimesPage() {
  const context = await requireContext('setting.read')
  const locale = await currentLocale()
  const t = settings[locale]
  const { offers, today } = await quietOffers(context, {})
  const mayAdd = may(context.actor, 'quietOffer.add')
  return (
    <Page>
      <PageHeader
        title={t.parts['quiet-times']}
        lead={t.quietLead}
        action={mayAdd && <QuietOfferDialog today={today} action={offerQuiet} />}
      >
        <SettingsTabs actor={context.actor} locale={locale} current="quiet-times" />
      </PageHeader>
      {offers.length === 0 ? (
        <Empty title={t.quietNone} icon={<CalendarClock aria-hidden />}>
          {t.quietNoneHint}
        </Empty>
      ) : (
        <QuietOfferTable
          offers={offers}
          action={may(context.actor, 'quietOffer.withdraw') ? withdrawQuiet : undefined}
        />
      )}
      <p className="text-muted mt-4 mb-8 text-sm">{t.quietRule}</p>
      <GiftList
        rows={await bookingGifts(context, {})}
        today={today}
        add={may(context.actor, 'bookingGift.add') ? offerGift : undefined}
        withdraw={may(context.actor, 'bookingGift.withdraw') ? withdrawGift : undefined}
      />
    </Page>
  )
}

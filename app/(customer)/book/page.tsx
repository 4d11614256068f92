import { redirect } from 'next/navigation'
import { DealershipCards } from '@/components/appointments/dealership-cards'
import { CustomerShell } from '@/components/shell/customer-shell'
import { booking } from '@/lib/i18n/booking'
import { common } from '@/lib/i18n/common'
import { currentLocale } from '@/lib/server/locale'
import { publicDealerships } from './dealerships'

export default async function ChooseDealership() {
  const locale = await currentLocale()
  const t = booking[locale].choose
  const all = await publicDealerships()
  const [only] = all
  if (only && all.length === 1) redirect(`/book/${encodeURIComponent(only.code)}`)
  return (
    <CustomerShell dealership={common[locale].productName} timeZone={only?.timeZone ?? 'Asia/Shanghai'}>
      <h1 className="font-title text-2xl font-semibold">{t.title}</h1>
      <p className="text-muted mb-5">{t.lead}</p>
      <DealershipCards dealerships={all} locale={locale} />
    </CustomerShell>
  )
}

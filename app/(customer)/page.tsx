import { Check } from 'lucide-react'
import { Link } from '@/components/ui/link'
import { DealershipCards } from '@/components/appointments/dealership-cards'
import { CustomerShell } from '@/components/shell/customer-shell'
import { LinkButton } from '@/components/ui/link-button'
import { booking } from '@/lib/i18n/booking'
import { common } from '@/lib/i18n/common'
import { STEPS } from '@/lib/core/step'
import { steps } from '@/lib/i18n/steps'
import { currentLocale } from '@/lib/server/locale'
import { publicDealerships } from './book/dealerships'

export default async function Landing() {
  const locale = await currentLocale()
  const t = booking[locale].landing
  const all = await publicDealerships()
  return (
    <CustomerShell dealership={common[locale].productName} timeZone={all[0]?.timeZone ?? 'Asia/Shanghai'}>
      <h1 className="font-title text-3xl leading-tight font-semibold">{t.title}</h1>
      <p className="text-muted mt-2 text-lg">{t.lead}</p>
      <ol aria-label={common[locale].productLine} className="my-6 grid grid-cols-8 gap-px">
        {STEPS.map((step) => (
          <li
            key={step}
            className="bg-celadon-soft text-celadon-ink first:rounded-l-control last:rounded-r-control grid justify-items-center gap-0.5 py-2"
            title={steps[locale][step].full}
          >
            <span className="font-title text-lg">{steps[locale][step].mark}</span>
          </li>
        ))}
      </ol>
      {all.length > 0 && (
        <LinkButton href="/book" variant="primary" size="large" block>
          {t.book}
        </LinkButton>
      )}
      <ul className="my-6 grid gap-2">
        {t.benefits.map((benefit) => (
          <li key={benefit} className="flex items-center gap-2">
            <Check aria-hidden className="text-pine size-5 shrink-0" />
            {benefit}
          </li>
        ))}
      </ul>
      <DealershipCards dealerships={all} locale={locale} />
      <p className="mt-8 text-center">
        <Link
          href="/sign-in"
          className="text-celadon-ink inline-flex min-h-11 items-center underline underline-offset-4"
        >
          {t.staff}
        </Link>
      </p>
    </CustomerShell>
  )
}

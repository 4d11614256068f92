import { Heart, Smile } from 'lucide-react'
import type { Metadata } from 'next'
import { RatingForm } from '@/components/follow-up/rating-form'
import { CustomerShell } from '@/components/shell/customer-shell'
import { Empty } from '@/components/ui/empty'
import { LinkButton } from '@/components/ui/link-button'
import { ordersOfVisit } from '@/lib/delivery/server/papers'
import { followUp } from '@/lib/i18n/follow-up'
import { currentLocale } from '@/lib/server/locale'
import { customerContext, linkPath } from '../context'
import { rate } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: followUp[await currentLocale()].rating.title }
}

export default async function Rating({ params }: PageProps<'/v/[token]/rating'>) {
  const { token } = await params
  const context = await customerContext(token, 'rating')
  const locale = await currentLocale()
  const t = followUp[locale].rating
  const english = locale === 'en'
  const { name, nameEn, phone } = context.dealership
  const dealership = english && nameEn ? nameEn : name
  const delivered = (await ordersOfVisit(context, {})).filter(({ deliveredAt }) => deliveredAt)
  const open = context.showsOnly ? undefined : delivered.find(({ rating }) => !rating)
  const word = (row: { name: string; nameEn: string }) => (english && row.nameEn ? row.nameEn : row.name)
  const technician = open?.jobs.find(({ doneBy }) => doneBy)?.doneBy
  return (
    <CustomerShell dealership={dealership} phone={phone} timeZone={context.timeZone}>
      {open ? (
        <>
          <h1 className="font-title text-2xl font-semibold">{t.title}</h1>
          <p className="text-muted mt-1 mb-5">{t.lead({ dealership })}</p>
          <div className="rounded-card bg-sunk mb-6 px-4 py-3">
            <p className="text-muted text-sm">{t.done}</p>
            <ul className="list-disc pl-5">
              {open.jobs.map((job) => (
                <li key={job.id}>{english && job.titleEn ? job.titleEn : job.title}</li>
              ))}
            </ul>
          </div>
          <RatingForm
            token={token}
            orderId={open.id}
            adviser={open.adviser && word(open.adviser)}
            technician={technician ? word(technician) : null}
            action={rate}
          />
        </>
      ) : delivered.length > 0 ? (
        <Empty
          heads
          title={t.thanks}
          icon={<Heart aria-hidden />}
          action={<LinkButton href={linkPath(token)}>{t.toProgress}</LinkButton>}
        >
          {t.thanksText}
        </Empty>
      ) : (
        <Empty
          heads
          title={t.notYet}
          icon={<Smile aria-hidden />}
          action={<LinkButton href={linkPath(token)}>{t.toProgress}</LinkButton>}
        >
          {t.notYetHint}
        </Empty>
      )}
    </CustomerShell>
  )
}

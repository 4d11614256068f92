import bwipjs from 'bwip-js/generic'
import { Check } from 'lucide-react'
import type { Locale } from '@/lib/core/locale'
import { booking } from '@/lib/i18n/booking'
import { percent, phone } from '@/lib/i18n/format'

export type Notice = { name: string; nameEn: string; phone: string; url: string; discountBp: number }

/** A sheet for the wall of reception and lounge that invites people to book, in the languages given, the first one large. */
export function BookingNotice({ notice, locales }: { notice: Notice; locales: readonly Locale[] }) {
  const svg = bwipjs.toSVG({
    bcid: 'qrcode',
    text: notice.url,
    paddingwidth: 2,
    paddingheight: 2,
    backgroundcolor: 'FFFFFF',
  })
  const [first = 'zh-CN'] = locales
  return (
    <article className="grid justify-items-center gap-6 py-4 text-center print:min-h-[24cm] print:content-between print:gap-8">
      {locales.slice(0, 1).map((locale) => (
        <Invitation key={locale} notice={notice} locale={locale} large />
      ))}
      <figure className="grid justify-items-center gap-2">
        <img
          src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
          alt={booking[first].notice.code}
          className="size-64 rounded-sm bg-white print:size-[9cm]"
        />
        <figcaption className="tabular max-w-full text-sm break-all">{notice.url}</figcaption>
      </figure>
      {locales.slice(1).map((locale) => (
        <Invitation key={locale} notice={notice} locale={locale} />
      ))}
      <p className="tabular text-lg">
        {locales.map((locale) => houseName(notice, locale)).join(' · ')} ·{' '}
        <span className="tabular whitespace-nowrap">{phone(notice.phone)}</span>
      </p>
    </article>
  )
}

const houseName = ({ name, nameEn }: Notice, locale: Locale) => (locale === 'en' && nameEn ? nameEn : name)

function Invitation({ notice, locale, large }: { notice: Notice; locale: Locale; large?: boolean }) {
  const words = booking[locale]
  return (
    <section lang={locale} className="grid justify-items-center gap-3">
      <h2 className={large ? 'font-title text-4xl font-semibold' : 'font-title text-2xl font-semibold'}>
        {words.notice.title}
      </h2>
      <p className={large ? 'text-xl' : 'text-lg'}>{words.notice.lead}</p>
      <ul className={large ? 'grid gap-2 text-left text-xl' : 'grid gap-1 text-left text-lg'}>
        {words.landing.benefits.map((benefit) => (
          <li key={benefit} className="flex items-center gap-2">
            <Check aria-hidden className="text-celadon-ink size-6 shrink-0" />
            {benefit}
          </li>
        ))}
      </ul>
      {notice.discountBp > 0 && (
        <p className={large ? 'text-xl font-medium' : 'text-lg font-medium'}>
          {words.notice.discount({ percent: percent(notice.discountBp, locale) })}
        </p>
      )}
    </section>
  )
}

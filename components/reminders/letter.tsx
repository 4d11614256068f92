import bwipjs from 'bwip-js/generic'
import { nameIn } from '@/lib/core/name-in'
import type { Locale } from '@/lib/core/locale'
import { calendarDay, percent } from '@/lib/i18n/format'
import { letters } from '@/lib/i18n/letters'
import { ownCars } from '@/lib/i18n/own-cars'
import type { ContactClass } from '@/lib/reminders/contact'
import type { WrittenFacts } from '@/lib/reminders/written'

export type LetterView = {
  class: ContactClass
  customer: { name: string; formOfAddress: string; address: string; locale: Locale }
  owner: { name: string; nameEn: string } | null
  facts: WrittenFacts
  url: string
}
export type LetterHouse = { name: string; nameEn: string; phone: string; address: string; addressEn: string }

type Props = { letter: LetterView; house: LetterHouse; today: string }

/** One letter on one A4 page: the address where a window envelope shows it, the words of its list, the code that books. */
export function Letter({ letter: { class: of, customer, owner, facts, url }, house, today }: Props) {
  const { locale } = customer
  const t = letters[locale]
  const day = (one: string | null) => (one ? calendarDay(one, locale) : '')
  const title =
    ownCars[locale].titles[customer.formOfAddress] ?? (locale === 'en' ? '' : customer.formOfAddress)
  const name = nameIn(house, locale)
  const address = locale === 'en' && house.addressEn ? house.addressEn : house.address
  return (
    <article
      lang={locale}
      data-letter
      className="border-line bg-surface rounded-card grid content-start gap-6 border p-8 print:min-h-[255mm] print:break-after-page print:border-0 print:p-0"
    >
      <header className="flex flex-wrap justify-between gap-4 text-sm">
        <strong className="font-title text-lg font-semibold">{name}</strong>
        <span className="text-right">
          {address}
          <br />
          <span className="tabular">{house.phone}</span>
        </span>
      </header>
      <address className="min-h-[30mm] not-italic">
        {customer.name}
        {locale === 'zh-CN' && customer.formOfAddress}
        <br />
        <span className="whitespace-pre-line">{customer.address}</span>
      </address>
      <p className="tabular text-right">{calendarDay(today, locale)}</p>
      <h2 className="font-title text-xl font-semibold">{t.subjects[of]}</h2>
      <p>{t.greeting({ name: customer.name, title })}</p>
      <p>
        {t.bodies[of]({
          plate: facts.plate,
          day: day(facts.dueOn),
          occasion: facts.occasion ?? '',
          from: day(facts.fromOn),
          until: day(facts.until),
        })}
      </p>
      {facts.offer && of !== 'recall' && <p>{t.offer({ offer: facts.offer, until: day(facts.until) })}</p>}
      {facts.package && <p>{t.package({ name: facts.package })}</p>}
      {facts.labourBp < 10_000 && of !== 'recall' && (
        <p>{t.labour({ share: percent(10_000 - facts.labourBp, locale) })}</p>
      )}
      <p>{t.benefits}</p>
      <div className="flex items-center gap-6">
        <img src={codeOf(url)} alt={t.code} className="size-32 rounded-sm bg-white print:size-[35mm]" />
        <p>{t.book({ phone: house.phone })}</p>
      </div>
      <p>
        {t.close}
        <br />
        {owner ? `${nameIn(owner, locale)}, ${name}` : name}
      </p>
      {of !== 'recall' && <p className="text-muted mt-auto text-sm">{t.stop}</p>}
    </article>
  )
}

const codeOf = (text: string): string => {
  const svg = bwipjs.toSVG({
    bcid: 'qrcode',
    text,
    paddingwidth: 2,
    paddingheight: 2,
    backgroundcolor: 'FFFFFF',
  })
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

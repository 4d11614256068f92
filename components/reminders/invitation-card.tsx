'use client'

import { CalendarPlus, Check } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { draftKey, emptyDraft, keepDraft } from '@/components/appointments/draft'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { Card, Facts } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Plate } from '@/components/visit/plate'
import { nameIn } from '@/lib/core/name-in'
import { booking } from '@/lib/i18n/booking'
import { invitation } from '@/lib/i18n/invitation'
import { ownCars } from '@/lib/i18n/own-cars'
import type { ContactClass } from '@/lib/reminders/contact'

export type Invited = {
  class: ContactClass
  name: string
  formOfAddress: string
  plate: string
  hasPlate: boolean
  dueOn: string
  package: { id: string; name: string; nameEn: string } | null
  discountBp: number
  occasion: string
  offer: string
}

type Props = {
  invited: Invited
  token: string
  code: string
  /** Packages that can be booked online now. */
  offeredIds: string[]
}

/** What the message has said, and the way to a time: car and work are taken along. */
export function InvitationCard({ invited, token, code, offeredIds }: Props) {
  const t = useMessages(invitation)
  const { titles } = useMessages(ownCars)
  const { landing, whyBook } = useMessages(booking)
  const locale = useLocale()
  const format = useFormat()
  const router = useRouter()
  const { class: of, plate, discountBp, occasion, offer } = invited
  const offered = invited.package && offeredIds.includes(invited.package.id) ? invited.package.id : null
  const work = invited.package ? nameIn(invited.package, locale) : occasion || t.wishes[of]
  const until = of === 'recall' || of === 'campaign'
  const choose = () => {
    keepDraft(draftKey(code), {
      ...emptyDraft,
      ...(invited.hasPlate
        ? { by: 'plate' as const, province: plate.charAt(0), rest: plate.slice(1) }
        : { by: 'vin' as const, vin: plate }),
      packageIds: offered ? [offered] : [],
      wishes: offered ? [''] : [work],
      name: invited.name,
      invited: token,
      asInvited: true,
    })
    router.push(`/book/${encodeURIComponent(code)}?step=time`)
  }
  return (
    <div className="grid gap-4">
      <h1 className="font-title text-2xl font-semibold">
        {t.hello({
          name: invited.name,
          title: titles[invited.formOfAddress] ?? (locale === 'en' ? '' : invited.formOfAddress),
        })}
      </h1>
      <p>{t.leads[of]}</p>
      <Card>
        <Facts
          facts={[
            { term: t.car, value: <Plate plate={plate} /> },
            { term: t.work, value: work },
            { term: until ? t.until : t.dueOn, value: format.calendarDay(invited.dueOn) },
            ...(offer ? [{ term: t.offer, value: offer }] : []),
            ...(discountBp < 10_000 && of !== 'recall'
              ? [{ term: t.offer, value: t.labour({ share: format.percent(10_000 - discountBp) }) }]
              : []),
          ]}
        />
      </Card>
      <Button
        size="large"
        variant="primary"
        block
        icon={<CalendarPlus aria-hidden className="size-5" />}
        onClick={choose}
      >
        {t.choose}
      </Button>
      <p className="text-muted text-sm">{t.codeLater}</p>
      <section className="border-line border-t pt-4">
        <h2 className="text-sm font-medium">{whyBook}</h2>
        <ul className="mt-1 grid gap-1 text-sm">
          {landing.benefits.map((benefit) => (
            <li key={benefit} className="flex items-start gap-2">
              <Check aria-hidden className="text-celadon-ink mt-0.5 size-4 shrink-0" />
              {benefit}
            </li>
          ))}
        </ul>
      </section>
      {of !== 'recall' && (
        <Link
          href={`/book/${encodeURIComponent(code)}/car/${token}/stop`}
          className="text-muted flex min-h-11 items-center text-sm underline underline-offset-4"
        >
          {t.stopLink}
        </Link>
      )}
    </div>
  )
}

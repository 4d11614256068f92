'use client'

import { Link } from '@/components/ui/link'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { Card, Facts, Section } from '@/components/ui/card'
import { phone } from '@/lib/i18n/format'
import { orders } from '@/lib/i18n/orders'

type Props = {
  visitId: string
  sender: { name: string; phone: string }
  owner: { name: string; phone: string } | null
  payer: { name: string } | null
  adviser: { name: string; nameEn: string } | null
  vehicle: { vin: string | null; brand: string; model: string }
  odometerKm: number | null
  waits: boolean
  statement: string
  preliminary: string
  comebackOf: { id: string; no: string } | null
}

const person = (who: { name: string; phone: string }) =>
  [who.name, who.phone && phone(who.phone)].filter(Boolean).join(' · ')

/** Who brought the car, whose it is, and what was said at reception; missing data stand out (S3-39). */
export function PeopleCard(props: Props) {
  const {
    visitId,
    sender,
    owner,
    payer,
    adviser,
    vehicle,
    odometerKm,
    waits,
    statement,
    preliminary,
    comebackOf,
  } = props
  const t = useMessages(orders).desk
  const format = useFormat()
  const english = useLocale() === 'en'
  const facts = [
    { term: t.sender, value: person(sender) },
    {
      term: t.owner,
      value: owner && owner.name !== sender.name ? person(owner) : t.sameOwner,
    },
    ...(payer && payer.name !== sender.name ? [{ term: t.payer, value: payer.name }] : []),
    { term: t.vehicle, value: `${vehicle.brand} ${vehicle.model}` },
    {
      term: t.vin,
      value: vehicle.vin ? (
        <span className="break-all">{vehicle.vin}</span>
      ) : (
        <Badge tone="amber">{t.noVin}</Badge>
      ),
    },
    ...(odometerKm === null ? [] : [{ term: t.odometer, value: format.km(odometerKm) }]),
    ...(adviser ? [{ term: t.adviser, value: (english && adviser.nameEn) || adviser.name }] : []),
    ...(comebackOf
      ? [
          {
            term: t.comebackOf,
            value: (
              <Link href={`/orders/${comebackOf.id}`} className="text-celadon-ink">
                {comebackOf.no}
              </Link>
            ),
          },
        ]
      : []),
  ]
  return (
    <Section title={t.visit}>
      <Card className="grid gap-3">
        <Facts facts={facts} />
        <div className="tablet:max-desk:grid-cols-2 grid content-start gap-3">
          {statement && <Said term={t.statement} text={statement} />}
          {preliminary && <Said term={t.preliminary} text={preliminary} />}
          <p className="flex flex-wrap items-center gap-3">
            <Badge tone={waits ? 'amber' : 'neutral'}>{waits ? t.waits : t.leaves}</Badge>
            <Link
              href={`/reception/${visitId}`}
              className="text-celadon-ink desk:min-h-9 inline-flex min-h-11 items-center"
            >
              {t.openVisit}
            </Link>
          </p>
        </div>
      </Card>
    </Section>
  )
}

const Said = ({ term, text }: { term: string; text: string }) => (
  <div>
    <p className="text-muted text-sm">{term}</p>
    <p className="whitespace-pre-line">{text}</p>
  </div>
)

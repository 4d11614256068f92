'use client'

import { Plus } from 'lucide-react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Status } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card, Section } from '@/components/ui/card'
import type { FormAction } from '@/components/ui/action-form'
import { condition } from '@/lib/i18n/condition'
import { foundText } from '@/lib/i18n/found-text'
import { nameIn } from '@/lib/orders/views'
import { CHECKED_PARTS, isWornOut, type Found } from '@/lib/reception/found'
import { offersFor } from '@/lib/reception/found-offers'
import type { PackageChoice } from './add-line'
import type { Operation } from './operation-finder'
import { Refused } from './refused'
import { usePost } from './use-post'

type Props = {
  orderId: string
  found: (Found & { jobId: string | null })[]
  packages: PackageChoice[]
  operations: Operation[]
  editable: boolean
  take: FormAction
}

const MOST_OFFERS = 2

/** S2-36, S2-37: what was seen at the car, part by part, each one tap away from the order. */
export function FoundCard({ orderId, found, packages, operations, editable, take }: Props) {
  const t = useMessages(condition)
  const { state, pending, post } = usePost(take)
  if (found.length === 0) return null
  return (
    <Section title={t.foundTitle} aside={t.foundCount({ count: found.length })}>
      <Card className="grid gap-4" aria-busy={pending}>
        <Refused state={state} />
        {CHECKED_PARTS.map((part) => ({ part, rows: found.filter((one) => one.part === part) }))
          .filter(({ rows }) => rows.length > 0)
          .map(({ part, rows }) => (
            <div key={part}>
              <h3 className="text-muted mb-1 text-sm font-medium">{t.parts[part]}</h3>
              <ul className="grid gap-2">
                {rows.map((one) => (
                  <Row
                    key={one.key}
                    one={one}
                    packages={packages}
                    operations={operations}
                    disabled={pending}
                    take={
                      editable && !one.jobId
                        ? (as) =>
                            post({
                              orderId,
                              key: one.key,
                              title: foundText(one, 'zh-CN').slice(0, 120),
                              titleEn: foundText(one, 'en').slice(0, 120),
                              ...as,
                            })
                        : undefined
                    }
                  />
                ))}
              </ul>
            </div>
          ))}
      </Card>
    </Section>
  )
}

type RowProps = Pick<Props, 'packages' | 'operations'> & {
  one: Found & { jobId: string | null }
  disabled: boolean
  take?: (as: Record<string, string>) => void
}

function Row({ one, packages, operations, disabled, take }: RowProps) {
  const t = useMessages(condition)
  const locale = useLocale()
  const format = useFormat()
  const text = foundText(one, locale)
  const texts = [foundText(one, 'zh-CN'), foundText(one, 'en')]
  const offers = take
    ? [
        ...offersFor(one, texts, packages).map((offer) => ({
          as: { packageId: offer.id },
          name: nameIn(locale, offer),
          price: ` ${format.money(offer.priceFen, { cents: false })}`,
        })),
        ...offersFor(one, texts, operations).map((offer) => ({
          as: { operationId: offer.id },
          name: nameIn(locale, offer),
          price: '',
        })),
      ].slice(0, MOST_OFFERS)
    : []
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="min-w-0 flex-1 basis-48">
        {isWornOut(one) && (
          <Status shape="late" className="mr-2">
            {t.levels.limit}
          </Status>
        )}
        {text}
      </span>
      {one.jobId && <Status shape="done">{t.foundTaken}</Status>}
      {take && (
        <span className="flex flex-wrap gap-2">
          {offers.map(({ as, name, price }) => (
            <Button
              key={name}
              disabled={disabled}
              aria-label={t.foundTakeAs({ what: text, as: name })}
              icon={<Plus aria-hidden className="size-4" />}
              onClick={() => take(as)}
            >
              {name}
              <span className="text-muted tabular text-sm font-normal">{price}</span>
            </Button>
          ))}
          <Button
            disabled={disabled}
            aria-label={t.foundTakeOf({ what: text })}
            icon={<Plus aria-hidden className="size-4" />}
            onClick={() => take({})}
          >
            {t.foundTake}
          </Button>
        </span>
      )}
    </li>
  )
}

'use client'

import clsx from 'clsx'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { Submit } from '@/components/ui/submit'
import { estimate } from '@/lib/i18n/estimate'
import type { CustomerChoice } from '@/lib/orders/choices'
import { nameIn, titleIn } from '@/lib/orders/views'

type Props = { choices: CustomerChoice[][]; token: string; choose: FormAction }

/** Good, better, best on the customer's phone: one of each counts, and the total follows. */
export function CustomerChoices({ choices, token, choose }: Props) {
  const t = useMessages(estimate).choices
  const locale = useLocale()
  const format = useFormat()
  if (!choices.length) return null
  return (
    <Section title={t.customerTitle}>
      <p className="text-muted mb-3">{t.customerLead}</p>
      <div className="grid gap-4">
        {choices.map((offered) => (
          <ul key={offered[0]?.jobId} className="grid gap-2">
            {offered.map(({ jobId, title, titleEn, parts, rank, totalFen, chosen }) => (
              <li
                key={jobId}
                className={clsx(
                  'rounded-card border p-3',
                  chosen ? 'border-celadon bg-celadon-soft' : 'border-line bg-surface',
                )}
              >
                <p className="flex flex-wrap items-center gap-2">
                  <Badge tone={chosen ? 'celadon' : 'neutral'}>{t.ranks[rank]}</Badge>
                  <span className="min-w-0 flex-1 basis-40">
                    <span className="block font-medium">
                      {parts.length
                        ? parts.map((part) => nameIn(locale, part)).join(' · ')
                        : titleIn(locale, { title, titleEn })}
                    </span>
                    {parts.length > 0 && (
                      <span className="text-muted block text-sm">{titleIn(locale, { title, titleEn })}</span>
                    )}
                  </span>
                  <span className="tabular font-medium">{format.money(totalFen)}</span>
                </p>
                {chosen ? (
                  <p className="text-celadon-ink mt-2 font-medium">{t.customerChosen}</p>
                ) : (
                  <ActionForm action={choose} className="mt-2">
                    <input type="hidden" name="token" value={token} />
                    <input type="hidden" name="jobId" value={jobId} />
                    <Submit
                      variant="secondary"
                      block
                      aria-label={t.choose({
                        title: [
                          titleIn(locale, { title, titleEn }),
                          ...parts.map((part) => nameIn(locale, part)),
                        ].join(' · '),
                      })}
                    >
                      {t.take}
                    </Submit>
                  </ActionForm>
                )}
              </li>
            ))}
          </ul>
        ))}
      </div>
    </Section>
  )
}

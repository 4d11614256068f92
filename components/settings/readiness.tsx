import { Circle, CircleCheck } from 'lucide-react'
import { Link } from '@/components/ui/link'
import { Card } from '@/components/ui/card'
import type { ReadinessStep } from '@/lib/catalogue/readiness'
import type { Locale } from '@/lib/core/locale'
import { settings } from '@/lib/i18n/settings'

const WHERE: Record<ReadinessStep, string> = {
  hours: '/settings/hours',
  bays: '/settings/bays',
  advisers: '/settings/staff',
  technicians: '/settings/staff',
  attendance: '/settings/shifts',
  operations: '/settings/catalogue/operations',
  rates: '/settings/catalogue/rates',
  packages: '/settings/catalogue',
}
type Props = { steps: { step: ReadinessStep; done: boolean }[]; locale: Locale }

/** What is still missing before a customer can book; nothing once all of it stands. */
export function Readiness({ steps, locale }: Props) {
  const t = settings[locale].readiness
  const open = steps.filter(({ done }) => !done).length
  if (open === 0) return null
  return (
    <Card className="mb-8">
      <h2 className="font-title text-lg font-semibold">{t.title}</h2>
      <p className="text-muted">{t.open({ count: open })}</p>
      <ul className="tablet:grid-cols-2 mt-2 grid gap-x-6">
        {steps.map(({ step, done }) => (
          <li key={step}>
            <Link
              href={WHERE[step]}
              className="desk:min-h-9 hover:bg-hover rounded-control flex min-h-11 items-center gap-2 px-2 py-1"
            >
              {done ? (
                <CircleCheck aria-hidden className="text-pine size-5 shrink-0" />
              ) : (
                <Circle aria-hidden className="text-muted size-5 shrink-0" />
              )}
              <span className={done ? 'text-muted' : 'font-medium'}>{t.steps[step]}</span>
              <span className="sr-only">{done ? t.done : t.missing}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

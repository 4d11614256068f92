import { Check, Circle, Wrench } from 'lucide-react'
import type { JobStatus } from '@/lib/orders/job'
import type { Locale } from '@/lib/i18n/locales'
import { progress } from '@/lib/i18n/progress'

type Work = { title: string; titleEn: string; status: JobStatus }

const DONE: readonly JobStatus[] = ['done', 'qcPassed', 'billed']
const NOW: readonly JobStatus[] = ['inWork', 'paused', 'rework']

/** What was ordered, line by line, with how far it is. */
export function WorkList({ jobs, locale }: { jobs: Work[]; locale: Locale }) {
  const t = progress[locale]
  return (
    <ul className="grid gap-2">
      {jobs.map(({ title, titleEn, status }, index) => {
        const [Icon, look, word] = DONE.includes(status)
          ? ([Check, 'text-pine-ink', t.workDone] as const)
          : NOW.includes(status)
            ? ([Wrench, 'text-celadon-ink', t.workNow] as const)
            : ([Circle, 'text-muted', t.workOpen] as const)
        return (
          <li key={index} className="flex items-start gap-3">
            <Icon aria-hidden className={`mt-1 size-5 shrink-0 ${look}`} />
            <span className="min-w-0 flex-1">{locale === 'en' && titleEn ? titleEn : title}</span>
            <span className={`text-sm ${look}`}>{word}</span>
          </li>
        )
      })}
    </ul>
  )
}

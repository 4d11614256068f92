'use client'

import { ChevronRight } from 'lucide-react'
import { Link } from '@/components/ui/link'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { Plate } from '@/components/visit/plate'
import { workshop } from '@/lib/i18n/workshop'
import { jobTitle } from './block'

type Row = {
  jobId: string
  plate: string
  title: string
  titleEn: string
  status: string
  bay: string | null
  bayEn: string | null
  startsAt: Date | null
  partsMissing: number
  reworkReason: string | null
}

/** What comes after: one line per job, the whole line opens it. */
export function MyJobList({ jobs }: { jobs: Row[] }) {
  const t = useMessages(workshop)
  const format = useFormat()
  const locale = useLocale()
  return (
    <ul className="rounded-card border-line bg-surface divide-line divide-y border">
      {jobs.map((job) => (
        <li key={job.jobId}>
          <Link
            href={`/workshop/my/${job.jobId}`}
            className="hover:bg-hover flex min-h-16 items-center gap-3 px-4 py-3"
          >
            <span className="grid min-w-0 flex-1 gap-1">
              <span className="flex flex-wrap items-center gap-2">
                <Plate plate={job.plate} size="small" />
                {job.startsAt && <span className="tabular">{format.dateTime(job.startsAt)}</span>}
                <span className="text-muted">{locale === 'en' ? job.bayEn : job.bay}</span>
              </span>
              <span className="font-medium">{jobTitle(job, locale)}</span>
              <span className="flex flex-wrap gap-1">
                {job.status === 'paused' && <Badge tone="amber">{t.my.paused}</Badge>}
                {job.status === 'rework' && <Badge tone="vermilion">{t.my.again}</Badge>}
                {job.partsMissing > 0 && <Badge tone="amber">{t.marks.partsMissing}</Badge>}
              </span>
            </span>
            <ChevronRight aria-hidden className="text-muted size-5 shrink-0" />
          </Link>
        </li>
      ))}
    </ul>
  )
}

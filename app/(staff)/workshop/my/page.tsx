import { Coffee } from 'lucide-react'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Section } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { JobScreen } from '@/components/workshop/job-screen'
import { MyJobList } from '@/components/workshop/my-job-list'
import { workshop } from '@/lib/i18n/workshop'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { myJob, myJobs } from '@/lib/workshop/server/my-jobs'
import { ask, finish, pause, record, resume, start } from '../actions'
import { jobScreenProps } from './job-screen-props'

export default async function MyJobs() {
  const context = await requireContext('job.own')
  const locale = await currentLocale()
  const t = workshop[locale]
  const [first, ...then] = await myJobs(context, {})
  const detail = first && (await myJob(context, { jobId: first.jobId }))
  return (
    <Page width="narrow">
      <PageHeader title={t.my.title} />
      <div className="grid gap-6">
        {detail ? (
          <JobScreen
            key={detail.id}
            {...jobScreenProps(detail, locale)}
            otherRuns={false}
            loadedAt={context.now}
            actions={{ start, resume, pause, finish, record, ask }}
          />
        ) : (
          <Empty title={t.my.nothing} icon={<Coffee />}>
            {t.my.nothingTeach}
          </Empty>
        )}
        {then.length > 0 && (
          <Section title={t.my.then} aside={then.length}>
            <MyJobList jobs={then} />
          </Section>
        )}
      </div>
    </Page>
  )
}

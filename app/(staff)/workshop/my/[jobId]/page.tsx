import { notFound } from 'next/navigation'
import { Page, PageHeader } from '@/components/shell/page-header'
import { JobScreen } from '@/components/workshop/job-screen'
import { Refusal } from '@/lib/core/refusal'
import { workshop } from '@/lib/i18n/workshop'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { myJob, myJobs } from '@/lib/workshop/server/my-jobs'
import { ask, finish, pause, record, resume, start } from '../../actions'
import { jobScreenProps } from '../job-screen-props'

export default async function MyJobPage({ params }: { params: Promise<{ jobId: string }> }) {
  const context = await requireContext('job.own')
  const { jobId } = await params
  const locale = await currentLocale()
  const t = workshop[locale]
  if (!/^[0-9a-f-]{36}$/.test(jobId)) notFound()
  const detail = await myJob(context, { jobId }).catch((error: unknown) => {
    if (error instanceof Refusal && error.kind === 'missing') notFound()
    throw error
  })
  const others = await myJobs(context, {})
  return (
    <Page width="narrow">
      <PageHeader title={t.my.title} back={{ href: '/workshop/my', label: t.my.back }} />
      <JobScreen
        {...jobScreenProps(detail, locale)}
        otherRuns={others.some((one) => one.runningSince !== null && one.jobId !== jobId)}
        loadedAt={context.now}
        actions={{ start, resume, pause, finish, record, ask }}
      />
    </Page>
  )
}

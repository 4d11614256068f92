import type { Metadata } from 'next'
import { ColumnForm } from '@/components/imports/column-form'
import { ImportState } from '@/components/imports/import-state'
import { Outcome } from '@/components/imports/outcome'
import { Problems } from '@/components/imports/problems'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Section } from '@/components/ui/card'
import { imports } from '@/lib/i18n/imports'
import { missingFields } from '@/lib/imports/check-rows'
import { importRun } from '@/lib/imports/server/import-run'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { orNotFound } from '../../or-not-found'
import { recheck, start } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: imports[await currentLocale()].title }
}

export default async function ImportRunPage({ params }: PageProps<'/settings/import/[id]'>) {
  const context = await requireContext('import.run')
  const locale = await currentLocale()
  const t = imports[locale]
  const run = await orNotFound(importRun(context, { id: (await params).id }))
  const missing = missingFields(run.kind, run.mapping)
  return (
    <Page>
      <PageHeader
        title={
          <>
            <span className="break-all">{run.fileName}</span>
            <ImportState status={run.status} locale={locale} />
          </>
        }
        lead={t.kinds[run.kind]}
        back={{ href: '/settings/import', label: t.back }}
      />
      <div className="desk:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] grid items-start gap-8">
        <div className="grid gap-8">
          <Outcome
            run={{ id: run.id, status: run.status, progress: run.progress, totals: run.totals }}
            missing={missing}
            action={start}
          />
          {missing.length === 0 && <Problems problems={run.problems} locale={locale} />}
        </div>
        {run.status === 'checked' && (
          <Section title={t.columns} card>
            <ColumnForm
              id={run.id}
              fields={run.fields}
              headings={run.totals.headings}
              mapping={run.mapping}
              missing={missing}
              action={recheck}
            />
          </Section>
        )}
      </div>
    </Page>
  )
}

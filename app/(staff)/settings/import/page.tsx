import { FileSpreadsheet } from 'lucide-react'
import type { Metadata } from 'next'
import { UploadForm } from '@/components/imports/upload-form'
import { ImportState } from '@/components/imports/import-state'
import { SettingsTabs } from '@/components/settings/settings-tabs'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Card, Section } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { RowLink, Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { imports } from '@/lib/i18n/imports'
import { importRuns, type ImportTotals } from '@/lib/imports/server/import-run'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: imports[await currentLocale()].title }
}

export default async function ImportPage() {
  const context = await requireContext('import.run')
  const locale = await currentLocale()
  const t = imports[locale]
  const runs = await importRuns(context, {})
  return (
    <Page>
      <PageHeader title={t.title} lead={t.lead}>
        <SettingsTabs actor={context.actor} locale={locale} current="import" />
      </PageHeader>
      <div className="desk:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] grid items-start gap-8">
        <Card>
          <UploadForm />
        </Card>
        <Section title={t.earlier}>
          {runs.length === 0 ? (
            <Empty title={t.none} icon={<FileSpreadsheet aria-hidden />}>
              {t.noneHint}
            </Empty>
          ) : (
            <Table caption={t.earlier}>
              <thead>
                <tr>
                  <Th>{t.when}</Th>
                  <Th>{t.file}</Th>
                  <Th numeric>{t.rows}</Th>
                  <Th>{t.state}</Th>
                </tr>
              </thead>
              <tbody>
                {runs.map((run) => (
                  <Tr key={run.id}>
                    <Td className="whitespace-nowrap">
                      <Time at={run.createdAt} />
                    </Td>
                    <Td>
                      <RowLink href={`/settings/import/${run.id}`} className="break-all">
                        {run.fileName}
                      </RowLink>
                      <span className="text-muted block text-sm">{t.kinds[run.kind]}</span>
                    </Td>
                    <Td numeric>{(run.totals as ImportTotals).rows}</Td>
                    <Td>
                      <ImportState status={run.status} locale={locale} />
                    </Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
          )}
        </Section>
      </div>
    </Page>
  )
}

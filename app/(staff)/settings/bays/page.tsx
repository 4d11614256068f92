import { Warehouse } from 'lucide-react'
import type { Metadata } from 'next'
import { BayDialog } from '@/components/settings/bay-dialog'
import { SettingsTabs } from '@/components/settings/settings-tabs'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Status } from '@/components/ui/badge'
import { Empty } from '@/components/ui/empty'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { bayList } from '@/lib/dealership/server/manage-bays'
import { settings } from '@/lib/i18n/settings'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { keepBay } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: settings[await currentLocale()].parts.bays }
}

export default async function BaysPage() {
  const context = await requireContext('bay.manage')
  const locale = await currentLocale()
  const t = settings[locale]
  const bays = await bayList(context, {})
  return (
    <Page>
      <PageHeader title={t.parts.bays} lead={t.lead} action={<BayDialog action={keepBay} />}>
        <SettingsTabs actor={context.actor} locale={locale} current="bays" />
      </PageHeader>
      {bays.length === 0 ? (
        <Empty title={t.noBays} icon={<Warehouse aria-hidden />}>
          {t.noBaysHint}
        </Empty>
      ) : (
        <Table caption={t.parts.bays}>
          <thead>
            <tr>
              <Th>{t.bay}</Th>
              <Th>{t.bayKind}</Th>
              <Th>{t.state}</Th>
              <Th>
                <span className="sr-only">{t.change}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {bays.map((bay) => (
              <Tr key={bay.id}>
                <Td className="font-medium">{locale === 'en' && bay.nameEn ? bay.nameEn : bay.name}</Td>
                <Td>{t.bayKinds[bay.kind]}</Td>
                <Td>
                  <Status shape={bay.disabledAt ? 'off' : 'done'}>
                    {bay.disabledAt ? t.outOfUse : t.inUse}
                  </Status>
                </Td>
                <Td className="text-right">
                  <BayDialog action={keepBay} bay={{ ...bay, outOfUse: !!bay.disabledAt }} />
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Page>
  )
}

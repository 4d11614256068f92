import type { Metadata } from 'next'
import { BringBack, PointDialog } from '@/components/settings/point-dialog'
import { pointWords } from '@/components/reception/point-words'
import { SettingsTabs } from '@/components/settings/settings-tabs'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Section } from '@/components/ui/card'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { floor } from '@/lib/i18n/floor'
import { shiftPoints } from '@/lib/reception/server/shift-check'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { keepPoint } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: floor[await currentLocale()].points.tab }
}

export default async function ShiftPointsPage() {
  const context = await requireContext('shiftPoint.save')
  const locale = await currentLocale()
  const { points: t, shift } = floor[locale]
  const { points, away } = await shiftPoints(context, {})
  return (
    <Page>
      <PageHeader title={t.tab} lead={t.lead} action={<PointDialog action={keepPoint} />}>
        <SettingsTabs actor={context.actor} locale={locale} current="shift-points" />
      </PageHeader>
      <div className="grid gap-8">
        <Table caption={t.tab}>
          <thead>
            <tr>
              <Th>{t.part}</Th>
              <Th>{t.point}</Th>
              <Th>
                <span className="sr-only">{t.change}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <Tr key={point.code}>
                <Td>{shift.parts[point.part]}</Td>
                <Td className="font-medium">{pointWords(point, locale)}</Td>
                <Td className="text-right">
                  <PointDialog point={point} words={pointWords(point, locale)} action={keepPoint} />
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
        {away.length > 0 && (
          <Section title={t.away} card>
            <ul className="grid gap-2">
              {away.map(({ code }) => (
                <li key={code} className="flex flex-wrap items-center justify-between gap-2">
                  {shift.points[code]} <BringBack code={code} action={keepPoint} />
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </Page>
  )
}

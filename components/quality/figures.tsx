import { Card, Section } from '@/components/ui/card'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { number, percent } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { quality } from '@/lib/i18n/quality'
import type { WorkQuality } from '@/lib/quality/queue'

/** Below this many lines a rate says nothing. */
const ENOUGH = 5

const share = (part: number, whole: number) => Math.round((part / whole) * 10_000)

/** Fail rate per technician and first-time quality of the house, with the counts they come from. */
export function Figures({ figures, days, locale }: { figures: WorkQuality; days: number; locale: Locale }) {
  const t = quality[locale]
  const { orders, firstTime, comebacks, delivered, technicians } = figures
  return (
    <div className="grid gap-8">
      <p className="text-muted">{t.figuresLead({ days })}</p>
      <div className="tablet:grid-cols-2 desk:max-w-3xl grid gap-4">
        <Figure label={t.firstTime} part={firstTime} whole={orders} locale={locale} />
        <Figure label={t.comebacks} part={comebacks} whole={delivered} locale={locale} />
      </div>
      <Section title={t.perTechnician}>
        <p className="text-muted mb-3 max-w-prose">{t.perTechnicianLead}</p>
        <Table caption={t.perTechnician}>
          <thead>
            <tr>
              <Th>{t.columns.technician}</Th>
              <Th>{t.columns.grade}</Th>
              <Th numeric>{t.columns.inspected}</Th>
              <Th numeric>{t.columns.failed}</Th>
              <Th numeric>{t.columns.rate}</Th>
              <Th numeric>{t.columns.returned}</Th>
            </tr>
          </thead>
          <tbody>
            {technicians.map(({ technicianId, name, grade, inspected, failed, returned }) => (
              <Tr key={technicianId}>
                <Td>{name}</Td>
                <Td>{grade ? t.grades[grade] : '–'}</Td>
                <Td numeric>{number(inspected, locale)}</Td>
                <Td numeric>{number(failed, locale)}</Td>
                <Td numeric>
                  {inspected >= ENOUGH ? (
                    percent(share(failed, inspected), locale)
                  ) : (
                    <span className="text-muted">{t.noRate}</span>
                  )}
                </Td>
                <Td numeric>{number(returned, locale)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </Section>
    </div>
  )
}

function Figure({
  label,
  part,
  whole,
  locale,
}: {
  label: string
  part: number
  whole: number
  locale: Locale
}) {
  return (
    <Card>
      <p className="text-muted text-sm">{label}</p>
      <p className="tabular font-title mt-1 text-3xl font-semibold">
        {whole >= ENOUGH ? percent(share(part, whole), locale) : quality[locale].ofOrders({ part, whole })}
      </p>
      {whole >= ENOUGH && (
        <p className="text-muted tabular text-sm">{quality[locale].ofOrders({ part, whole })}</p>
      )}
    </Card>
  )
}

import { delivery } from '@/lib/i18n/delivery'
import { calendarDay, km, money, quantity } from '@/lib/i18n/format'
import type { SheetProps } from './paper'

const CELL = 'px-2 py-1.5 first:pl-0 last:pr-0 align-top'

/** F25: what was done, and each part with brand, model, batch and warranty term. */
export function RepairListSheet({ sheet, locale }: SheetProps) {
  const t = delivery[locale]
  const english = locale === 'en'
  return (
    <ol className="grid gap-5">
      {sheet.settlement.bill.lines.map((line, position) => (
        <li key={line.jobId}>
          <p className="flex justify-between gap-4 font-medium">
            <span>
              {position + 1}. {english && line.titleEn ? line.titleEn : line.title}
            </span>
            <span className="tabular">{money(line.totalFen, locale)}</span>
          </p>
          {line.story.workDone && <p className="text-muted text-sm">{line.story.workDone}</p>}
          {line.parts.length > 0 && (
            <table className="mt-1 w-full text-left text-sm">
              <thead className="border-line text-muted border-b">
                <tr>
                  <th className={CELL}>{t.parts}</th>
                  <th className={CELL}>{t.paper.brandModel}</th>
                  <th className={CELL}>{t.paper.batch}</th>
                  <th className={CELL}>{t.paper.quantity}</th>
                  <th className={CELL}>{t.paper.warranty}</th>
                </tr>
              </thead>
              <tbody>
                {line.parts.map((part, index) => (
                  <tr key={index} className="border-line border-b">
                    <td className={CELL}>{english && part.nameEn ? part.nameEn : part.name}</td>
                    <td className={CELL}>
                      {[part.brand, part.model || part.no].filter(Boolean).join(' ') || '–'}
                    </td>
                    <td className={CELL}>{part.batchNo || '–'}</td>
                    <td className={CELL}>{quantity(part.quantityMilli, locale)}</td>
                    <td className={CELL}>
                      {part.warrantyMonths > 0
                        ? t.paper.warrantyUntil({
                            months: part.warrantyMonths,
                            km: km(part.warrantyKm, locale),
                            until: calendarDay(
                              sheet.warrantyUntil[part.warrantyMonths] ?? '',
                              locale,
                              'long',
                            ),
                          })
                        : t.paper.noWarranty}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </li>
      ))}
    </ol>
  )
}

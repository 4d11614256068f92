import { delivery } from '@/lib/i18n/delivery'
import { calendarDay, km } from '@/lib/i18n/format'
import type { SheetProps } from './paper'

/** F26: the next service, what was advised and not done with the reason, and notes on use. */
export function AdviceSheet({ sheet, locale }: SheetProps) {
  const t = delivery[locale].paper
  const { advice, declined } = sheet
  const english = locale === 'en'
  return (
    <div className="grid gap-6">
      {advice?.nextServiceOn && (
        <section>
          <h3 className="text-muted text-sm">{t.nextService}</h3>
          <p className="font-title text-xl">
            {delivery[locale].customer.nextServiceText({
              day: calendarDay(advice.nextServiceOn, locale),
              km: advice.nextServiceKm === null ? '' : km(advice.nextServiceKm, locale),
            })}
          </p>
        </section>
      )}
      {advice?.adviceText && (
        <section>
          <h3 className="text-muted text-sm">{t.expected}</h3>
          <p className="whitespace-pre-line">{advice.adviceText}</p>
        </section>
      )}
      {declined.length > 0 && (
        <section>
          <h3 className="text-muted text-sm">{t.notDone}</h3>
          <ul className="list-disc pl-5">
            {declined.map((job) => (
              <li key={job.id}>
                {english && job.titleEn ? job.titleEn : job.title}
                {job.declineReason && (
                  <span className="text-muted"> · {t.declined({ reason: job.declineReason })}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {advice?.useNotes && (
        <section>
          <h3 className="text-muted text-sm">{t.useNotes}</h3>
          <p className="whitespace-pre-line">{advice.useNotes}</p>
        </section>
      )}
    </div>
  )
}

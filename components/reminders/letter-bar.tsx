'use client'

import { PrintButton } from '@/components/orders/print-button'
import { useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { ConfirmButton } from '@/components/ui/confirm'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Plate } from '@/components/visit/plate'
import { letters } from '@/lib/i18n/letters'
import type { LeftOut } from '@/lib/reminders/written'

type Left = {
  taskId: string
  plate: string
  customer: { id: string; name: string }
  leftOut: LeftOut | 'noAddress' | null
}

/** Prints the letters and keeps them as sent; who gets none is named with the reason. */
export function LetterBar({
  taskIds,
  leftOut,
  action,
}: {
  taskIds: string[]
  leftOut: Left[]
  action: FormAction
}) {
  const t = useMessages(letters)
  return (
    <div data-print="no" className="mb-6 grid gap-4">
      {taskIds.length > 0 && (
        <div className="flex flex-wrap gap-2">
          <PrintButton label={t.print} />
          <ConfirmButton
            label={t.record({ count: taskIds.length })}
            title={t.recordTitle}
            action={action}
            okMessage={t.recorded}
          >
            <p>{t.recordLead}</p>
            {taskIds.map((id) => (
              <input key={id} type="hidden" name="taskIds[]" value={id} />
            ))}
          </ConfirmButton>
        </div>
      )}
      {leftOut.length > 0 && (
        <Notice>
          <h2 className="font-medium">{t.leftOut}</h2>
          <ul className="grid gap-1">
            {leftOut.map((one) => (
              <li key={one.taskId} className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Plate plate={one.plate} size="small" />
                <span>
                  {one.customer.name}: {one.leftOut && t.reasons[one.leftOut]}
                </span>
                {one.leftOut === 'noAddress' && (
                  <Link
                    href={`/customers/${one.customer.id}`}
                    className="inline-flex min-h-11 items-center underline underline-offset-4"
                  >
                    {t.toFile}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}

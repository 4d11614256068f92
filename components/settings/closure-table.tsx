'use client'

import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Status } from '@/components/ui/badge'
import { Submit } from '@/components/ui/submit'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { closures } from '@/lib/i18n/closures'

export type ClosureRow = {
  id: string
  what: string
  when: string
  why: string
  over: boolean
  /** Jobs planned in a closed bay; not given for hours. */
  planned?: number
}

/** Closures with their time and reason; what is not over can be ended. */
export function ClosureTable({
  caption,
  first,
  rows,
  action,
}: {
  caption: string
  first: string
  rows: ClosureRow[]
  action: FormAction
}) {
  const t = useMessages(closures)
  const bays = rows.some(({ planned }) => planned !== undefined)
  return (
    <Table stacked caption={caption}>
      <thead>
        <tr>
          <Th>{first}</Th>
          <Th>{t.when}</Th>
          <Th>{bays ? t.reason : t.who}</Th>
          {bays && <Th>{t.planned}</Th>}
          <Th>
            <span className="sr-only">{t.end}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, what, when, why, over, planned }) => (
          <Tr key={id}>
            <Td className="basis-full font-medium">{what}</Td>
            <Td className="tabular">{when}</Td>
            <Td>{why}</Td>
            {bays && (
              <Td className="basis-full">
                <span className="text-muted tablet:hidden mr-2" aria-hidden>
                  {t.planned}
                </span>
                {planned && !over ? (
                  <Status shape="late">{t.plannedJobs({ count: planned })}</Status>
                ) : (
                  t.nothingPlanned
                )}
              </Td>
            )}
            <Td className="text-right">
              {over ? (
                <span className="text-muted">{t.over}</span>
              ) : (
                <ActionForm action={action} okMessage={t.saved}>
                  <input type="hidden" name="id" value={id} />
                  <Submit variant="quiet" size="small" aria-label={t.endOf({ what: `${what} ${when}` })}>
                    {t.end}
                  </Submit>
                </ActionForm>
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

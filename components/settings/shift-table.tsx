'use client'

import clsx from 'clsx'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { settings } from '@/lib/i18n/settings'

type Shift = { kind: keyof (typeof settings)['en']['shiftKinds']; from: string; to: string }
type Props = {
  days: string[]
  today: string
  people: { id: string; name: string; days: Shift[][] }[]
  action: FormAction
}

/** Who is here when, two weeks at a glance. */
export function ShiftTable({ days, today, people, action }: Props) {
  const t = useMessages(settings)
  const f = useFormat()
  // Under a finger the crosses would make each row twice as high: they are shown while somebody clears.
  const [clearing, setClearing] = useState(false)
  return (
    <ActionForm action={action} okMessage={t.saved}>
      <Button
        className="desk:hidden self-start"
        aria-pressed={clearing}
        onClick={() => setClearing(!clearing)}
      >
        {clearing ? t.clearingDone : t.clearing}
      </Button>
      <Table caption={t.parts.shifts}>
        <thead>
          <tr>
            <Th className="bg-sunk sticky left-0 z-10">{t.person}</Th>
            {days.map((day) => (
              <Th key={day} className={clsx('text-center', day === today && 'text-celadon-ink')}>
                {f.calendarDay(day, 'short')}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Tr key={person.id}>
              <Td className="bg-surface sticky left-0 z-10 font-medium whitespace-nowrap">{person.name}</Td>
              {person.days.map((shifts, index) => (
                <Td key={days[index]} className="px-1! text-center">
                  {shifts.length === 0 ? (
                    <span className="text-muted text-sm">{t.noShift}</span>
                  ) : (
                    <span className="group/day relative block">
                      {shifts.map(({ kind, from, to }) => (
                        <span key={from} className="tabular block text-xs leading-5 whitespace-nowrap">
                          {from}–{to}
                          {kind !== 'work' && <span className="text-muted block">{t.shiftKinds[kind]}</span>}
                        </span>
                      ))}
                      <button
                        type="submit"
                        name="shift"
                        value={`${person.id} ${days[index]}`}
                        aria-label={t.clearShift({ who: person.name, day: f.calendarDay(days[index] ?? '') })}
                        className={clsx(
                          'bg-raised text-muted hover:text-ink border-line desk:absolute desk:-top-1 desk:right-0 desk:grid desk:size-6 desk:opacity-0 mx-auto size-11 place-items-center rounded-full border group-hover/day:opacity-100 focus-visible:opacity-100',
                          clearing ? 'grid' : 'hidden',
                        )}
                      >
                        <X aria-hidden className="size-3.5" />
                      </button>
                    </span>
                  )}
                </Td>
              ))}
            </Tr>
          ))}
        </tbody>
      </Table>
    </ActionForm>
  )
}

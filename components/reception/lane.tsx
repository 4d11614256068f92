import type { ReactNode } from 'react'
import { Section } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'

type Props = { title: string; count: number; empty: string; lead: string; children: ReactNode }

/** One of the three lanes of the day. */
export function Lane({ title, count, empty, lead, children }: Props) {
  return (
    <Section title={title} aside={count}>
      {count === 0 ? <Empty title={empty}>{lead}</Empty> : <ul className="grid gap-3">{children}</ul>}
    </Section>
  )
}

import { Mail } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ZodError } from 'zod'
import { Letter } from '@/components/reminders/letter'
import { LetterBar } from '@/components/reminders/letter-bar'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Empty } from '@/components/ui/empty'
import { Refusal } from '@/lib/core/refusal'
import { letters as words } from '@/lib/i18n/letters'
import { letters } from '@/lib/reminders/server/letters'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { sendLetters } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words[await currentLocale()].title }
}

export default async function Letters({ searchParams }: PageProps<'/reminders/letters'>) {
  const context = await requireContext('reminder.letter')
  const { task } = await searchParams
  const t = words[await currentLocale()]
  const chosen = task
    ? await letters(context, { taskIds: task }).catch((error: unknown) => {
        if (error instanceof ZodError || (error instanceof Refusal && error.code === 'common.not-found'))
          notFound()
        throw error
      })
    : null
  return (
    <Page width="narrow" className="print:p-0">
      <div data-print="no">
        <PageHeader title={t.title} lead={t.lead} back={{ href: '/reminders', label: t.back }} />
      </div>
      {chosen && (
        <LetterBar
          taskIds={chosen.letters.map(({ taskId }) => taskId)}
          leftOut={chosen.leftOut}
          action={sendLetters}
        />
      )}
      {chosen && chosen.letters.length > 0 ? (
        <div className="grid gap-8 print:block">
          {chosen.letters.map((letter) => (
            <Letter key={letter.taskId} letter={letter} house={chosen.house} today={chosen.today} />
          ))}
        </div>
      ) : (
        <Empty title={t.none} icon={<Mail aria-hidden />}>
          {t.noneHint}
        </Empty>
      )}
    </Page>
  )
}

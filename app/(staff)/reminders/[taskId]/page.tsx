import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ZodError } from 'zod'
import { CallCard } from '@/components/reminders/call-card'
import { Page, PageHeader } from '@/components/shell/page-header'
import { may } from '@/lib/auth/permissions'
import { nameIn } from '@/lib/core/name-in'
import { Refusal } from '@/lib/core/refusal'
import { reminders } from '@/lib/i18n/reminders'
import { contactCard } from '@/lib/reminders/server/contact-card'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { attempt, handOver, postpone, refuseAll, score, write } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: reminders[await currentLocale()].card.title }
}

export default async function ReminderCall({ params }: PageProps<'/reminders/[taskId]'>) {
  const context = await requireContext('reminder.list')
  const { taskId } = await params
  const locale = await currentLocale()
  const t = reminders[locale]
  const card = await contactCard(context, { taskId }).catch((error: unknown) => {
    if (error instanceof ZodError || (error instanceof Refusal && error.code === 'common.not-found'))
      notFound()
    throw error
  })
  const { actor, dealership } = context
  return (
    <Page>
      <PageHeader title={t.card.title} back={{ href: `/reminders?class=${card.class}`, label: t.title }} />
      <CallCard
        key={`${card.id}${card.contactAttempts.length}`}
        card={card}
        me={actor.name}
        dealership={nameIn(dealership, locale)}
        actions={
          may(actor, 'reminder.attempt') ? { attempt, postpone, refuseAll, write, giveGift: handOver } : null
        }
        mayBook={may(actor, 'appointment.book')}
        score={may(actor, 'call.score') ? score : null}
      />
    </Page>
  )
}

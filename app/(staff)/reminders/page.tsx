import { BellRing } from 'lucide-react'
import type { Metadata } from 'next'
import { MarkList } from '@/components/call/mark-list'
import { ContactFigures } from '@/components/reminders/figures'
import { PlanDialog } from '@/components/reminders/plan-dialog'
import { PlanList } from '@/components/reminders/plan-list'
import { ReminderTable } from '@/components/reminders/reminder-table'
import { Page, PageHeader } from '@/components/shell/page-header'
import { ChipLink } from '@/components/ui/chip'
import { Section } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { TabLinks } from '@/components/ui/tabs'
import { may } from '@/lib/auth/permissions'
import { menu } from '@/lib/catalogue/server/menu'
import { plusMonths } from '@/lib/core/time'
import { advisers } from '@/lib/dealership/server/advisers'
import { reminders } from '@/lib/i18n/reminders'
import { CONTACT_CLASSES } from '@/lib/reminders/contact'
import { ReminderList, REMINDER_VIEWS } from '@/lib/reminders/schemas'
import { callMarks } from '@/lib/reminders/server/call-marks'
import { contactFigures, contactPlans } from '@/lib/reminders/server/contact-figures'
import { reminderList } from '@/lib/reminders/server/reminder-list'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { closePlan, makePlan } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: reminders[await currentLocale()].title }
}

export default async function Reminders({ searchParams }: PageProps<'/reminders'>) {
  const context = await requireContext('reminder.list')
  const asked = await searchParams
  const { class: of, view, mine, plan } = ReminderList.parse(asked)
  const locale = await currentLocale()
  const t = reminders[locale]
  const plansMade = may(context.actor, 'contactPlan.make')
  const { rows, counts, today } = await reminderList(context, { class: of, view, mine, plan })
  const figures = await contactFigures(context, { days: asked.days })
  const plans = await contactPlans(context, {})
  const chosen = plans.find(({ id }) => id === plan)
  const href = (over: object) => {
    const wanted = { class: of, view, mine, plan, days: figures.days, ...over }
    return `/reminders?class=${wanted.class}&view=${wanted.view}${wanted.mine ? '&mine=1' : ''}&days=${wanted.days}${wanted.plan ? `&plan=${wanted.plan}` : ''}`
  }
  return (
    <Page>
      <PageHeader
        title={t.title}
        lead={t.lead}
        action={
          plansMade && (
            <PlanDialog
              action={makePlan}
              today={today}
              until={plusMonths(today, 1)}
              advisers={await advisers(context, {})}
              packages={await menu(context, {})}
              first={of}
            />
          )
        }
      >
        <TabLinks
          label={t.lists}
          tabs={CONTACT_CLASSES.map((one) => ({
            href: href({ class: one, plan: undefined }),
            label: t.classes[one],
            count: counts[one],
            current: one === of,
          }))}
        />
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          <nav aria-label={t.viewsLabel} className="flex flex-wrap gap-2">
            {REMINDER_VIEWS.map((one) => (
              <ChipLink key={one} href={href({ view: one })} current={one === view}>
                {t.views[one]}
              </ChipLink>
            ))}
          </nav>
          <nav aria-label={t.columns.owner} className="flex flex-wrap gap-2">
            <ChipLink href={href({ mine: false })} current={!mine}>
              {t.everybody}
            </ChipLink>
            <ChipLink href={href({ mine: true })} current={mine}>
              {t.mine}
            </ChipLink>
          </nav>
          {chosen && (
            <nav aria-label={t.plans.title} className="flex flex-wrap gap-2">
              <ChipLink href={href({})} current>
                {t.plans.only({ name: chosen.name })}
              </ChipLink>
              <ChipLink href={href({ plan: undefined })} current={false}>
                {t.plans.all}
              </ChipLink>
            </nav>
          )}
        </div>
      </PageHeader>
      <div className="grid grid-cols-1 gap-8">
        {rows.length === 0 ? (
          <Empty title={t.empty[view]} icon={<BellRing aria-hidden />}>
            {t.emptyHint[of]}
          </Empty>
        ) : (
          <div>
            <ReminderTable
              rows={rows}
              view={view}
              choosable={view !== 'done' && may(context.actor, 'reminder.letter')}
            />
            {view === 'open' && counts[of] > rows.length && (
              <p className="text-muted mt-2 text-sm">{t.more({ count: rows.length })}</p>
            )}
          </div>
        )}
        <ContactFigures
          figures={figures}
          locale={locale}
          href={`/reminders?class=${of}&view=${view}${mine ? '&mine=1' : ''}`}
        />
        {may(context.actor, 'call.score') && (
          <MarkList rows={await callMarks(context, { days: asked.days })} locale={locale} />
        )}
        <Section title={t.plans.title}>
          <PlanList plans={plans} close={plansMade ? closePlan : null} />
        </Section>
      </div>
    </Page>
  )
}

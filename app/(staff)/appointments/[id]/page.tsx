import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AppointmentFacts, WishLines } from '@/components/appointments/appointment-facts'
import { STATUS_SHAPES } from '@/components/appointments/arrival-table'
import { ConfirmationForm } from '@/components/appointments/confirmation-form'
import { MoveForm } from '@/components/appointments/move-form'
import { OverrideReason } from '@/components/appointments/override-reason'
import { Preparation } from '@/components/appointments/preparation'
import { ReasonFields } from '@/components/appointments/reason-fields'
import { Page, PageHeader } from '@/components/shell/page-header'
import { ActionForm } from '@/components/ui/action-form'
import { Status } from '@/components/ui/badge'
import { Card, Section } from '@/components/ui/card'
import { ConfirmButton } from '@/components/ui/confirm'
import { LinkButton } from '@/components/ui/link-button'
import { Submit } from '@/components/ui/submit'
import { Time } from '@/components/ui/time'
import { appointment, type AppointmentDetails } from '@/lib/appointments/server/appointment'
import { may } from '@/lib/auth/permissions'
import { Refusal } from '@/lib/core/refusal'
import { dayOf } from '@/lib/core/time'
import { appointments } from '@/lib/i18n/appointments'
import { booking } from '@/lib/i18n/booking'
import type { Locale } from '@/lib/i18n/locales'
import { currentLocale } from '@/lib/server/locale'
import { requireContext, type StaffContext } from '@/lib/server/session'
import { cancel, confirm, freeTimes, missed, move, orderParts, prepare, takeOffer } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: appointments[await currentLocale()].title }
}

export default async function OneAppointment({ params }: PageProps<'/appointments/[id]'>) {
  const { id } = await params
  const context = await requireContext('appointment.read')
  const locale = await currentLocale()
  const t = appointments[locale]
  const found = await appointment(context, { id }).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'common.not-found') notFound()
    throw error
  })
  const day = dayOf(found.startsAt, context.timeZone)
  const late = found.open && found.startsAt < context.now
  return (
    <Page>
      <PageHeader
        title={
          <>
            {t.detail.page({ no: found.no })}
            <Status shape={late ? 'late' : STATUS_SHAPES[found.status]}>
              {late ? t.late : t.statuses[found.status]}
            </Status>
          </>
        }
        back={{ href: `/appointments?day=${day}`, label: t.title }}
        action={<Actions found={found} context={context} locale={locale} />}
      />
      <div className="desk:grid-cols-2 grid items-start gap-6">
        <div className="grid gap-6">
          <Section title={t.detail.customer} card>
            <AppointmentFacts of={found} locale={locale} file={may(context.actor, 'customer.read')} />
          </Section>
          <Section title={t.detail.work} card>
            <WishLines of={found} locale={locale} />
          </Section>
          {found.history.length > 0 && <Earlier found={found} locale={locale} />}
        </div>
        <div className="grid gap-6">
          <Prepared found={found} context={context} locale={locale} />
          <Confirmations found={found} context={context} locale={locale} />
        </div>
      </div>
    </Page>
  )
}

type Part = { found: AppointmentDetails; context: StaffContext; locale: Locale }

function Actions({ found, context, locale }: Part) {
  const t = appointments[locale].detail
  const { actions, id, visit } = found
  const { actor, now } = context
  return (
    <>
      {visit && (
        <LinkButton href={`/reception/${visit.id}`} variant="primary">
          {t.openVisit}
        </LinkButton>
      )}
      {found.status === 'requested' && found.heldUntil && may(actor, 'waiting.accept') && (
        <ActionForm action={takeOffer} okMessage={appointments[locale].waitingList.taken}>
          <input type="hidden" name="appointmentId" value={id} />
          <Submit>{appointments[locale].waitingList.take}</Submit>
        </ActionForm>
      )}
      {actions.includes('reschedule') && may(actor, 'appointment.reschedule') && (
        <MoveForm
          appointmentId={id}
          action={move}
          findSlots={freeTimes.bind(null, { packageIds: [], wishes: 0, adviserId: '', movingId: id })}
          label={t.move}
          title={t.moveTitle}
          okMessage={t.moved}
        >
          {may(actor, 'appointment.override') && <OverrideReason />}
        </MoveForm>
      )}
      {actions.includes('markNoShow') &&
        now >= found.missableFrom &&
        may(actor, 'appointment.markNoShow') && (
          <ConfirmButton label={t.noShow} title={t.noShowTitle} action={missed} okMessage={t.noShowDone}>
            <input type="hidden" name="appointmentId" value={id} />
            <p>{t.noShowLead}</p>
            <ReasonFields />
          </ConfirmButton>
        )}
      {actions.includes('cancel') && may(actor, 'appointment.cancel') && (
        <ConfirmButton
          label={t.cancel}
          title={t.cancelTitle}
          action={cancel}
          okMessage={t.cancelled}
          variant="danger"
        >
          <input type="hidden" name="appointmentId" value={id} />
          <p>{t.cancelLead}</p>
          <ReasonFields />
        </ConfirmButton>
      )}
    </>
  )
}

const nameOf = ({ people }: AppointmentDetails, locale: Locale, id: string | null) => {
  const person = people.find((one) => one.id === id)
  return person ? (locale === 'en' && person.nameEn ? person.nameEn : person.name) : ''
}

function Prepared({ found, context, locale }: Part) {
  const t = appointments[locale].detail
  const { status, id } = found
  const editable =
    (status === 'confirmed' || status === 'waitingParts') && may(context.actor, 'appointment.prepare')
  const mayOrder = found.open && may(context.actor, 'appointment.awaitParts')
  return (
    <Section title={t.preparation} card>
      <Preparation
        appointmentId={id}
        action={prepare}
        editable={editable}
        lines={found.preparationTasks.map(({ kind, doneAt, note, doneById }) => ({
          kind,
          doneAt,
          note,
          by: nameOf(found, locale, doneById),
        }))}
      />
      {mayOrder && status !== 'requested' && (
        <div className="mt-3">
          <ConfirmButton
            label={status === 'waitingParts' ? t.partsHere : t.awaitParts}
            title={status === 'waitingParts' ? t.partsHere : t.awaitParts}
            action={orderParts}
          >
            <input type="hidden" name="appointmentId" value={id} />
            <input type="hidden" name="arrived" value={status === 'waitingParts' ? 'on' : ''} />
            {status !== 'waitingParts' && <p>{t.awaitPartsLead}</p>}
          </ConfirmButton>
        </div>
      )}
    </Section>
  )
}

function Confirmations({ found, context, locale }: Part) {
  const t = appointments[locale]
  const mayNote = found.open && may(context.actor, 'appointment.confirm')
  const hourBefore = found.startsAt.getTime() - context.now.getTime() < 3 * 3_600_000
  return (
    <Section title={t.detail.confirmations} card>
      {found.appointmentConfirmations.length === 0 && (
        <p className="text-muted">{t.detail.noConfirmations}</p>
      )}
      <ul className="divide-line divide-y">
        {found.appointmentConfirmations.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <Status shape={one.result === 'keeps' ? 'done' : one.result === 'notReached' ? 'waiting' : 'off'}>
              {t.detail.results[one.result]}
            </Status>
            <span>{t.detail.stages[one.stage]}</span>
            <span className="text-muted text-sm">
              {t.channels[one.channel]} · {nameOf(found, locale, one.byId)} <Time at={one.at} />
            </span>
          </li>
        ))}
      </ul>
      {mayNote && (
        <div className="border-line mt-3 border-t pt-4">
          <ConfirmationForm
            appointmentId={found.id}
            action={confirm}
            stage={hourBefore ? 'hourBefore' : 'dayBefore'}
          />
        </div>
      )}
    </Section>
  )
}

function Earlier({ found, locale }: { found: AppointmentDetails; locale: Locale }) {
  const t = appointments[locale].detail
  return (
    <Section title={t.history}>
      <Card>
        <ol className="grid gap-2">
          {found.history.map(({ id, no, startsAt, reason }) => {
            const code = reason?.split(':')[0] ?? ''
            const words = booking[locale].reasons as Record<string, string>
            return (
              <li key={id} className="flex flex-wrap gap-x-3">
                <Time at={startsAt} />
                <span className="text-muted">{[no, words[code]].filter(Boolean).join(' · ')}</span>
              </li>
            )
          })}
        </ol>
      </Card>
    </Section>
  )
}

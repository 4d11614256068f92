import type { Metadata } from 'next'
import { Printer } from 'lucide-react'
import { notFound } from 'next/navigation'
import { AppointmentFacts, WishLines } from '@/components/appointments/appointment-facts'
import { STATUS_SHAPES } from '@/components/appointments/arrival-table'
import { CallRecord } from '@/components/appointments/call-record'
import { ConfirmationForm } from '@/components/appointments/confirmation-form'
import { ConfirmationLog } from '@/components/appointments/confirmation-log'
import { EarlierTimes } from '@/components/appointments/earlier-times'
import { MoveForm } from '@/components/appointments/move-form'
import { OverrideReason } from '@/components/appointments/override-reason'
import { Preparation } from '@/components/appointments/preparation'
import { ProposalList } from '@/components/appointments/proposal-list'
import { ReasonFields } from '@/components/appointments/reason-fields'
import { ToldAtBooking } from '@/components/appointments/told-at-booking'
import { WayFacts } from '@/components/appointments/way-facts'
import { Page, PageHeader } from '@/components/shell/page-header'
import { ActionForm } from '@/components/ui/action-form'
import { Status } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { ConfirmButton } from '@/components/ui/confirm'
import { LinkButton } from '@/components/ui/link-button'
import { SafetyDeclined } from '@/components/visit/safety-declined'
import { Submit } from '@/components/ui/submit'
import { declinedSafety } from '@/lib/appointments/server/declined-work'
import { isExpected, ownerOf } from '@/lib/appointments/preparation'
import { appointment, type AppointmentDetails } from '@/lib/appointments/server/appointment'
import { waysOfComing } from '@/lib/appointments/server/ways-of-coming'
import { agreedWayOf } from '@/lib/appointments/way'
import { may } from '@/lib/auth/permissions'
import { nameIn } from '@/lib/core/name-in'
import { Refusal } from '@/lib/core/refusal'
import { dayOf } from '@/lib/core/time'
import { appointments } from '@/lib/i18n/appointments'
import { desk } from '@/lib/i18n/desk'
import type { Locale } from '@/lib/i18n/locales'
import { ways } from '@/lib/i18n/ways'
import { papers } from '@/lib/i18n/papers'
import { currentLocale } from '@/lib/server/locale'
import { oneReading } from '@/lib/server/one-reading'
import { requireContext, type StaffContext } from '@/lib/server/session'
import {
  cancel,
  comeAnotherWay,
  confirm,
  freeTimes,
  missed,
  move,
  orderParts,
  prepare,
  settleFetching,
  takeOffer,
  timesToMove,
  waysToMove,
} from '../actions'
import { markCall } from '../desk-actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: appointments[await currentLocale()].title }
}

export default async function OneAppointment({ params }: PageProps<'/appointments/[id]'>) {
  const { id } = await params
  const context = await requireContext('appointment.read')
  const locale = await currentLocale()
  const t = appointments[locale]
  const { found, safety, free } = await load(context, id)
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
      <SafetyDeclined items={safety} />
      <div className="desk:grid-cols-2 grid items-start gap-6">
        <div className="grid gap-6">
          <Section title={t.detail.customer} card>
            <AppointmentFacts of={found} locale={locale} file={may(context.actor, 'customer.read')} />
          </Section>
          <Section title={t.detail.work} card>
            <WishLines of={found} locale={locale} />
          </Section>
          {found.appointmentProposals.length > 0 && (
            <Section title={desk[locale].needs.proposals} card>
              <ProposalList proposals={found.appointmentProposals} />
            </Section>
          )}
          {found.channel === 'phone' && found.createdById && !found.rescheduledFromId && (
            <Section title={desk[locale].call.facts} card>
              <CallRecord
                appointmentId={found.id}
                seconds={found.callSeconds}
                steps={found.callSteps}
                score={found.callScore}
                action={may(context.actor, 'call.score') ? markCall : null}
              />
            </Section>
          )}
          <span>
            <LinkButton
              href={`/documents/appointment/${found.id}`}
              icon={<Printer aria-hidden className="size-4" />}
            >
              {papers[locale].titles.appointment}
            </LinkButton>
          </span>
          <ToldAtBooking {...found} locale={locale} />
          <WayFacts
            of={found}
            locale={locale}
            choose={free ? { action: comeAnotherWay, free } : undefined}
            settle={found.open && may(context.actor, 'appointment.settlePickUp') ? settleFetching : undefined}
          />
          {found.history.length > 0 && <EarlierTimes history={found.history} locale={locale} />}
        </div>
        <div className="grid gap-6">
          <Prepared found={found} context={context} locale={locale} />
          <Confirmations found={found} context={context} locale={locale} />
        </div>
      </div>
    </Page>
  )
}

const load = (context: StaffContext, id: string) =>
  oneReading(context, async (within) => {
    const found = await appointment(within, { id })
    return {
      found,
      safety: await declinedSafety(within, { vehicleIds: [found.vehicleId] }),
      free:
        found.open && may(context.actor, 'appointment.chooseWay') ? await freeWaysOf(within, found) : null,
    }
  }).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'common.not-found') notFound()
    throw error
  })

const freeWaysOf = (context: StaffContext, { id, startsAt, promisedAt }: AppointmentDetails) =>
  waysOfComing(context, {
    movingId: id,
    startsAt: startsAt.toISOString(),
    readyAt: promisedAt?.toISOString(),
  })

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
          staff
          appointmentId={id}
          action={move}
          findSlots={freeTimes.bind(null, { packageIds: [], wishes: 0, adviserId: '', movingId: id })}
          way={agreedWayOf(found)}
          findWays={waysToMove}
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
            {found.loanerStay && <p>{ways[locale].staff.freesLoaner({ plate: found.loanerStay.plate })}</p>}
            {found.driverTrips.length > 0 && <p>{ways[locale].staff.freesDrivers}</p>}
            <ReasonFields staff />
          </ConfirmButton>
        )}
      {actions.includes('cancel') && may(actor, 'appointment.cancel') && (
        <ConfirmButton label={t.cancel} title={t.cancelTitle} action={cancel} okMessage={t.cancelled} danger>
          <input type="hidden" name="appointmentId" value={id} />
          <p>{t.cancelLead}</p>
          <ReasonFields staff />
        </ConfirmButton>
      )}
    </>
  )
}

const nameOf = ({ people }: AppointmentDetails, locale: Locale, id: string | null) => {
  const person = people.find((one) => one.id === id)
  return person ? nameIn(person, locale) : ''
}

/** The items of the preparation, with the reception of a car that is expected within the hour (S1-80). */
function tasksOf({ preparationTasks: tasks, open, startsAt }: AppointmentDetails, now: Date) {
  const due = open && isExpected(startsAt, now) && !tasks.some(({ kind }) => kind === 'reception')
  const blank = {
    note: '',
    doneAt: null,
    doneById: null,
    failedAt: null,
    failedById: null,
    failedReason: null,
  }
  return due ? [...tasks, { kind: 'reception' as const, ...blank }] : tasks
}

function Prepared({ found, context, locale }: Part) {
  const t = appointments[locale].detail
  const { status, id } = found
  const ready = status === 'ready'
  const editable =
    (ready || status === 'confirmed' || status === 'waitingParts') &&
    may(context.actor, 'appointment.prepare')
  const mayOrder = found.open && may(context.actor, 'appointment.awaitParts')
  return (
    <Section title={t.preparation} card>
      <Preparation
        appointmentId={id}
        action={prepare}
        editable={editable}
        ready={ready}
        plan={found.plan}
        lines={tasksOf(found, context.now).map(({ doneById, failedById, ...line }) => ({
          ...line,
          owner: ownerOf(line.kind),
          by: nameOf(found, locale, doneById ?? failedById),
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
  const missed = found.status === 'noShow'
  const mayNote = (found.open || missed) && may(context.actor, 'appointment.confirm')
  const hourBefore = found.startsAt.getTime() - context.now.getTime() < 3 * 3_600_000
  return (
    <Section title={t.detail.confirmations} card>
      {found.appointmentConfirmations.length === 0 ? (
        <p className="text-muted">{t.detail.noConfirmations}</p>
      ) : (
        <ConfirmationLog
          entries={found.appointmentConfirmations.map((one) => ({
            ...one,
            by: nameOf(found, locale, one.byId),
          }))}
          locale={locale}
          timeZone={context.timeZone}
          now={context.now}
        />
      )}
      {mayNote && (
        <div className="border-line mt-3 border-t pt-4">
          <ConfirmationForm
            key={missed ? 'missed' : 'expected'}
            appointmentId={found.id}
            action={confirm}
            stage={missed ? 'missed' : hourBefore ? 'hourBefore' : 'dayBefore'}
            findTimes={timesToMove}
            way={agreedWayOf(found)}
            findWays={waysToMove}
          />
        </div>
      )}
    </Section>
  )
}

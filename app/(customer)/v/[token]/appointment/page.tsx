import { CalendarPlus, CircleCheck } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DocumentList } from '@/components/appointments/document-list'
import { MoveForm } from '@/components/appointments/move-form'
import { ReasonFields } from '@/components/appointments/reason-fields'
import { ToldAtBooking } from '@/components/appointments/told-at-booking'
import { WayFacts } from '@/components/appointments/way-facts'
import { PdfLink } from '@/components/documents/pdf-link'
import { CustomerShell } from '@/components/shell/customer-shell'
import { ActionForm } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { Facts } from '@/components/ui/card'
import { ConfirmButton } from '@/components/ui/confirm'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Submit } from '@/components/ui/submit'
import { Time, TimeRange } from '@/components/ui/time'
import { Plate } from '@/components/visit/plate'
import { appointment, type AppointmentDetails } from '@/lib/appointments/server/appointment'
import { documentsOf } from '@/lib/appointments/documents'
import { isSameDay } from '@/lib/appointments/same-day'
import { agreedWayOf } from '@/lib/appointments/way'
import { quietDiscountFen } from '@/lib/appointments/work'
import { booking } from '@/lib/i18n/booking'
import { dateTime, duration, list, money, percent } from '@/lib/i18n/format'
import { papers } from '@/lib/i18n/papers'
import type { Locale } from '@/lib/i18n/locales'
import { currentLocale } from '@/lib/server/locale'
import { customerContext, linkPath } from '../context'
import {
  cancelVisit,
  comeAnotherWay,
  freeTimes,
  freeWaysAt,
  keepVisit,
  moveVisit,
  takeOffer,
} from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: booking[await currentLocale()].done.titleOpen }
}

export default async function OwnAppointment({ params, searchParams }: PageProps<'/v/[token]/appointment'>) {
  const { token } = await params
  const { booked } = await searchParams
  const context = await customerContext(token, 'appointment')
  const { appointmentId } = context.actor
  if (!appointmentId) notFound()
  const locale = await currentLocale()
  const t = booking[locale].done
  const found = await appointment(context, { id: appointmentId })
  const { dealership } = found
  const house = locale === 'en' && dealership.nameEn ? dealership.nameEn : dealership.name
  const offer = found.status === 'requested' && found.heldUntil !== null
  const kept = found.appointmentConfirmations.some(({ result }) => result === 'keeps')
  return (
    <CustomerShell dealership={house} timeZone={dealership.timeZone} phone={dealership.phone}>
      <Headline found={found} locale={locale} fresh={booked === '1'} />
      {found.visit && (
        <LinkButton href={linkPath(token)} variant="primary" size="large" block className="my-4">
          {t.follow}
        </LinkButton>
      )}
      <div className="rounded-card border-line bg-surface my-4 grid gap-4 border p-4">
        <div className="flex items-center justify-between gap-3">
          <Plate plate={found.vehicle.plate} />
          <span className="text-muted tabular text-sm">{found.no}</span>
        </div>
        <WhatAndWhen found={found} locale={locale} />
      </div>
      <div className="mb-4 grid gap-4">
        <ToldAtBooking {...found} locale={locale} files={`/v/${token}/files`} />
        <WayFacts
          of={found}
          locale={locale}
          choose={
            found.changeable && !offer
              ? {
                  action: comeAnotherWay.bind(null, token),
                  free: await freeWaysAt(
                    token,
                    found.id,
                    found.startsAt.toISOString(),
                    found.promisedAt?.toISOString() ?? '',
                  ),
                }
              : undefined
          }
        />
      </div>
      {offer && <Offer token={token} found={found} locale={locale} now={context.now} />}
      {found.open && !offer && (
        <div className="grid gap-3">
          <DocumentList documents={documentsOf(found)} locale={locale} />
          <LinkButton
            href={`/v/${token}/appointment/calendar.ics`}
            prefetch={false}
            icon={<CalendarPlus aria-hidden className="size-4" />}
          >
            {t.calendar}
          </LinkButton>
          <PdfLink
            href={`/v/${token}/documents/appointment/${found.id}?lang=${locale}`}
            label={papers[locale].actions.save}
            block
          />
          {kept ? (
            <Notice kind="good">{t.kept}</Notice>
          ) : (
            <ActionForm action={keepVisit.bind(null, token)} okMessage={t.kept}>
              <input type="hidden" name="appointmentId" value={found.id} />
              <input type="hidden" name="stage" value="dayBefore" />
              <input type="hidden" name="result" value="keeps" />
              <Submit block variant="secondary">
                {t.keep}
              </Submit>
            </ActionForm>
          )}
          {found.changeable ? (
            <div className="grid grid-cols-2 gap-3 [&>button]:w-full">
              <MoveForm
                appointmentId={found.id}
                action={moveVisit.bind(null, token)}
                findSlots={freeTimes.bind(null, token, found.id)}
                way={agreedWayOf(found)}
                findWays={freeWaysAt.bind(null, token)}
                label={t.move}
                title={t.moveTitle}
                okMessage={t.moved}
              />
              <ConfirmButton
                label={t.cancel}
                title={t.cancelTitle}
                action={cancelVisit.bind(null, token)}
                confirmLabel={t.cancel}
                danger
              >
                <input type="hidden" name="appointmentId" value={found.id} />
                <p>{t.cancelLead}</p>
                <ReasonFields />
              </ConfirmButton>
            </div>
          ) : (
            <Notice>{t.tooLate}</Notice>
          )}
          {found.changeable && (
            <p className="text-muted text-sm">
              {t.until({
                at: dateTime(found.changeUntil, { locale, timeZone: dealership.timeZone, now: context.now }),
              })}
            </p>
          )}
        </div>
      )}
      {(found.status === 'cancelled' || found.status === 'noShow') && (
        <LinkButton href="/book" variant="primary" size="large" block>
          {t.again}
        </LinkButton>
      )}
    </CustomerShell>
  )
}

type OfferProps = { token: string; found: AppointmentDetails; locale: Locale; now: Date }

/** A place of the waiting list: taken, or left to the next person. */
function Offer({ token, found, locale, now }: OfferProps) {
  const t = booking[locale].list
  const { heldUntil, dealership } = found
  if (!heldUntil) return null
  if (heldUntil <= now) return <Notice kind="warning">{t.over}</Notice>
  return (
    <div className="grid gap-3">
      <Notice>
        {t.offeredLead({ at: dateTime(heldUntil, { locale, timeZone: dealership.timeZone, now }) })}
      </Notice>
      <ActionForm action={takeOffer.bind(null, token)}>
        <input type="hidden" name="appointmentId" value={found.id} />
        <Submit block variant="primary" size="large">
          {t.take}
        </Submit>
      </ActionForm>
      <ActionForm action={cancelVisit.bind(null, token)}>
        <input type="hidden" name="appointmentId" value={found.id} />
        <input type="hidden" name="reason" value="noTime" />
        <Submit block variant="secondary">
          {t.leave}
        </Submit>
      </ActionForm>
    </div>
  )
}

function Headline({ found, locale, fresh }: { found: AppointmentDetails; locale: Locale; fresh: boolean }) {
  const t = booking[locale].done
  const { status } = found
  const title = found.visit
    ? t.arrived
    : status === 'cancelled'
      ? t.cancelled
      : status === 'noShow'
        ? t.missed
        : fresh
          ? t.title
          : status === 'requested' && found.heldUntil
            ? booking[locale].list.offered
            : t.titleOpen
  const lead = found.visit
    ? t.arrivedLead
    : status === 'cancelled'
      ? t.cancelledLead
      : status === 'noShow'
        ? t.missedLead
        : fresh
          ? t.thanks
          : null
  return (
    <>
      <h1 className="font-title flex items-center gap-2 text-2xl font-semibold">
        {fresh && <CircleCheck aria-hidden className="text-pine size-7 shrink-0" />}
        {title}
      </h1>
      {lead && <p className="text-muted mt-1">{lead}</p>}
      {status === 'waitingParts' && (
        <Notice kind="warning" className="mt-3">
          {t.provisional}
        </Notice>
      )}
      {status === 'ready' && (
        <Notice kind="good" className="mt-3">
          {t.prepared}
        </Notice>
      )}
    </>
  )
}

function WhatAndWhen({ found, locale }: { found: AppointmentDetails; locale: Locale }) {
  const t = booking[locale]
  const named = (of: { name: string; nameEn: string } | null) =>
    of ? (locale === 'en' && of.nameEn ? of.nameEn : of.name) : ''
  const { dealership } = found
  const open = found.appointmentItems.some((item) => !item.packageId && !item.operationId)
  const sameDay = isSameDay(
    found.appointmentItems.map((item) => item.package),
    found,
    dealership.timeZone,
  )
  const fen = found.labourFen + found.partsFen - quietDiscountFen(found.appointmentItems, found.discountBp)
  return (
    <Facts
      facts={[
        { term: t.done.arrival, value: <Time at={found.startsAt} show="full" className="font-medium" /> },
        ...(found.promisedAt
          ? [
              {
                term: t.done.ready,
                value: (
                  <>
                    <TimeRange from={found.promisedFrom ?? found.promisedAt} to={found.promisedAt} />{' '}
                    {sameDay && <Badge tone="celadon">{t.wish.sameDay}</Badge>}
                  </>
                ),
              },
            ]
          : []),
        { term: t.done.adviser, value: named(found.adviser) },
        {
          term: t.done.work,
          value: list(
            found.appointmentItems.map((item) => named(item.package ?? item.operation) || item.description),
            locale,
          ),
        },
        { term: t.duration, value: duration(found.labourMinutes, locale) },
        {
          term: t.done.price,
          value: fen ? `${money(fen, locale, { cents: false })}${open ? ` ${t.plusOwn}` : ''}` : t.priceLater,
        },
        ...(found.discountBp
          ? [{ term: t.done.quiet, value: t.when.discount({ percent: percent(found.discountBp, locale) }) }]
          : []),
        {
          term: t.done.place,
          value: locale === 'en' && dealership.addressEn ? dealership.addressEn : dealership.address,
        },
      ]}
    />
  )
}

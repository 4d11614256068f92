import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { inquiryOf } from '@/components/appointments/fault-words'
import { ToldAtBooking } from '@/components/appointments/told-at-booking'
import { ComebackNotice } from '@/components/reception/comeback-notice'
import { GiftNotice } from '@/components/reception/gift-notice'
import { BayChoice } from '@/components/reception/bay-choice'
import { UmbrellaReady } from '@/components/reception/floor-strip'
import { StageFocus } from '@/components/reception/stage-focus'
import { GreetCard } from '@/components/reception/greet-card'
import { JointDrive } from '@/components/reception/joint-drive'
import { KitCard } from '@/components/reception/kit-card'
import { LeaveButton } from '@/components/reception/leave-button'
import { VisitHead } from '@/components/reception/visit-head'
import { Page } from '@/components/shell/page-header'
import { LeftOver } from '@/components/reception/walk-around/left-over'
import { WalkAround } from '@/components/reception/walk-around/walk-around'
import { Ribbon } from '@/components/visit/ribbon'
import { SafetyDeclined } from '@/components/visit/safety-declined'
import { Notice } from '@/components/ui/notice'
import { may } from '@/lib/auth/permissions'
import { Refusal } from '@/lib/core/refusal'
import { dayOf } from '@/lib/core/time'
import { reception } from '@/lib/i18n/reception'
import { addressOf, spokenGreeting } from '@/lib/reception/greeting'
import { visitFlow } from '@/lib/reception/visit'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { greet, handGift, leadTo, leave, start, takeOver, tieToEarlier } from '../actions'
import { askHelp, finishDrive, giveHelp, keepDrive, sign } from '../actions'
import { Background } from './background'
import { readingsOf } from './readings'
import { SignedPart } from './signed-part'

const isId = (text: string) => /^[0-9a-f-]{36}$/.test(text)

export async function generateMetadata(): Promise<Metadata> {
  return { title: reception[await currentLocale()].title }
}

export default async function ReceptionVisitPage({ params }: { params: Promise<{ id: string }> }) {
  const context = await requireContext('visit.read')
  const { id: visitId } = await params
  if (!isId(visitId)) notFound()
  const {
    visit,
    inspects,
    gifts,
    proposal,
    ribbons,
    file,
    wear,
    drive,
    earlier,
    next,
    back,
    facts,
    safety,
    talk,
    floor,
  } = await readingsOf(context, visitId).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'common.not-found') notFound()
    throw error
  })
  const locale = await currentLocale()
  const t = reception[locale]
  const { record, sender, vehicle, status } = visit
  const isHere = visitFlow.actionsFrom(status).length > 0
  const drives = isHere && may(context.actor, 'reception.drive')
  const colleague = (person: { name: string; nameEn: string } | null) =>
    (locale === 'en' && person?.nameEn ? person.nameEn : person?.name) ?? ''
  const mayLeave = inspects && visit.orders.length === 0 && visitFlow.may(status, 'leave')
  const { id, no, arrivedAt, greetedAt, greetSeconds, booking, comebackOf, adviser, waiting } = visit
  const { name, formOfAddress, vip, fresh, sensitive } = sender
  const asked = Object.values(record.faultInquiry).some(Boolean)
  const told = booking?.fault && !asked ? inquiryOf(booking.fault, locale) : undefined
  const names = {
    dealership: locale === 'en' && visit.dealershipEn ? visit.dealershipEn : visit.dealership,
    name: addressOf(t, sender),
  }
  const own = visit.greeting[locale]
  const words = own ? spokenGreeting(own, names) : t.greeting.script(names)
  const head = {
    id, no, status, arrivedAt, greetedAt, greetSeconds, booking, comebackOf, adviser, waiting, vehicle,
    inspectionStartedAt: visit.inspectionStartedAt,
    bay: visit.bay,
    sender: { name, formOfAddress, vip, fresh, sensitive },
  } // prettier-ignore
  return (
    <Page>
      <VisitHead
        visit={head}
        takeOver={
          inspects && visit.adviser?.id !== context.actor.id && visitFlow.actionsFrom(status).length > 0
            ? takeOver
            : undefined
        }
        action={mayLeave ? <LeaveButton visitId={visitId} action={leave} /> : undefined}
      >
        <Ribbon steps={ribbons[visitId] ?? []} />
      </VisitHead>
      <SafetyDeclined items={safety} />
      {booking && (
        <div className="mb-6" data-print="no">
          <ToldAtBooking {...booking} locale={locale} />
        </div>
      )}
      {proposal && <ComebackNotice visitId={visitId} proposal={proposal} action={tieToEarlier} />}
      {gifts.length > 0 && <GiftNotice visitId={visitId} gifts={gifts} action={handGift} />}
      <StageFocus stage={status}>
        {status === 'waitingGreeting' && (
          <GreetCard
            visitId={visitId}
            arrivedAt={visit.arrivedAt}
            limit={visit.greetSeconds}
            now={context.now}
            words={words}
            action={greet}
          >
            {floor && (
              <BayChoice
                visitId={visitId}
                bay={visit.bay}
                bays={floor.bays}
                action={may(context.actor, 'visit.chooseBay') ? leadTo : undefined}
              />
            )}
            {floor?.weather && <UmbrellaReady />}
          </GreetCard>
        )}
        {status === 'greeted' && inspects && (
          <KitCard visitId={visitId} kit={visit.kit} walkIn={!visit.booking} action={start} />
        )}
        {status === 'inspecting' && inspects && (
          <WalkAround
            visitId={visitId}
            staffId={context.actor.id}
            version={record.version}
            start={{
              ...record,
              licenceTaken: visit.licenceTaken,
              bookletTaken: visit.bookletTaken,
              keysTaken: visit.keysTaken,
              parkedAt: visit.parkedAt,
              keyLocation: visit.keyLocation,
              waiting: visit.waiting,
            }}
            told={told}
            kit={visit.kit}
            kitPieces={record.kitPieces}
            marks={record.marks}
            bodyKind={vehicle.bodyKind}
            last={visit.lastReading}
            wear={{ earlier, limits: visit.wearLimits, today: dayOf(context.now, context.timeZone) }}
            next={next}
            signer={sender.name}
            inspector={colleague(visit.inspector)}
            sign={sign}
          />
        )}
        {!inspects && (status === 'greeted' || status === 'inspecting') && (
          <Notice>{t.withAdviser({ adviser: colleague(visit.adviser) || t.nobody })}</Notice>
        )}
        {status !== 'inspecting' && <LeftOver visitId={visitId} staffId={context.actor.id} />}
        {visit.leftReason && (
          <Notice kind="warning" className="mb-4">
            {t.leave.left({ reason: visit.leftReason })}
          </Notice>
        )}
        {record.frozenAt && (
          <SignedPart
            visit={visit}
            inspector={colleague(visit.inspector)}
            actor={context.actor}
            timeZone={context.timeZone}
            back={back}
            facts={facts}
          />
        )}
      </StageFocus>
      {(status !== 'waitingGreeting' || drive) && (
        <JointDrive
          visitId={visitId}
          drive={drive}
          plan={drives ? keepDrive : undefined}
          end={drives ? finishDrive : undefined}
          ask={isHere && may(context.actor, 'reception.askDirector') ? askHelp : undefined}
          answer={isHere && may(context.actor, 'reception.answerHelp') ? giveHelp : undefined}
        />
      )}
      <Background visit={visit} file={file} wear={wear} talk={talk} actor={context.actor} />
    </Page>
  )
}

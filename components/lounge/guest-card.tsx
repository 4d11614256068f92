import clsx from 'clsx'
import { Check, Coffee, MessageCircle, Sofa, Utensils } from 'lucide-react'
import type { ReactNode } from 'react'
import { OneTap } from '@/components/quality/one-tap'
import type { FormAction } from '@/components/ui/action-form'
import { Badge, Status } from '@/components/ui/badge'
import { Time } from '@/components/ui/time'
import { Plate } from '@/components/visit/plate'
import { PromiseClock } from '@/components/visit/promise-clock'
import type { Locale } from '@/lib/i18n/locales'
import { lounge } from '@/lib/i18n/lounge'
import type { LoungeGuest } from '@/lib/lounge/guest'
import { AddPromise, Leaves, NoteCare, TellDelay, TellProgress } from './guest-actions'
import { HereFor } from './here-for'

type LoungeActions = Record<'arrive' | 'care' | 'tell' | 'delay' | 'promise' | 'keep' | 'waiting', FormAction>

const QUICK = [
  { kind: 'drink', icon: Coffee },
  { kind: 'meal', icon: Utensils },
  { kind: 'care', icon: MessageCircle },
  { kind: 'facilities', icon: Sofa },
] as const

const MOVABLE = ['queued', 'inRepair', 'workDone', 'qc', 'rework', 'qcPassed', 'washing']

function stageOf({ orderId, status }: LoungeGuest) {
  if (!orderId || !status) return 'reception'
  if (['draft', 'estimated', 'awaitingSignature'].includes(status)) return 'order'
  if (['workDone', 'qc', 'qcPassed'].includes(status)) return 'check'
  if (status === 'washing') return 'wash'
  return ['ready', 'settling', 'paid'].includes(status) ? 'ready' : 'repair'
}

type Props = {
  guest: LoungeGuest
  locale: Locale
  may: { care: boolean; tell: boolean; delay: boolean; promise: boolean }
  actions: LoungeActions
}

/** One customer in the house: since when, how the promise stands, what is owed, and what can be done for them. */
export function GuestCard({ guest, locale, may, actions }: Props) {
  const t = lounge[locale]
  const { visitId, orderId, promise, owed } = guest
  const waits = guest.waiting === 'waits'
  const open = guest.promises.filter(({ keptAt }) => !keptAt)
  return (
    <article
      aria-label={guest.plate}
      className={clsx(
        'rounded-card bg-surface flex flex-col gap-4 border p-4',
        owed.length ? 'border-amber/70' : 'border-line',
      )}
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Plate plate={guest.plate} />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{guest.customer}</span>
          <span className="text-muted block truncate text-sm">
            {[guest.model, guest.adviser ?? t.noAdviser].filter(Boolean).join(' · ')}
          </span>
        </span>
        <span className="text-right text-sm">
          <HereFor since={guest.arrivedAt.toISOString()} />
          {guest.place && <span className="text-muted block">{guest.place}</span>}
        </span>
      </header>
      <p className="flex flex-wrap gap-2 empty:hidden">
        {owed.map((word) => (
          <Status key={word} shape={word === 'promise' ? 'late' : 'waiting'}>
            {t.owed[word]}
          </Status>
        ))}
        <Badge>{t.stages[stageOf(guest)]}</Badge>
        {guest.delays > 0 && (
          <Badge tone={guest.lateNotices ? 'vermilion' : 'neutral'}>
            {guest.lateNotices ? t.lateNotices : t.delayed}
          </Badge>
        )}
      </p>
      {promise && guest.promisedAt ? (
        <PromiseClock
          from={guest.promisedAt.toISOString()}
          to={promise.dueAt.toISOString()}
          startedAt={guest.arrivedAt.toISOString()}
          risk={promise.risk}
          reason={promise.reason && t.riskReasons[promise.reason]}
          expectedAt={promise.expectedAt.toISOString()}
        />
      ) : (
        <p className="text-muted text-sm">{t.noPromise}</p>
      )}
      <dl className="grid grid-cols-2 gap-x-4 gap-y-2 text-sm">
        <Term term={t.lastCare}>
          {guest.lastCareAt && guest.lastCareKind ? (
            <>
              {t.careKinds[guest.lastCareKind]} · <Time at={guest.lastCareAt.toISOString()} />
            </>
          ) : (
            t.noCare
          )}
        </Term>
        <Term term={t.lastTold}>
          {guest.lastToldAt ? <Time at={guest.lastToldAt.toISOString()} /> : t.notTold}
        </Term>
        {!waits && guest.reachBy && <Term term={t.reachBy}>{guest.reachBy}</Term>}
      </dl>
      {guest.promises.length > 0 && (
        <section aria-label={t.promises} className="border-line grid gap-1 border-t pt-3">
          <h3 className="text-muted text-sm">
            {open.length ? t.promisesOpen({ count: open.length }) : t.promises}
          </h3>
          <ul className="grid gap-1">
            {guest.promises.map(({ id, text, keptAt }) => (
              <li key={id} className="flex min-h-11 items-center gap-3">
                <span className={clsx('min-w-0 flex-1', keptAt && 'text-muted line-through')}>{text}</span>
                {keptAt ? (
                  <Status shape="done">{t.kept}</Status>
                ) : (
                  may.promise && (
                    <OneTap
                      action={actions.keep}
                      fields={{ promiseId: id }}
                      okMessage={t.promiseKept}
                      variant="secondary"
                      size="small"
                      icon={<Check aria-hidden className="size-4" />}
                    >
                      {t.keep}
                    </OneTap>
                  )
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {may.care && waits && (
        <div className="grid grid-cols-4 gap-2" role="group" aria-label={t.care}>
          {QUICK.map(({ kind, icon: Icon }) => (
            <OneTap
              key={kind}
              action={actions.care}
              fields={{ visitId, kind }}
              okMessage={t.careNoted}
              variant="secondary"
              block
              look="flex-col gap-0.5 px-1! text-xs"
            >
              <Icon aria-hidden className="size-5" />
              {t.careKinds[kind]}
            </OneTap>
          ))}
        </div>
      )}
      <footer className="mt-auto flex flex-wrap items-start gap-2">
        {may.tell && (
          <TellProgress visitId={visitId} action={actions.tell} urgent={owed.includes('promise')} />
        )}
        {may.delay && orderId && guest.promisedAt && guest.status && MOVABLE.includes(guest.status) && (
          <TellDelay orderId={orderId} promisedAt={guest.promisedAt.toISOString()} action={actions.delay} />
        )}
        {may.care && !waits && (
          <OneTap
            action={actions.waiting}
            fields={{ visitId, waiting: 'waits' }}
            okMessage={t.leavesNoted}
            variant="secondary"
          >
            {t.comesBack}
          </OneTap>
        )}
        {(may.care || may.promise) && (
          <details className="min-w-0 open:basis-full">
            <summary className="fold text-celadon-ink desk:min-h-9 flex min-h-11 cursor-pointer items-center px-2 font-medium">
              {t.more}
            </summary>
            <div className="flex flex-wrap gap-x-2">
              {may.care && waits && !guest.inLoungeSince && (
                <OneTap action={actions.arrive} fields={{ visitId }} okMessage={t.arrived} variant="quiet">
                  {t.arrive}
                </OneTap>
              )}
              {may.care && waits && <NoteCare visitId={visitId} action={actions.care} />}
              {may.promise && <AddPromise visitId={visitId} action={actions.promise} />}
              {may.care && waits && <Leaves visitId={visitId} action={actions.waiting} />}
            </div>
          </details>
        )}
      </footer>
    </article>
  )
}

function Term({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

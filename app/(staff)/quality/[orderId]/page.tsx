import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SheetLines } from '@/components/quality/sheet-lines'
import { SheetSide } from '@/components/quality/sheet-side'
import { OneTap } from '@/components/quality/one-tap'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Status } from '@/components/ui/badge'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { Plate } from '@/components/visit/plate'
import { may } from '@/lib/auth/permissions'
import { Refusal } from '@/lib/core/refusal'
import { quality } from '@/lib/i18n/quality'
import type { SheetRound } from '@/lib/quality/sheet'
import { inspectionSheet } from '@/lib/quality/server/inspection-sheet'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { askRoadTest, decide, decideOneLine, explain, judge, take } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: quality[await currentLocale()].sheet }
}

const SHAPES = { waiting: 'waiting', inCheck: 'now', passed: 'done', failed: 'late' } as const

export default async function Sheet({ params }: PageProps<'/quality/[orderId]'>) {
  const context = await requireContext('inspection.queue')
  const { actor } = context
  const { orderId } = await params
  const sheet = await inspectionSheet(context, { orderId }).catch((error: unknown) => {
    if (error instanceof Refusal && error.kind === 'missing') notFound()
    throw error
  })
  const locale = await currentLocale()
  const t = quality[locale]
  const { order, rounds, jobs, ownWork } = sheet
  const [newest, ...earlier] = rounds
  const mine = newest?.status === 'inCheck' && newest.inspectorId === actor.id
  const toTake = order.status === 'workDone'
  const decided = newest ? newest.lines.filter(({ result }) => result).length : 0
  const shown = toTake ? undefined : newest
  return (
    <Page>
      <PageHeader
        back={{ href: '/quality', label: t.backToQueue }}
        title={
          <>
            <Plate plate={order.vehicle.plate} />
            {t.sheet}
            {shown && (
              <Status shape={SHAPES[shown.status]}>
                {t.roundResult[shown.status]} · {t.round({ round: shown.round })}
              </Status>
            )}
          </>
        }
        lead={[
          order.no,
          order.vehicle.model,
          mine && t.sheetLead({ done: decided, total: newest!.lines.length }),
        ]
          .filter(Boolean)
          .join(' · ')}
      />
      <div className="desk:grid-cols-[minmax(0,1fr)_22rem] grid gap-8">
        <div className="grid content-start gap-6">
          {toTake && (
            <Empty
              title={ownWork && may(actor, 'inspection.start') ? t.ownWork : t.startTitle}
              action={
                may(actor, 'inspection.start') &&
                !ownWork && (
                  <OneTap action={take} fields={{ orderId: order.id }} size="large">
                    {t.take}
                  </OneTap>
                )
              }
            >
              {ownWork && may(actor, 'inspection.start') ? t.ownWorkLead : t.startLead}
            </Empty>
          )}
          {shown?.status === 'inCheck' && !mine && (
            <Notice>{t.notYours({ who: shown.inspector ?? '' })}</Notice>
          )}
          {shown && (
            <SheetLines
              visitId={order.visitId}
              round={shown}
              jobs={jobs}
              locale={locale}
              actions={mine ? { decideLine: decideOneLine, decide } : undefined}
            />
          )}
          <Earlier visitId={order.visitId} rounds={toTake ? rounds : earlier} jobs={jobs} locale={locale} />
        </div>
        <SheetSide
          sheet={sheet}
          locale={locale}
          may={{
            explain: may(actor, 'rework.explain'),
            judge: may(actor, 'order.judgeComeback'),
            askRoadTest:
              may(actor, 'roadTest.queue') && sheet.roadTests.every(({ status }) => status === 'done'),
          }}
          actions={{ explain, judge, askRoadTest }}
        />
      </div>
    </Page>
  )
}

function Earlier({
  visitId,
  rounds,
  jobs,
  locale,
}: {
  visitId: string
  rounds: SheetRound[]
  jobs: Parameters<typeof SheetLines>[0]['jobs']
  locale: 'en' | 'zh-CN'
}) {
  const t = quality[locale]
  if (!rounds.length) return null
  return (
    <section className="grid gap-2">
      <h2 className="font-title text-lg font-semibold">{t.history}</h2>
      {rounds.map((round) => (
        <details key={round.id} className="rounded-card border-line bg-surface border">
          <summary className="flex min-h-12 cursor-pointer items-center gap-3 px-4">
            {t.round({ round: round.round })}
            <Status shape={SHAPES[round.status]}>{t.roundResult[round.status]}</Status>
            <span className="text-muted text-sm">{round.inspector}</span>
          </summary>
          <div className="border-line border-t p-4">
            <SheetLines visitId={visitId} round={round} jobs={jobs} locale={locale} />
          </div>
        </details>
      ))}
    </section>
  )
}
